import { gather, type Texts } from './gather';

export const texts = gather(import.meta.glob<Texts>('./*.en.json', { eager: true, import: 'default' }));
