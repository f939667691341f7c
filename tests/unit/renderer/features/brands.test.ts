import { describe, expect, it } from 'vitest';
import { identitiesOf, identityOf } from '@renderer/features/workspaces/model/identities';
import { monogramOf } from '@renderer/features/workspaces/model/monogram';
import { inputOf, newForm } from '@renderer/features/workspaces/model/workspace-form';

describe('a brand as it is typed', () => {
  it('knows a handle, a hashtag, a domain and a name apart', () => {
    expect(identityOf('@lalekahve')).toEqual({ kind: 'handle', value: '@lalekahve' });
    expect(identityOf('#lalekahve')).toEqual({ kind: 'hashtag', value: '#lalekahve' });
    expect(identityOf('https://Lalekahve.com.tr/menü')).toEqual({ kind: 'domain', value: 'lalekahve.com.tr' });
    expect(identityOf(' Lale Kahve ')).toEqual({ kind: 'name', value: 'Lale Kahve' });
    expect(identityOf('  ')).toBeNull();
  });

  it('keeps each public name once', () => {
    expect(identitiesOf(['@a', '@a', 'A'])).toHaveLength(2);
  });

  it('makes a monogram by the rules of the brand’s language', () => {
    expect(monogramOf('Lale Kahve', 'tr')).toBe('LK');
    expect(monogramOf('işbank', 'tr')).toBe('İŞ');
    expect(monogramOf('işbank', 'en')).toBe('IŞ');
    expect(monogramOf('', 'en')).toBe('');
  });

  it('gives a new brand a colour that no other has', () => {
    const first = newForm([], 'en');
    const second = newForm([{ colour: first.colour } as never], 'en');
    expect(second.colour).not.toBe(first.colour);
  });

  it('sends the monogram that the name gives where none was typed', () => {
    expect(inputOf({ ...newForm([], 'tr'), name: 'Mavi Otel' }).monogram).toBe('MO');
  });
});
