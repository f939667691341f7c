import type { Contact } from '@shared/contract/views';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { useCore } from '@renderer/lib/core-context';
import { errorText } from '@renderer/lib/error-text';
import { Part } from './Part';
import classes from './Part.module.css';

/** Rest after a key before the note is saved, ms. */
const restMs = 500;

/** What the agency knows about a contact; private, saved while it is typed, and when the panel goes away. */
export const ContactNote = ({ contact }: { readonly contact: Contact }) => {
  const { t } = useTranslation();
  const core = useCore();
  const [text, setText] = useState(contact.note);
  const [error, setError] = useState<unknown>(null);
  const mayWork = useMayWork();
  const unsaved = useRef<string | null>(null);
  const { workspaceId, id: contactId } = contact;

  const save = useRef((): void => undefined);
  useEffect(() => {
    save.current = () => {
      const note = unsaved.current;
      if (note === null) return;
      unsaved.current = null;
      core.call('contacts.update', { workspaceId, contactId, note }).then(
        () => setError(null),
        (thrown: unknown) => {
          unsaved.current ??= note;
          setError(thrown);
        },
      );
    };
  });
  useEffect(() => {
    if (unsaved.current === null) return;
    const timer = setTimeout(() => save.current(), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => save.current(), []);
  useEffect(() => {
    if (unsaved.current === null) setText(contact.note);
  }, [contact.note]);

  return (
    <Part title={t('contact.note')}>
      <textarea
        className={classes.area}
        aria-label={t('contact.note')}
        placeholder={t('contact.notePlaceholder')}
        value={text}
        maxLength={5000}
        readOnly={!mayWork}
        onChange={(event) => {
          unsaved.current = event.currentTarget.value;
          setText(event.currentTarget.value);
        }}
        onBlur={() => save.current()}
      />
      {error !== null && (
        <p className={classes.state} data-stop role="alert">
          {errorText(t, error)}
        </p>
      )}
    </Part>
  );
};
