import type { Conversation } from '@shared/contract/views';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '@renderer/components/Kbd';
import { useUndoToast } from '@renderer/hooks/use-undo-toast';
import { useCommands } from '@renderer/lib/commands';
import { useCore } from '@renderer/lib/core-context';
import { errorText } from '@renderer/lib/error-text';
import { useCoreMutation } from '@renderer/lib/use-core';
import { draftRegistryOf } from '../model/draft-registry';
import classes from './NoteComposer.module.css';

export interface NoteComposerProps {
  readonly conversation: Conversation;
  readonly wish: number;
  readonly onReply: () => void;
}

/** An internal note. Looks like none of the brands, since it never leaves. */
export const NoteComposer = ({ conversation, wish, onReply }: NoteComposerProps) => {
  const { t } = useTranslation();
  const notes = draftRegistryOf(useCore());
  const place = { workspaceId: conversation.workspaceId, conversationId: conversation.id };
  const [text, setText] = useState(() => notes.note(place));
  const field = useRef<HTMLTextAreaElement>(null);
  const add = useCoreMutation('messages.addNote');
  const showUndo = useUndoToast();
  useEffect(() => field.current?.focus(), [wish]);

  const change = (next: string): void => {
    setText(next);
    notes.setNote(place, next);
  };
  const canSave = text.trim() !== '' && !add.isPending;
  const save = (): void =>
    add.mutate(
      { ...place, text },
      {
        onSuccess: ({ undoId }) => {
          change('');
          showUndo({ message: t('composer.noteSaved'), workspaceId: place.workspaceId, undoId });
          onReply();
        },
      },
    );
  useCommands([
    {
      id: 'composer.send',
      titleKey: 'composer.commands.saveNote',
      group: 'write',
      keys: ['$mod+Enter'],
      when: () => canSave && document.activeElement === field.current,
      run: save,
    },
  ]);
  return (
    <div className={classes.box} role="group" aria-label={t('composer.noteLabel')}>
      <p className={classes.head}>{t('composer.noteHead')}</p>
      <textarea
        ref={field}
        className={classes.text}
        aria-label={t('composer.noteLabel')}
        placeholder={t('composer.notePlaceholder')}
        value={text}
        maxLength={10_000}
        rows={3}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onReply();
        }}
      />
      {add.isError && (
        <p className={classes.error} role="alert">
          {errorText(t, add.error)}
        </p>
      )}
      <div className={classes.foot}>
        <button type="button" className={classes.back} aria-keyshortcuts="r" onClick={onReply}>
          <IconArrowBackUp size={15} aria-hidden="true" /> {t('composer.toReply')} <Kbd keys="r" />
        </button>
        <button type="button" className={classes.save} disabled={!canSave} onClick={save}>
          {t('composer.saveNote')} <Kbd keys="$mod+Enter" />
        </button>
      </div>
    </div>
  );
};
