import type { OutboxItem } from '@shared/contract/views';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@renderer/components/RelativeTime';
import { sendFailureText } from '@renderer/lib/error-text';
import { useFormat } from '@renderer/lib/use-format';
import classes from './OutboxCard.module.css';

/** Which heading stands over the other text that was found. */
const foundHeading = {
  new_messages: 'outbox.newMessage',
  already_answered: 'outbox.otherAnswer',
  target_edited: 'outbox.editedTo',
} as const;

/** Why a reply has not left, or what is not known about it, with what a person must see to decide. */
export const StateReason = ({ item }: { readonly item: OutboxItem }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const details = item.holdDetails;
  const brands = [...new Set((details?.marks ?? []).map((mark) => mark.otherWorkspaceName))];
  const foundText = details?.foundText;
  const heading =
    item.holdReason !== null && item.holdReason in foundHeading
      ? foundHeading[item.holdReason as keyof typeof foundHeading]
      : 'outbox.foundThere';
  return (
    <>
      {item.state === 'held' && item.holdReason !== null && (
        <p className={classes.reason}>
          {t(`holdReasons.${item.holdReason}`)}
          {brands.length > 0 && ` ${t('outbox.otherBrands', { brands: format.list(brands) })}`}
          {details?.count !== undefined && ` ${t('outbox.newCount', { count: details.count })}`}
          {details?.identity !== undefined && ` ${t('outbox.identity', { identity: details.identity })}`}
        </p>
      )}
      {item.state === 'unknown' && <p className={classes.reason}>{t('outbox.unknownText')}</p>}
      {(item.state === 'failed' || item.state === 'queued') && item.errorReason !== null && (
        <p className={classes.reason}>{sendFailureText(t, item.errorReason)}</p>
      )}
      {item.state === 'queued' && item.nextAttemptAt !== null && (
        <p className={classes.quiet}>
          {t('outbox.triesAgain', { count: item.attempts })} <RelativeTime at={item.nextAttemptAt} />
        </p>
      )}
      {foundText !== undefined && (
        <figure className={classes.found}>
          <figcaption className={classes.quiet}>{t(heading)}</figcaption>
          <blockquote className={classes.quote} dir="auto" data-selectable>
            {foundText === '' ? t('outbox.noText') : foundText}
          </blockquote>
        </figure>
      )}
      {item.state === 'unknown' && foundText === undefined && (
        <p className={classes.quiet}>{t('outbox.nothingFound')}</p>
      )}
    </>
  );
};
