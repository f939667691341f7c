import { createHttp } from '../../../electron/core/connectors/core/http';
import { connectorErr, connectorOk, type ConnectorResult } from '../../../electron/core/connectors/core/errors';
import type {
  AccountRef,
  ChannelLink,
  Connector,
  ConnectorContext,
  CredentialStore,
  InboundEvent,
  OutgoingItem,
  ReplyTarget,
  SendOutcome,
  SentMessage,
  SignedIn,
} from '../../../electron/core/connectors/core/types';
import { systemClock, type Clock } from '../../../electron/core/ports/clock';
import { silentLogger } from '../../../electron/core/ports/logger';
import { uuidv7 } from 'uuidv7';
import { skippingClock } from '../../support/core/skipping-clock';
import type { SuiteBrand, SuiteWorld } from './driver';

export type MessageEvent = Extract<InboundEvent, { type: 'message' }>;

export interface TestCredentials extends CredentialStore {
  value: string | null;
  /** Everything that was ever stored, in order. */
  readonly history: string[];
}

/** A credential store in memory. */
export const memoryCredentials = (value: string | null): TestCredentials => {
  const store: TestCredentials = {
    value,
    history: [],
    get: async () => (store.value === null ? connectorErr('auth_revoked') : connectorOk(store.value)),
    set: async (next) => {
      store.value = next;
      store.history.push(next);
      return connectorOk(null);
    },
  };
  return store;
};

/** A connector's context as the core makes it, with the machine's clock or one that the test moves on. */
export const testContext = (networkDir: string, clock: Clock = systemClock): ConnectorContext => ({
  fetch: createHttp({ clock, timeoutMs: 10_000 }),
  clock,
  logger: silentLogger,
  random: Math.random,
  networkDir,
});

export const never = new AbortController().signal;

/** The value, or a test failure that names the error. */
export function valueOf<T>(result: ConnectorResult<T>): T {
  if (!result.ok) throw new Error(`the connector answered ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The function, or a failure: a case that is not named as unserved needs it. */
export function need<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`the driver lacks ${name}; implement it or name the case in unserved`);
  return part;
}

/** Signs a brand in as the app does, the browser's part included. */
export async function signInBrand(
  connector: Connector,
  world: SuiteWorld,
  brand: SuiteBrand,
  fields = brand.fields,
): Promise<ConnectorResult<SignedIn>> {
  const step = await connector.signIn(brand.flow, fields, testContext(world.networkDir), never);
  if (!step.ok) return step;
  if (step.value.kind === 'done') return connectorOk(step.value.account);
  await need(brand.finishInBrowser, 'finishInBrowser')(step.value.url);
  return step.value.finished;
}

/** So much of a connector's time passes with each pull that brought nothing. */
const skippedPerRoundMs = 2_000;

/** One connected account and what a test does with it. */
export interface Desk {
  readonly link: ChannelLink;
  readonly account: AccountRef;
  readonly credentials: TestCredentials;
  readonly signedIn: SignedIn;
  /** Pulls every stream until it has no more, from where the last call ended. New events only. */
  pull(): Promise<readonly InboundEvent[]>;
  /**
   * Pulls until an event fits, at most 20 seconds, and returns it. The connector's own pauses between two looks at the
   * same thing pass quicker meanwhile.
   */
  waitFor<E extends InboundEvent>(what: string, fits: (event: InboundEvent) => event is E): Promise<E>;
  waitForText(text: string): Promise<MessageEvent>;
  /** Everything seen so far. */
  readonly seen: readonly InboundEvent[];
}

export async function openDesk(connector: Connector, world: SuiteWorld, brand: SuiteBrand): Promise<Desk> {
  const signedIn = valueOf(await signInBrand(connector, world, brand));
  const account: AccountRef = {
    accountId: uuidv7(),
    workspaceId: uuidv7(),
    remoteId: signedIn.identity.remoteId,
    handle: signedIn.identity.handle,
    serviceUrl: signedIn.serviceUrl,
    capabilities: signedIn.capabilities,
  };
  const credentials = memoryCredentials(signedIn.credential);
  const clock = skippingClock();
  const link = connector.connect(account, credentials, testContext(world.networkDir, clock));
  const cursors = new Map<string, string | null>();
  const seen: InboundEvent[] = [];
  const pullStream = async (stream: string): Promise<readonly InboundEvent[]> => {
    const fresh: InboundEvent[] = [];
    for (let page = 0, hasMore = true; hasMore && page < 200; page += 1) {
      const pulled = valueOf(await link.pull(stream, cursors.get(stream) ?? null, never));
      cursors.set(stream, pulled.cursor);
      fresh.push(...pulled.events);
      hasMore = pulled.hasMore;
    }
    seen.push(...fresh);
    return fresh;
  };
  const streams = connector.manifest.streams.map(({ id }) => id);
  const pull = async (): Promise<readonly InboundEvent[]> => {
    const fresh: InboundEvent[] = [];
    for (const stream of streams) fresh.push(...(await pullStream(stream)));
    return fresh;
  };
  const waitFor = async <E extends InboundEvent>(
    what: string,
    fits: (event: InboundEvent) => event is E,
  ): Promise<E> => {
    const deadline = systemClock.monotonic() + 20_000;
    const known = seen.find(fits);
    if (known !== undefined) return known;
    for (;;) {
      await world.settle();
      for (const stream of streams) {
        const found = (await pullStream(stream)).find(fits);
        if (found !== undefined) return found;
      }
      if (systemClock.monotonic() > deadline) throw new Error(`did not arrive: ${what}`);
      clock.moveOn(skippedPerRoundMs);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return {
    link,
    account,
    credentials,
    signedIn,
    pull,
    waitFor,
    waitForText: (text) =>
      waitFor(text, (event): event is MessageEvent => event.type === 'message' && event.message.text.includes(text)),
    seen,
  };
}

/** Waits until a condition of the network holds, at most 20 seconds. */
export async function until(world: SuiteWorld, what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = systemClock.monotonic() + 20_000;
  while (!(await holds())) {
    if (systemClock.monotonic() > end) throw new Error(`did not happen: ${what}`);
    await world.settle();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const targetOf = ({ conversation, message }: MessageEvent): ReplyTarget => ({
  conversationRemoteId: conversation.remoteId,
  kind: conversation.kind,
  visibility: conversation.visibility,
  contact: conversation.contact,
  message: { remoteId: message.remoteId, data: message.data },
});

export const itemFor = (event: MessageEvent, text: string, more: Partial<OutgoingItem> = {}): OutgoingItem => ({
  key: uuidv7(),
  target: targetOf(event),
  text,
  images: [],
  createdAt: Date.now(),
  ...more,
});

/** The message that was sent, or a failure that names the outcome. */
export function sentOf(outcome: SendOutcome): SentMessage {
  if (outcome.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(outcome)}`);
  return outcome.message;
}

let counter = 0;

/** A word that no other text of the run holds. */
export const marker = (word: string): string => {
  counter += 1;
  return `${word}-${process.pid.toString(36)}${Date.now().toString(36)}${counter.toString(36)}`;
};

/** A PNG of 2 × 2 pixels. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR4nGP4z8DAAMIM/zk5OQEaKgMZ7jV9AAAAAABJRU5ErkJggg==',
  'base64',
);
