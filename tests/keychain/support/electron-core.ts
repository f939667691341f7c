import { systemClock } from '../../../electron/core/ports/clock';
import { createKeychainClient } from '../../../electron/core/ports/keychain-client';
import { createPortTransport } from '../../../electron/core/ports/keychain-port';
import type { HostPort } from '../../../electron/core/ports/keychain-port';

/** A core of nothing but the secrets port. Commands: `{"id", "do": "set"|"get"|"state"|"refresh", "value"?}`, for one account. */
interface Command {
  readonly id: number;
  readonly do: 'set' | 'get' | 'state' | 'refresh';
  readonly value?: string;
}

interface ParentPort extends HostPort {
  postMessage(message: unknown): void;
}

const parent = Reflect.get(process, 'parentPort') as ParentPort;
const ref = { workspaceId: 'acme', channelAccountId: 'bluesky-1' };
let written = false;
const client = createKeychainClient({
  profileId: 'profile-1',
  clock: systemClock,
  limits: { callMs: 6_000, promptAfterMs: 300, recheckMs: 0 },
  memory: {
    wasWritten: () => written,
    remember: () => {
      written = true;
    },
  },
  transport: createPortTransport(parent),
});

const run = (command: Command): unknown => {
  switch (command.do) {
    case 'set':
      return client.set(ref, command.value ?? '');
    case 'get':
      return client.get(ref);
    case 'state':
      return client.state();
    case 'refresh':
      return client.refresh('press');
  }
};

parent.on('message', ({ data }) => {
  if (typeof data !== 'string') return;
  const command = JSON.parse(data) as Command;
  void Promise.resolve(run(command)).then((answer) => parent.postMessage({ id: command.id, answer }));
});
