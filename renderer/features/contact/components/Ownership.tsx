import type { Conversation } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { useStaff } from '@renderer/hooks/use-agency';
import { useMayWork } from '@renderer/hooks/use-may-work';
import { runCommand } from '@renderer/lib/commands';
import { Part } from './Part';
import classes from './Part.module.css';

/** Status, who takes care of it, and its labels. */
export const Ownership = ({ conversation }: { readonly conversation: Conversation }) => {
  const { t } = useTranslation();
  const assignee = useStaff().find((member) => member.id === conversation.assigneeId);
  const mayWork = useMayWork();
  const { labels, status } = conversation;
  return (
    <Part title={t('contact.conversation')}>
      <dl className={classes.facts}>
        <dt>{t('contact.status')}</dt>
        <dd>{t(`common.statuses.${status}`)}</dd>
        <dt>{t('contact.assignee')}</dt>
        <dd>
          {mayWork ? (
            <button type="button" className={classes.link} onClick={() => runCommand('thread.assign')}>
              {assignee?.name ?? t('contact.nobody')}
            </button>
          ) : (
            (assignee?.name ?? t('contact.nobody'))
          )}
        </dd>
        <dt>{t('contact.labels')}</dt>
        <dd className={classes.labels}>
          {labels.map((label) => (
            <span key={label.id} className={classes.label}>
              <bdi>{label.name}</bdi>
            </span>
          ))}
          {mayWork && (
            <button type="button" className={classes.link} onClick={() => runCommand('thread.label')}>
              {t(labels.length === 0 ? 'contact.addLabel' : 'contact.changeLabels')}
            </button>
          )}
        </dd>
      </dl>
    </Part>
  );
};
