import type { ConversationKind } from '@shared/domain/conversation';
import { conversationKinds } from '@shared/domain/conversation';
import type { Opener } from '../network/live';

/**
 * When something was said: `day` days before the first start, at a local time or at one that is chosen, or so many minutes
 * before the first start.
 */
export type When = { readonly day: number; readonly minuteOfDay: number | null } | { readonly minutesAgo: number };

export interface ScriptTurn {
  readonly isBrand: boolean;
  readonly text: string;
  /** Minutes after the turn before; null leaves it to the timeline. */
  readonly afterMinutes: number | null;
}

export interface ScriptPost {
  readonly account: string;
  readonly key: string;
  readonly when: When;
  readonly text: string;
}

export interface ScriptConversation {
  readonly account: string;
  readonly kind: ConversationKind;
  /** Key of the post that is commented on. */
  readonly post: string | null;
  readonly name: string;
  readonly handle: string;
  readonly when: When;
  readonly turns: readonly ScriptTurn[];
}

export interface Script {
  readonly posts: readonly ScriptPost[];
  readonly conversations: readonly ScriptConversation[];
}

export interface LiveScript {
  readonly openers: readonly (Opener & { readonly account: string })[];
  readonly people: readonly { readonly name: string; readonly handle: string }[];
  /** What anybody may say after an answer. */
  readonly thanks: readonly string[];
  readonly questions: readonly string[];
}

const wrong = (line: string): Error => new Error(`sample script: cannot read "${line}"`);
const isKind = (text: string | undefined): text is ConversationKind => conversationKinds.some((kind) => kind === text);
const textOf = (text: string): string => text.trim().replaceAll('\\n', '\n');

const readWhen = (text: string, line: string): When => {
  const ago = /^-(\d+)$/.exec(text);
  if (ago) return { minutesAgo: Number(ago[1]) };
  const day = /^(\d+)(?: (\d\d):(\d\d))?$/.exec(text);
  if (!day || Number(day[1]) < 1) throw wrong(line);
  return {
    day: Number(day[1]),
    minuteOfDay: day[2] === undefined ? null : Number(day[2]) * 60 + Number(day[3]),
  };
};

const readTurn = (line: string): ScriptTurn => {
  const match = /^([<>])(?:\((\d+)\))? (.+)$/s.exec(line);
  if (!match?.[3]) throw wrong(line);
  return {
    isBrand: match[1] === '<',
    text: textOf(match[3]),
    afterMinutes: match[2] === undefined ? null : Number(match[2]),
  };
};

const parts = (line: string): readonly string[] =>
  line
    .slice(1)
    .split('|')
    .map((part) => part.trim());

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Reads posts and conversations:
 * `@ handle` the account of what follows, `= key | when | text` a post, `# kind post? | name | handle | when` a conversation,
 * `> text` its customer, `< text` the brand, `<(30) text` thirty minutes later; `when` is `12`, `12 10:05` or `-35`.
 */
export const readScript = (text: string, firstAccount: string): Script => {
  const posts: ScriptPost[] = [];
  const conversations: (ScriptConversation & { turns: ScriptTurn[] })[] = [];
  let account = firstAccount;
  for (const line of linesOf(text)) {
    switch (line[0]) {
      case '@':
        account = line.slice(1).trim();
        break;
      case '=': {
        const [key, when, body] = parts(line);
        if (!key || !when || !body) throw wrong(line);
        posts.push({ account, key, when: readWhen(when, line), text: textOf(body) });
        break;
      }
      case '#': {
        const [head = '', name, handle, when] = parts(line);
        const [kind, post] = head.split(' ');
        if (!isKind(kind) || !name || !handle || !when) throw wrong(line);
        conversations.push({ account, kind, post: post ?? null, name, handle, when: readWhen(when, line), turns: [] });
        break;
      }
      default: {
        const current = conversations.at(-1);
        if (!current) throw wrong(line);
        current.turns.push(readTurn(line));
      }
    }
  }
  return { posts, conversations };
};

/**
 * Reads what customers may write: `% name | handle` a person, `? kind` and `> text` how one begins, `+ text` thanks and
 * `~ text` a further question after that beginning; before the first beginning, they fit after any.
 */
export const readLiveScript = (text: string, firstAccount: string): LiveScript => {
  const openers: { account: string; kind: ConversationKind; text: string; thanks: string[]; questions: string[] }[] =
    [];
  const people: { name: string; handle: string }[] = [];
  const general = { thanks: [] as string[], questions: [] as string[] };
  let account = firstAccount;
  for (const line of linesOf(text)) {
    const body = line.slice(1).trim();
    switch (line[0]) {
      case '@':
        account = body;
        break;
      case '%': {
        const [name, handle] = parts(line);
        if (!name || !handle) throw wrong(line);
        people.push({ name, handle });
        break;
      }
      case '?':
        if (!isKind(body)) throw wrong(line);
        openers.push({ account, kind: body, text: '', thanks: [], questions: [] });
        break;
      case '>': {
        const current = openers.at(-1);
        if (!current) throw wrong(line);
        current.text = textOf(body);
        break;
      }
      case '+':
        (openers.at(-1) ?? general).thanks.push(textOf(body));
        break;
      case '~':
        (openers.at(-1) ?? general).questions.push(textOf(body));
        break;
      default:
        throw wrong(line);
    }
  }
  return {
    people,
    ...general,
    openers: openers.map((opener) => ({
      account: opener.account,
      kind: opener.kind,
      text: opener.text,
      reactions: {
        thanks: opener.thanks.length > 0 ? opener.thanks : general.thanks,
        questions: opener.questions,
      },
    })),
  };
};
