import type { Contact } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkIcon } from '@renderer/components/NetworkIcon';
import { errorText } from '@renderer/lib/error-text';
import { useCoreMutation, useCoreQuery } from '@renderer/lib/use-core';
import classes from './MergeDialog.module.css';

const pageSize = 20;

export interface MergeDialogProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Joins this contact into another one of the same brand: one person on two networks. Asks before it does. */
export const MergeDialog = ({ contact, onClose }: MergeDialogProps) => {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Contact | null>(null);
  const merge = useCoreMutation('contacts.merge');
  const { workspaceId } = contact;
  const found = useCoreQuery('contacts.list', { workspaceId, query, limit: pageSize }, { keepsPrevious: true }).data;
  const others = found?.items.filter((other) => other.id !== contact.id) ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      size="sm"
      title={t('contact.mergeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.text}>{t('contact.mergeText', { name: displayLine(contact.name) })}</p>
      <TextInput
        data-autofocus
        label={t('contact.mergeSearch')}
        value={query}
        maxLength={200}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(null);
        }}
      />
      <div className={classes.list} role="radiogroup" aria-label={t('contact.mergeInto')}>
        {others.map((other) => (
          <label key={other.id} className={classes.choice}>
            <input type="radio" name="merge-into" checked={chosen?.id === other.id} onChange={() => setChosen(other)} />
            <span className={classes.name}>
              <bdi>{displayLine(other.name)}</bdi>
            </span>
            {other.identities.map((identity) => (
              <span key={`${identity.network} ${identity.remoteId}`} className={classes.identity}>
                <NetworkIcon networkId={identity.network} size={11} isNamed /> <bdi>{displayLine(identity.handle)}</bdi>
              </span>
            ))}
          </label>
        ))}
        {found && others.length === 0 && <p className={classes.text}>{t('contact.mergeNone')}</p>}
      </div>
      {merge.isError && (
        <p role="alert" className={classes.error}>
          {errorText(t, merge.error)}
        </p>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          color="red"
          disabled={chosen === null}
          loading={merge.isPending}
          onClick={() =>
            chosen &&
            merge.mutate({ workspaceId, contactId: contact.id, intoContactId: chosen.id }, { onSuccess: onClose })
          }
        >
          {t('contact.mergeVerb')}
        </Button>
      </div>
    </Modal>
  );
};
