import { Button, Textarea } from '@mantine/core';
import type { OutboxItem } from '@shared/contract/views';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@renderer/lib/error-text';
import { useCoreMutation } from '@renderer/lib/use-core';
import classes from './OutboxCard.module.css';

/** Changes the text of a reply that has not left. The core checks it again. */
export const EditForm = ({ item, onClose }: { readonly item: OutboxItem; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState(item.text);
  const edit = useCoreMutation('outbox.edit');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    edit.mutate({ workspaceId: item.workspaceId, itemId: item.id, text }, { onSuccess: onClose });
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Textarea
        autosize
        minRows={2}
        maxRows={10}
        autoFocus
        aria-label={t('outbox.editLabel', { name: item.contactName })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {edit.isError && (
        <p role="alert" className={classes.problem}>
          {errorText(t, edit.error)}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={edit.isPending} disabled={text.trim() === '' || text === item.text}>
          {t('common.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
};
