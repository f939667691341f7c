import { describe, expect, it } from 'vitest';
import { anybody } from '../../../electron/core/connectors/sandbox/sample/anybody';
import { brands } from '../../../electron/core/connectors/sandbox/sample/brands';
import type { BrandContent } from '../../../electron/core/connectors/sandbox/sample/content';
import { namesOf } from '../../../electron/core/connectors/sandbox/sample/plant';
import {
  readLiveScript,
  readScript,
  type ScriptConversation,
} from '../../../electron/core/connectors/sandbox/sample/script';
import { turnMoments } from '../../../electron/core/connectors/sandbox/sample/timeline';
import { findOtherBrands } from '../../../shared/domain/brand-check';
import { fold, foldedWords } from '../../../shared/domain/fold';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const scriptsOf = (brand: BrandContent) =>
  brand.scripts.map((script) => readScript(script, brand.accounts[0]?.handle ?? ''));
const conversationsOf = (brand: BrandContent): readonly ScriptConversation[] =>
  scriptsOf(brand).flatMap((script) => script.conversations);
const liveOf = (brand: BrandContent) => readLiveScript(brand.live, brand.accounts[0]?.handle ?? '');
const everything = brands.flatMap((brand) => conversationsOf(brand).map((conversation) => ({ brand, conversation })));
const textsOf = (brand: BrandContent): readonly string[] => [
  ...conversationsOf(brand).flatMap(({ turns }) => turns.map((turn) => turn.text)),
  ...liveOf(brand).openers.map((opener) => opener.text),
];
const isOpen = ({ turns }: ScriptConversation): boolean => turns.at(-1)?.isBrand === false;

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

describe('the sample agency', () => {
  it('has six brands, two of them Turkish, in five time zones at least', () => {
    expect(brands).toHaveLength(6);
    expect(brands.filter((brand) => brand.language === 'tr')).toHaveLength(2);
    expect(new Set(brands.map((brand) => brand.timezone)).size).toBeGreaterThanOrEqual(5);
  });

  it('gives each brand a colour that white text can be read on, and a monogram of its own', () => {
    expect(new Set(brands.map((brand) => brand.colour)).size).toBe(6);
    expect(new Set(brands.map((brand) => brand.monogram)).size).toBe(6);
    for (const brand of brands) expect(1.05 / (luminance(brand.colour) + 0.05), brand.name).toBeGreaterThan(4.5);
  });

  it('gives no two brands a name, handle, domain or hashtag in common', () => {
    const names = brands.flatMap((brand) => [...new Set(namesOf(brand).map(({ value }) => fold(value)))]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const words = brands.map((brand) => new Set(namesOf(brand).flatMap(({ value }) => foldedWords(value))));
    const ordinary = new Set(['otel', 'outdoor', 'bakery', 'bank', 'cycles', 'kahve', 'example', 'repairs', 'help']);
    for (const [index, mine] of words.entries()) {
      for (const theirs of words.slice(index + 1)) {
        expect([...mine].filter((word) => theirs.has(word) && !ordinary.has(word))).toEqual([]);
      }
    }
  });

  it('uses reserved names for every address', () => {
    const addresses = brands.flatMap(
      (brand) => [...brand.scripts, brand.live].join('\n').match(/\b[\w.-]+\.(?:com|net|org|de|tr|fi|ie|uk)\b/g) ?? [],
    );
    expect(addresses).toEqual([]);
    for (const brand of brands) {
      for (const { kind, value } of brand.identities) if (kind === 'domain') expect(value).toMatch(/\.example$/);
    }
  });

  it('holds fifty conversations of every brand at least, of all four kinds', () => {
    for (const brand of brands) {
      const conversations = conversationsOf(brand);
      expect(conversations.length, brand.name).toBeGreaterThanOrEqual(50);
      for (const kind of ['direct', 'comment', 'mention', 'review']) {
        expect(conversations.filter((one) => one.kind === kind).length, `${brand.name} ${kind}`).toBeGreaterThanOrEqual(
          9,
        );
      }
    }
    expect(everything.length).toBeGreaterThanOrEqual(330);
  });

  it('says nothing twice', () => {
    const first = everything.map(({ conversation }) => conversation.turns[0]?.text ?? '');
    expect(first.filter((text, index) => first.indexOf(text) !== index)).toEqual([]);
  });

  it('leaves 30 to 45 conversations unanswered, all of the last two days', () => {
    const open = everything.filter(({ conversation }) => isOpen(conversation));
    expect(open.length).toBeGreaterThanOrEqual(30);
    expect(open.length).toBeLessThanOrEqual(45);
    for (const { conversation } of open) {
      const isRecent =
        'minutesAgo' in conversation.when ? conversation.when.minutesAgo <= 48 * 60 : conversation.when.day <= 1;
      expect(isRecent, conversation.handle).toBe(true);
    }
  });

  it('begins every conversation with the customer and gives it one to eight turns', () => {
    for (const { conversation } of everything) {
      expect(conversation.turns[0]?.isBrand, conversation.handle).toBe(false);
      expect(conversation.turns.length, conversation.handle).toBeLessThanOrEqual(8);
    }
  });

  it('gives every review its stars, and nothing else stars', () => {
    for (const { conversation } of everything) {
      const hasStars = /^[★☆]{5} \S/u.test(conversation.turns[0]?.text ?? '');
      expect(hasStars, conversation.handle).toBe(conversation.kind === 'review');
    }
    for (const opener of brands.flatMap((brand) => liveOf(brand).openers)) {
      expect(/^[★☆]{5} \S/u.test(opener.text), opener.text).toBe(opener.kind === 'review');
    }
  });

  it('names the brand in every mention', () => {
    for (const brand of brands) {
      const mentions = conversationsOf(brand).filter((one) => one.kind === 'mention');
      for (const { turns, account } of mentions) expect(turns[0]?.text).toContain(`@${account}`);
      for (const opener of liveOf(brand).openers) {
        if (opener.kind === 'mention') expect(opener.text).toContain(`@${opener.account}`);
      }
    }
  });

  it('keeps every answer within what the network takes', () => {
    for (const { conversation } of everything) {
      for (const turn of conversation.turns) {
        expect([...turn.text].length).toBeLessThanOrEqual(conversation.kind === 'direct' ? 2000 : 500);
      }
    }
  });

  it('never names one client in another client’s conversations', () => {
    const identities = brands.map((brand) => ({
      workspaceId: brand.key,
      workspaceName: brand.name,
      identities: [...namesOf(brand)],
    }));
    for (const brand of brands) {
      for (const text of textsOf(brand)) expect(findOtherBrands(text, brand.key, identities), text).toEqual([]);
    }
  });

  it('uses one name for one handle', () => {
    const names = new Map<string, string>();
    const people = [
      ...everything.map(({ conversation }) => conversation),
      ...brands.flatMap((brand) => liveOf(brand).people),
    ];
    const clashes = people.filter(({ handle, name }) => {
      const known = names.get(handle);
      names.set(handle, known ?? name);
      return known !== undefined && known !== name;
    });
    expect(clashes.map(({ handle }) => handle)).toEqual([]);
    for (const { handle } of people) expect(handle).toMatch(/^[a-z0-9._]{3,}$/);
  });

  it('writes Turkish to Turkish brands, with and without its letters, and English to the others', () => {
    const turkish = new Set([
      'bir',
      'icin',
      'merhaba',
      'tesekkurler',
      've',
      'bu',
      'var',
      'cok',
      'ne',
      'siz',
      'hanim',
      'bey',
    ]);
    const english = new Set(['the', 'and', 'you', 'is', 'it', 'for', 'thank', 'thanks', 'your', 'we', 'with', 'can']);
    const share = (texts: readonly string[], words: ReadonlySet<string>): number => {
      const all = texts.flatMap((text) => foldedWords(text));
      return all.filter((word) => words.has(word)).length / all.length;
    };
    for (const brand of brands) {
      const isTurkish = brand.language === 'tr';
      expect(share(textsOf(brand), turkish) > share(textsOf(brand), english), brand.name).toBe(isTurkish);
      if (!isTurkish) continue;
      const customers = conversationsOf(brand).map(({ turns }) => turns[0]?.text ?? '');
      expect(customers.filter((text) => /[çğıöşüİ]/u.test(text)).length).toBeGreaterThan(20);
      const bare = customers.filter(
        (text) => text.length > 25 && !/[çğıöşüİÇĞÖŞÜ]/u.test(text) && share([text], english) === 0,
      );
      expect(bare.length, `${brand.name}: typed without diacritics`).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives every customer of a comment a post that was there before', () => {
    for (const brand of brands) {
      const posts = new Map(
        scriptsOf(brand)
          .flatMap((script) => script.posts)
          .map((post) => [post.key, post]),
      );
      for (const conversation of conversationsOf(brand)) {
        const post = conversation.post === null ? undefined : posts.get(conversation.post);
        expect(post !== undefined, `${brand.name} ${conversation.handle}`).toBe(conversation.kind === 'comment');
        if (!post || !('day' in post.when) || !('day' in conversation.when)) continue;
        expect(conversation.when.day, `${brand.name} ${conversation.handle}`).toBeLessThan(post.when.day);
      }
    }
  });

  it('dates nothing into the future, whatever the hour and day of the first start', () => {
    for (let hour = 0; hour < 24 * 8; hour += 19) {
      const now = Date.UTC(2026, 2, 25) + hour * hourMs;
      for (const { brand, conversation } of everything) {
        const moments = turnMoments(conversation, now, brand.timezone);
        for (const [index, at] of moments.entries()) {
          expect(at).toBeLessThanOrEqual(now - 60_000);
          expect(at).toBeGreaterThan(now - 31 * dayMs);
          if (index > 0) expect(at).toBeGreaterThan(moments[index - 1] ?? 0);
        }
      }
    }
  });

  it('moves a conversation back whole that would reach into the future', () => {
    const now = Date.UTC(2026, 2, 25, 0, 10);
    const [conversation] = readScript(
      '# direct | Ada | ada | 1 23:50\n> bir\n<(30) iki\n>(5) üç',
      'lale',
    ).conversations;
    const moments = turnMoments(conversation!, now, 'UTC');
    expect(moments.map((at) => (now - at) / 60_000)).toEqual([36, 6, 1]);
  });

  it('lets the brands answer by day, in their own zone', () => {
    const now = Date.UTC(2026, 9, 14, 12);
    const hours = everything.flatMap(({ brand, conversation }) =>
      turnMoments(conversation, now, brand.timezone).flatMap((at, index) => {
        if (!conversation.turns[index]?.isBrand || conversation.turns[index]?.afterMinutes !== null) return [];
        const hour = new Intl.DateTimeFormat('en-GB', { timeZone: brand.timezone, hour: '2-digit', hourCycle: 'h23' });
        return [Number(hour.format(at))];
      }),
    );
    expect(hours.length).toBeGreaterThan(350);
    expect(hours.filter((hour) => hour < 9 || hour >= 19).length / hours.length).toBeLessThan(0.02);
  });

  it('has at least twenty-five ways to begin for every brand, and as many as eight in plain words', () => {
    for (const brand of brands) expect(liveOf(brand).openers.length, brand.name).toBeGreaterThanOrEqual(25);
    expect(readLiveScript(anybody, 'someone').openers.length).toBeGreaterThanOrEqual(8);
  });
});
