import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { connectorErr, connectorOk, type ConnectorResult } from '../../../electron/core/connectors/core/errors';
import type {
  ChannelLink,
  ConnectorContext,
  CredentialStore,
  InboundEvent,
  OutgoingItem,
  PullPage,
} from '../../../electron/core/connectors/core/types';
import { connector } from '../../../electron/core/connectors/sandbox';
import { holdNetwork } from '../../../electron/core/connectors/sandbox/network/open';
import type { Clock } from '../../../electron/core/ports/clock';
import { silentLogger } from '../../../electron/core/ports/logger';

export const never = new AbortController().signal;
export const startAt = Date.UTC(2026, 5, 10, 9);

export type MessageEvent = Extract<InboundEvent, { type: 'message' }>;
export const isMessage = (event: InboundEvent): event is MessageEvent => event.type === 'message';

/** A clock that moves when it is told to; timers whose time has come run in order. */
export interface HandClock extends Clock {
  move(ms: number): void;
  jump(ms: number): void;
}

export const handClock = (at: number): HandClock => {
  let wall = at;
  let running = 0;
  let timers: { at: number; fn: () => void }[] = [];
  return {
    now: () => wall,
    monotonic: () => running,
    after: (delayMs, fn) => {
      const timer = { at: running + delayMs, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    move(ms) {
      const end = running + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        wall += next.at - running;
        running = next.at;
        next.fn();
      }
      wall += end - running;
      running = end;
    },
    jump(ms) {
      wall += ms;
    },
  };
};

/** A network in a folder of its own. */
export interface TestNetwork {
  readonly clock: HandClock;
  readonly context: ConnectorContext;
  /** Runs an operation of the driver and answers its value, checked against its own schema. */
  run(name: string, input?: unknown): Promise<Record<string, unknown>>;
  tryRun(name: string, input?: unknown): Promise<ConnectorResult<unknown>>;
  signIn(handle: string, flow?: string): Promise<TestDesk>;
  /** Lets the file go, as the end of the process does. */
  close(): void;
  dispose(): void;
}

/** One account, connected. */
export interface TestDesk {
  readonly link: ChannelLink;
  readonly accountRemoteId: string;
  readonly credential: { value: string | null; isBroken: boolean; setCount: number };
  pages(stream: string): Promise<readonly PullPage[]>;
  pull(stream: string): Promise<readonly InboundEvent[]>;
  /** The next event with such a text from either stream. */
  find(text: string): Promise<MessageEvent>;
}

/** The value, or a failed test that names the error. */
export const valueOf = <T>(result: ConnectorResult<T>): T => {
  if (!result.ok) throw new Error(`answered ${JSON.stringify(result.error)}`);
  return result.value;
};

export const itemFor = (event: MessageEvent, text: string, more: Partial<OutgoingItem> = {}): OutgoingItem => ({
  key: uuidv7(),
  target: {
    conversationRemoteId: event.conversation.remoteId,
    kind: event.conversation.kind,
    visibility: event.conversation.visibility,
    contact: event.conversation.contact,
    message: { remoteId: event.message.remoteId, data: event.message.data },
  },
  text,
  images: [],
  createdAt: startAt,
  ...more,
});

export const openNetwork = (
  networkDir = mkdtempSync(join(tmpdir(), 'sandbox-')),
  clock = handClock(startAt),
): TestNetwork => {
  const context: ConnectorContext = {
    fetch: () => Promise.reject(new Error('the network lives in this process')),
    clock,
    logger: silentLogger,
    random: () => 0.5,
    networkDir,
  };
  const links: ChannelLink[] = [];
  // Opening the file for each operation is what costs most, so a test keeps it open.
  const { release } = holdNetwork(networkDir);
  const tryRun = async (name: string, input: unknown = {}): Promise<ConnectorResult<unknown>> => {
    const found = connector.operations?.[name];
    if (!found) throw new Error(`no operation ${name}`);
    const result = await found.run(input, context);
    return result.ok ? connectorOk(found.output.parse(result.value)) : result;
  };
  const close = (): void => {
    for (const link of links) link.close();
    release();
  };
  return {
    clock,
    context,
    tryRun,
    run: async (name, input) => valueOf(await tryRun(name, input)) as Record<string, unknown>,
    async signIn(handle, flow = 'local') {
      const step = valueOf(await connector.signIn(flow, { handle }, context, never));
      if (step.kind !== 'done') throw new Error('signing in needs no browser');
      const { identity, credential: first, serviceUrl, capabilities } = step.account;
      const credential = { value: first, isBroken: false, setCount: 0 };
      const credentials: CredentialStore = {
        get: async () => (credential.value === null ? connectorErr('auth_revoked') : connectorOk(credential.value)),
        set: async (value) => {
          if (credential.isBroken) return connectorErr('transient');
          credential.value = value;
          credential.setCount += 1;
          return connectorOk(null);
        },
      };
      const link = connector.connect(
        {
          accountId: uuidv7(),
          workspaceId: uuidv7(),
          remoteId: identity.remoteId,
          handle: identity.handle,
          serviceUrl,
          capabilities,
        },
        credentials,
        context,
      );
      links.push(link);
      const cursors = new Map<string, string>();
      const pages = async (stream: string): Promise<readonly PullPage[]> => {
        const found: PullPage[] = [];
        for (;;) {
          const page = valueOf(await link.pull(stream, cursors.get(stream) ?? null, never));
          cursors.set(stream, page.cursor);
          found.push(page);
          if (!page.hasMore) return found;
        }
      };
      const pull = async (stream: string): Promise<readonly InboundEvent[]> =>
        (await pages(stream)).flatMap((page) => page.events);
      return {
        link,
        accountRemoteId: identity.remoteId,
        credential,
        pages,
        pull,
        async find(text) {
          const events = [...(await pull('feed')), ...(await pull('direct'))];
          const event = events.filter(isMessage).find((one) => one.message.text.includes(text));
          if (!event) throw new Error(`did not arrive: ${text}`);
          return event;
        },
      };
    },
    close,
    dispose() {
      close();
      rmSync(networkDir, { recursive: true, force: true });
    },
  };
};
