import { useTranslation } from 'react-i18next';
import { MessageText } from '@renderer/components/MessageText';
import { errorText } from '@renderer/lib/error-text';
import { useCoreQuery } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import classes from './Revisions.module.css';

export interface RevisionsProps {
  readonly workspaceId: string;
  readonly messageId: string;
  readonly zone: string;
}

/** Earlier texts of an edited message. */
export const Revisions = ({ workspaceId, messageId, zone }: RevisionsProps) => {
  const { t } = useTranslation();
  const format = useFormat(zone);
  const query = useCoreQuery('messages.revisions', { workspaceId, messageId });
  if (query.isError) return <p className={classes.error}>{errorText(t, query.error)}</p>;
  return (
    <ol className={classes.list} aria-label={t('thread.revisions')}>
      {query.data?.map((revision) => (
        <li key={revision.seenAt} className={classes.revision}>
          <time dateTime={new Date(revision.seenAt).toISOString()}>{format.full(revision.seenAt)}</time>
          <MessageText text={revision.text} />
        </li>
      ))}
    </ol>
  );
};
