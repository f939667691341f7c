import { connectorErr, connectorOk, type ConnectorResult } from '../core/errors';
import type {
  AccountRef,
  ActionRequest,
  ChannelLink,
  ConnectorContext,
  CredentialStore,
  OutgoingItem,
  PullPage,
  ReplyTarget,
  RemoteContact,
  SendOutcome,
  SentMessage,
  ThreadState,
} from '../core/types';
import { capabilities, directStream, feedStream } from './manifest';
import { accountContact, type AccountRow } from './network/accounts';
import { applyAction } from './network/actions';
import { conversationById, markConversationSeen } from './network/conversations';
import { delayOf, faultError, takeFault, type Fault, type NetworkCall } from './network/faults';
import { backfillPage, pullPage, type StreamOf } from './network/feed';
import { advance } from './network/live';
import { mediaBytes } from './network/messages';
import { holdNetwork, type NetworkHold } from './network/open';
import { findReply, listReplies, noteRequest, readThreadState, takeReply } from './network/replies';
import { readSetting } from './network/settings';
import type { Store } from './network/store';
import { repertoireOf } from './sample/repertoire';
import { createSession, type Session } from './session';
import { startWaking } from './waking';
import { pause } from './pause';

/** What a call works with once the network has let it in. */
interface Entered {
  readonly store: Store;
  readonly now: number;
  /** The account that the network takes us for. */
  readonly self: AccountRow;
}

const broken = (context: ConnectorContext, accountId: string, error: unknown): ReturnType<typeof connectorErr> => {
  const name = error instanceof Error ? error.name : 'unknown';
  context.logger.error('sandbox.storage', { accountId, errorName: name });
  return connectorErr('unreachable', { networkCode: 'storage' });
};

const lost: readonly Fault['mode'][] = ['lost_answer', 'dropped', 'unknown_outcome'];

/** One account of the sandbox network, connected. The file is opened at the first call and let go by `close`. */
class SandboxLink implements ChannelLink {
  private readonly account: AccountRef;
  private readonly context: ConnectorContext;
  private readonly session: Session;
  private readonly stopWaking = new Set<() => void>();
  private hold: NetworkHold | undefined;
  private isClosed = false;

  constructor(account: AccountRef, credentials: CredentialStore, context: ConnectorContext) {
    this.account = account;
    this.context = context;
    this.session = createSession(account.remoteId, credentials);
  }

  private network(): NetworkHold {
    this.hold ??= holdNetwork(this.context.networkDir);
    return this.hold;
  }

  private fault(call: NetworkCall): Fault | undefined {
    const { store } = this.network();
    const now = this.context.clock.now();
    return store.write(() => takeFault(store, this.account.remoteId, call, now));
  }

  private delay(call: NetworkCall, moment: 'before' | 'after', signal: AbortSignal): Promise<boolean> {
    return pause(this.context.clock, delayOf(this.network().store, this.account.remoteId, call, moment), signal);
  }

  private async enter(): Promise<ConnectorResult<Entered>> {
    const { store, changed } = this.network();
    const self = await this.session.authorise(store, this.context.clock.now());
    if (!self.ok) return self;
    const now = this.context.clock.now();
    if (advance(store, now, repertoireOf)) changed();
    return connectorOk({ store, now, self: self.value });
  }

  private async call<T>(
    kind: NetworkCall,
    signal: AbortSignal,
    work: (entered: Entered, fault: Fault | undefined) => ConnectorResult<T>,
  ): Promise<ConnectorResult<T>> {
    if (this.isClosed || signal.aborted) return connectorErr('unreachable', { networkCode: 'aborted' });
    try {
      if (!(await this.delay(kind, 'before', signal))) return connectorErr('unreachable', { networkCode: 'aborted' });
      const fault = this.fault(kind);
      if (fault && fault.mode !== 'forget_cursor' && fault.mode !== 'repeat')
        return { ok: false, error: faultError(fault) };
      const entered = await this.enter();
      if (!entered.ok) return entered;
      const result = work(entered.value, fault);
      if (!(await this.delay(kind, 'after', signal))) return connectorErr('unreachable', { networkCode: 'aborted' });
      return result;
    } catch (error) {
      return broken(this.context, this.account.accountId, error);
    }
  }

  private streamOf(stream: string): StreamOf | undefined {
    if (stream !== feedStream && stream !== directStream) return undefined;
    return { accountId: this.account.remoteId, isDirect: stream === directStream };
  }

  identify(signal: AbortSignal): Promise<ConnectorResult<RemoteContact>> {
    return this.call('identify', signal, ({ self }) => connectorOk(accountContact(self)));
  }

  capabilities(signal: AbortSignal): Promise<ConnectorResult<typeof capabilities>> {
    return this.call('identify', signal, () => connectorOk(capabilities));
  }

  pull(stream: string, cursor: string | null, signal: AbortSignal): Promise<ConnectorResult<PullPage>> {
    return this.call('pull', signal, ({ store, now }, fault) => {
      const of = this.streamOf(stream);
      if (!of) return connectorErr('unsupported');
      const page = pullPage(store, of, cursor, now, fault?.mode === 'forget_cursor');
      if (fault?.mode !== 'repeat') return connectorOk(page);
      return connectorOk({ ...page, events: [...page.events.toReversed(), ...page.events] });
    });
  }

  backfill(
    stream: string,
    cursor: string | null,
    untilAt: number,
    signal: AbortSignal,
  ): Promise<ConnectorResult<PullPage>> {
    return this.call('pull', signal, ({ store, now }) => {
      const of = this.streamOf(stream);
      return of ? connectorOk(backfillPage(store, of, cursor, untilAt, now)) : connectorErr('unsupported');
    });
  }

  readThread(target: ReplyTarget, signal: AbortSignal): Promise<ConnectorResult<ThreadState>> {
    return this.call('read', signal, ({ store, now }) => readThreadState(store, this.account.remoteId, target, now));
  }

  listOwn(target: ReplyTarget, signal: AbortSignal): Promise<ConnectorResult<readonly SentMessage[]>> {
    return this.call('read', signal, ({ store, now, self }) =>
      listReplies(store, this.account.remoteId, self.id, target, now),
    );
  }

  /** There only while the network can be asked by key (`sandbox.setNetwork`, `keys: lookup`). */
  get findByKey(): ChannelLink['findByKey'] {
    try {
      if (!this.isClosed && readSetting(this.network().store, 'keys') !== 'lookup') return undefined;
    } catch {
      // The call itself will say that the file cannot be read.
    }
    return (item, signal) =>
      this.call('read', signal, ({ store, self }) => connectorOk(findReply(store, self.id, item.key)));
  }

  async send(item: OutgoingItem, signal: AbortSignal): Promise<SendOutcome> {
    if (this.isClosed || signal.aborted) {
      return { kind: 'failed', error: connectorErr('unreachable', { networkCode: 'aborted' }).error };
    }
    const unknown: SendOutcome = { kind: 'unknown', error: connectorErr('unknown_outcome').error };
    let hasLeft = false;
    try {
      const isThere = await this.delay('send', 'before', signal);
      const fault = this.fault('send');
      const isLost = fault !== undefined && lost.includes(fault.mode);
      if (fault && !isLost) return { kind: 'failed', error: faultError(fault) };
      const entered = await this.enter();
      if (!entered.ok) return { kind: 'failed', error: entered.error };
      const { store, now, self } = entered.value;
      hasLeft = true;
      if (!isThere || (isLost && fault.mode !== 'lost_answer')) {
        store.write(() => noteRequest(store, self.id, item, 'dropped', now));
        return unknown;
      }
      const taken = store.write(() => takeReply(store, this.account.remoteId, self.id, item, now));
      this.network().changed();
      const isAnswered = await this.delay('send', 'after', signal);
      if (isLost || !isAnswered) return unknown;
      return taken.ok ? { kind: 'sent', message: taken.value } : { kind: 'failed', error: taken.error };
    } catch (error) {
      const { error: storage } = broken(this.context, this.account.accountId, error);
      return hasLeft ? unknown : { kind: 'failed', error: storage };
    }
  }

  act(request: ActionRequest, signal: AbortSignal): Promise<ConnectorResult<null>> {
    return this.call('act', signal, ({ store, now }) => {
      const done = store.write(() => applyAction(store, this.account.remoteId, request, now));
      this.network().changed();
      return done;
    });
  }

  markSeen(target: ReplyTarget, signal: AbortSignal): Promise<ConnectorResult<null>> {
    return this.call('act', signal, ({ store, now }) => {
      const conversation = conversationById(store, target.conversationRemoteId);
      if (conversation?.account_id !== this.account.remoteId) return connectorErr('target_gone');
      store.write(() => markConversationSeen(store, conversation.id, now));
      return connectorOk(null);
    });
  }

  fetchMedia(
    url: string,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<ConnectorResult<{ bytes: Uint8Array; mime: string }>> {
    return this.call('read', signal, ({ store }) => {
      const media = mediaBytes(store, url);
      if (!media) return connectorErr('target_gone');
      return media.bytes.byteLength > maxBytes ? connectorErr('media_rejected') : connectorOk(media);
    });
  }

  wake(onWake: (stream: string) => void): () => void {
    try {
      const stop = startWaking(this.network(), this.context.clock, this.account.remoteId, onWake);
      this.stopWaking.add(stop);
      return () => {
        this.stopWaking.delete(stop);
        stop();
      };
    } catch (error) {
      broken(this.context, this.account.accountId, error);
      return () => {};
    }
  }

  close(): void {
    this.isClosed = true;
    for (const stop of this.stopWaking) stop();
    this.stopWaking.clear();
    this.hold?.release();
    this.hold = undefined;
  }
}

/** Connects an account. Nothing is opened yet. */
export const connectAccount = (
  account: AccountRef,
  credentials: CredentialStore,
  context: ConnectorContext,
): ChannelLink => new SandboxLink(account, credentials, context);
