import type { Conversation, Workspace } from '@shared/contract/views';
import { useEffect, useState } from 'react';
import { useAgency, useWorkspace } from '@renderer/hooks/use-agency';
import { useCommands } from '@renderer/lib/commands';
import { useReplyWish } from '@renderer/lib/reply-wish';
import { useCoreQuery } from '@renderer/lib/use-core';
import { NoteComposer } from './components/NoteComposer';
import { ReplyComposer } from './components/ReplyComposer';
import classes from './Composer.module.css';

export interface ComposerProps {
  readonly workspaceId: string;
  readonly conversationId: string;
}

export type ComposerMode = 'reply' | 'note';

/** Where a reply or a note is written. What it writes is bound to this workspace, account and conversation. */
export const Composer = ({ workspaceId, conversationId }: ComposerProps) => {
  const conversation = useCoreQuery('conversations.get', { workspaceId, conversationId }).data;
  const workspace = useWorkspace(workspaceId);
  const agency = useAgency();
  if (!conversation || !workspace || !agency) return null;
  return (
    <OpenComposer
      key={`${workspaceId} ${conversationId}`}
      conversation={conversation}
      workspace={workspace}
      agency={agency}
    />
  );
};

export interface OpenComposerProps {
  readonly conversation: Conversation;
  readonly workspace: Workspace;
  readonly agency: NonNullable<ReturnType<typeof useAgency>>;
}

const OpenComposer = ({ conversation, workspace, agency }: OpenComposerProps) => {
  const [mode, setMode] = useState<ComposerMode>('reply');
  /** Grows with each wish to write, so that the field takes the focus. */
  const [wish, setWish] = useState(0);
  const write = (next: ComposerMode) => () => {
    setMode(next);
    setWish((count) => count + 1);
  };
  // R pressed while this was still on its way.
  const isWished = useReplyWish((state) => state.conversationId === conversation.id);
  useEffect(() => {
    if (!isWished) return;
    useReplyWish.setState({ conversationId: null });
    setMode('reply');
    setWish((count) => count + 1);
  }, [isWished]);
  const mayWork = agency.actingStaff.role !== 'observer';
  useCommands([
    {
      id: 'thread.reply',
      titleKey: 'composer.commands.reply',
      group: 'write',
      keys: ['r'],
      leadsToText: true,
      run: write('reply'),
    },
    {
      id: 'thread.note',
      titleKey: 'composer.commands.note',
      group: 'write',
      keys: ['n'],
      leadsToText: true,
      when: () => mayWork,
      run: write('note'),
    },
  ]);
  return (
    <div className={classes.composer}>
      {mode === 'reply' ? (
        <ReplyComposer
          conversation={conversation}
          workspace={workspace}
          agency={agency}
          wish={wish}
          onNote={write('note')}
        />
      ) : (
        <NoteComposer conversation={conversation} wish={wish} onReply={write('reply')} />
      )}
    </div>
  );
};
