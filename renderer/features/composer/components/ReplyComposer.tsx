import { isTooLong } from '@shared/domain/text-counter';
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNetwork } from '@renderer/hooks/use-agency';
import { isTextField, useCommands } from '@renderer/lib/commands';
import { useMessageFocus } from '@renderer/lib/message-focus';
import { useCoreQuery } from '@renderer/lib/use-core';
import type { OpenComposerProps } from '../Composer';
import type { EditorHandle } from '../editor/TextEditor';
import { useAttachments } from '../hooks/use-attachments';
import { useBrandCheck } from '../hooks/use-brand-check';
import { useDraftSession, useDraftValue } from '../hooks/use-draft';
import { useSend } from '../hooks/use-send';
import type { DraftSession } from '../model/draft-session';
import { mentionCandidates } from '../model/mention-candidates';
import { canWrite, imagesFor, limitsFor, sendingWait, writingBlock } from '../model/writing';
import { AnswerLine } from './AnswerLine';
import { AttachmentTray } from './AttachmentTray';
import { BrandNotes } from './BrandNotes';
import { ComposerHead } from './ComposerHead';
import { ComposerTools } from './ComposerTools';
import { DraftNotices } from './DraftNotices';
import classes from './ReplyComposer.module.css';

const TextEditor = lazy(() => import('../editor/TextEditor').then((part) => ({ default: part.TextEditor })));

export interface ReplyComposerProps extends OpenComposerProps {
  /** Grows when the person wants to write here. */
  readonly wish: number;
  readonly onNote: () => void;
}

/** A reply to the network: who speaks, the text, what stands against it, and Send. */
export const ReplyComposer = (props: ReplyComposerProps) => {
  const { conversation, workspace } = props;
  const session = useDraftSession({
    workspaceId: workspace.id,
    conversationId: conversation.id,
    accountId: conversation.accountId,
  });
  return session === null ? <div className={classes.box} aria-busy="true" /> : <Bound {...props} session={session} />;
};

/** Entries in which people to be named are looked for; the same read as that of the side panel. */
const peoplePage = 200;

const Bound = ({
  conversation,
  workspace,
  agency,
  wish,
  onNote,
  session,
}: ReplyComposerProps & { readonly session: DraftSession }) => {
  const { t } = useTranslation();
  const { id: conversationId, workspaceId, kind } = conversation;
  const account = useCoreQuery(
    'channels.list',
    { workspaceId },
    {
      select: (accounts) => accounts.find((each) => each.id === conversation.accountId),
    },
  ).data;
  const network = useNetwork(conversation.network);
  const people = useCoreQuery('messages.list', { workspaceId, conversationId, limit: peoplePage }).data;
  const candidates = useMemo(
    () =>
      mentionCandidates(
        { handle: conversation.contactHandle, name: conversation.contactName },
        people?.items ?? [],
        conversation.accountHandle,
      ),
    [conversation.accountHandle, conversation.contactHandle, conversation.contactName, people],
  );
  const writing = {
    role: agency.actingStaff.role,
    account,
    kind,
    isConnectable: network !== undefined,
    isOnline: agency.isOnline,
    isKeychainReady: agency.keychain === 'ready',
  };
  const block = writingBlock(writing);
  const wait = sendingWait(writing);
  const limits = useMemo(() => limitsFor(account, kind), [account, kind]);
  const check = useBrandCheck(session);
  const images = useAttachments(session, imagesFor(account, kind));
  const send = useSend(session, conversation, wait);
  const isLoading = useDraftValue(session, (snapshot) => snapshot.save === 'loading');
  const isUnreadable = useDraftValue(session, (snapshot) => snapshot.save === 'loading' && snapshot.saveError !== null);
  const hasText = useDraftValue(session, (snapshot) => snapshot.text.trim() !== '');
  const editor = useRef<EditorHandle | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const isOver = useDraftValue(session, (snapshot) => isTooLong(snapshot.text, limits));
  const mayWrite = canWrite(block);
  const canSend = block === null && hasText && !isOver && !send.isSending;

  useEffect(() => {
    if (wish > 0) editor.current?.focus();
  }, [wish]);

  const answered = useMessageFocus((state) => state.answered);
  const setAnswered = useMessageFocus((state) => state.answer);
  useEffect(() => {
    if (answered?.conversationId !== conversationId || answered.workspaceId !== workspaceId) return;
    session.answerTo(answered.messageId);
    setAnswered(null);
  }, [answered, conversationId, session, setAnswered, workspaceId]);

  /** Send never fires out of another field: its key belongs to this box, or to no field at all. */
  const isHere = (): boolean =>
    frame.current?.contains(document.activeElement) === true || !isTextField(document.activeElement);
  useCommands([
    {
      id: 'composer.send',
      titleKey: 'composer.commands.send',
      group: 'write',
      keys: ['$mod+Enter'],
      when: () => canSend && isHere(),
      run: () => send.run(false),
    },
    {
      id: 'composer.sendResolve',
      titleKey: 'composer.commands.sendResolve',
      group: 'write',
      keys: ['$mod+Shift+Enter'],
      when: () => canSend && isHere(),
      run: () => send.run(true),
    },
  ]);

  const insert = useCallback((text: string) => editor.current?.insert(text), []);
  return (
    <div
      ref={frame}
      className={classes.box}
      role="group"
      aria-busy={isLoading}
      aria-label={t('composer.label', { handle: conversation.accountHandle })}
    >
      <ComposerHead conversation={conversation} workspace={workspace} />
      <AnswerLine session={session} place={{ workspaceId, conversationId }} />
      <div className={classes.editor}>
        <Suspense fallback={<div className={classes.waiting} />}>
          <TextEditor
            session={session}
            handle={editor}
            label={t('composer.textLabel', { name: conversation.contactName, handle: conversation.accountHandle })}
            placeholder={mayWrite ? t('composer.placeholder') : ''}
            language={workspace.language}
            isReadOnly={!mayWrite || isUnreadable || send.isSending}
            takesFocus={wish > 0}
            limits={limits}
            marks={check.marks}
            candidates={candidates}
            onFiles={images.limits === null || !mayWrite ? null : images.add}
          />
        </Suspense>
      </div>
      <AttachmentTray session={session} images={images} workspaceId={workspaceId} isReadOnly={!mayWrite} />
      <BrandNotes marks={check.otherBrands} />
      <DraftNotices session={session} block={block} wait={wait} account={account} sendError={send.error} />
      <ComposerTools
        session={session}
        limits={limits}
        images={images}
        mayWrite={mayWrite}
        canSend={canSend}
        isTooLong={isOver}
        isQueued={wait !== null}
        isSending={send.isSending}
        onInsert={insert}
        onNote={onNote}
        onSend={send.run}
      />
    </div>
  );
};
