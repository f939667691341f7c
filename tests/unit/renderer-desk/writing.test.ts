import type { ChannelAccount, ThreadEntry } from '@shared/contract/views';
import { describe, expect, it } from 'vitest';
import { mentionCandidates } from '@renderer/features/composer/model/mention-candidates';
import {
  canWrite,
  imagesFor,
  limitsFor,
  sendingWait,
  writingBlock,
  type WritingState,
} from '@renderer/features/composer/model/writing';

const images = { maxCount: 4, maxBytes: 1000, mimeTypes: ['image/png'], maxAltLength: 100, inDirect: false };
const anAccount = (more: Partial<ChannelAccount> = {}): ChannelAccount => ({
  id: 'a1',
  workspaceId: 'w1',
  network: 'plaza',
  remoteId: 'r1',
  handle: 'lale',
  displayName: 'Lale',
  serviceUrl: 'https://plaza.example',
  state: 'connected',
  stateReason: null,
  waitsUntil: null,
  lastSyncAt: null,
  capabilities: {
    publicText: [{ unit: 'grapheme', max: 300, source: 'test' }],
    directText: [{ unit: 'grapheme', max: 1000, source: 'test' }],
    images,
    actions: [],
    unavailable: [{ kind: 'review', reason: 'no_api' }],
  },
  ...more,
});
const aState = (more: Partial<WritingState> = {}): WritingState => ({
  role: 'agent',
  account: anAccount(),
  kind: 'comment',
  isConnectable: true,
  isOnline: true,
  isKeychainReady: true,
  ...more,
});

describe('who may write and send', () => {
  it('lets an agent write and send through a connected account', () => {
    expect(writingBlock(aState())).toBeNull();
    expect(sendingWait(aState())).toBeNull();
  });

  it('says why nothing can be sent, and lets a draft be prepared where that helps', () => {
    const cases = [
      [aState({ role: 'observer' }), 'observer', false],
      [aState({ account: undefined }), 'noAccount', false],
      [aState({ kind: 'review' }), 'unavailable', false],
      [aState({ account: anAccount({ state: 'disconnected' }), isConnectable: false }), 'noConnector', false],
      [aState({ account: anAccount({ state: 'disconnected' }) }), 'disconnected', true],
      [aState({ account: anAccount({ state: 'blocked' }) }), 'accountBlocked', true],
    ] as const;
    for (const [state, reason, mayDraft] of cases) {
      expect(writingBlock(state)).toBe(reason);
      expect(canWrite(writingBlock(state))).toBe(mayDraft);
    }
  });

  it('queues while offline, while the account must be reconnected, and while the keychain is locked', () => {
    expect(sendingWait(aState({ isOnline: false }))).toBe('offline');
    expect(sendingWait(aState({ account: anAccount({ state: 'reconnect_needed' }) }))).toBe('reconnect');
    expect(sendingWait(aState({ isKeychainReady: false }))).toBe('keychain');
  });

  it('takes limits and images by what the account says of this kind', () => {
    expect(limitsFor(anAccount(), 'direct')[0]?.max).toBe(1000);
    expect(limitsFor(anAccount(), 'comment')[0]?.max).toBe(300);
    expect(imagesFor(anAccount(), 'comment')).toBe(images);
    expect(imagesFor(anAccount(), 'direct')).toBeNull();
  });
});

describe('who can be mentioned', () => {
  it('offers the contact first, then the others of the thread, each once and never ourselves', () => {
    const by = (authorHandle: string): ThreadEntry =>
      ({ type: 'inbound', authorHandle, authorName: authorHandle }) as ThreadEntry;
    const found = mentionCandidates({ handle: '@ada', name: 'Ada' }, [by('tom'), by('lale'), by('ada')], '@lale');
    expect(found.map(({ handle }) => handle)).toEqual(['ada', 'tom']);
  });
});
