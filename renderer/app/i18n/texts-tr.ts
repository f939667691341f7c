import { gather, type Texts } from './gather';

export const texts = gather(import.meta.glob<Texts>('./*.tr.json', { eager: true, import: 'default' }));
