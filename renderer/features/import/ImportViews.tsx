import type { OutputOf } from '@shared/contract/index';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@renderer/lib/use-format';
import classes from './Import.module.css';
import type { ImportReport } from './use-import';

type Preview = OutputOf<'import.preview'>;

/** What the file holds and what an import would do. */
export const PreviewView = ({ fileName, preview }: { readonly fileName: string; readonly preview: Preview }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p className={classes.count} data-selectable>
        <strong>{fileName}</strong>{' '}
        <span className={classes.quiet}>
          {format.bytes(preview.sizeBytes)} · {t('import.lines', { count: preview.linesRead })}
        </span>
      </p>
      <p className={classes.count}>
        {t('import.found', {
          conversations: t('import.conversations', { count: preview.conversations }),
          messages: t('import.messages', { count: preview.messages }),
          workspaces: t('import.workspaces', { count: preview.workspaces.length }),
        })}
        {preview.isTruncated && ` ${t('import.truncated')}`}
      </p>
      {preview.workspaces.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.workspace')}</th>
              <th scope="col" className={classes.figure}>
                {t('import.conversationsHead')}
              </th>
              <th scope="col">{t('import.where')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.workspaces.map((workspace) => (
              <tr key={workspace.name}>
                <th scope="row">{workspace.name}</th>
                <td className={classes.figure}>{format.number(workspace.conversations)}</td>
                <td className={classes.quiet}>{workspace.exists ? t('import.exists') : t('import.isNew')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SkippedList count={preview.skippedCount} skipped={preview.skipped} />
    </>
  );
};

/** What an import did. */
export const ReportView = ({ report }: { readonly report: ImportReport }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [
    ['linesRead', report.linesRead],
    ['workspacesTouched', report.workspaces],
    ['conversationsAdded', report.conversationsAdded],
    ['messagesAdded', report.messagesAdded],
    ['messagesKnown', report.messagesKnown],
  ] as const;
  return (
    <>
      <p role="status" className={classes.count}>
        <strong>{t(`import.states.${report.state}`)}</strong> {report.error}
      </p>
      <dl className={classes.figures}>
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt className={classes.quiet}>{t(`import.figures.${key}`)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <SkippedList count={report.skippedCount} skipped={report.skipped} />
    </>
  );
};

/** The core names the field that is wrong as `field <path>: <why>`. */
const reasonText = (t: TFunction, reason: string): string => {
  const field = /^field ([^:]+):/.exec(reason)?.[1];
  return field === undefined
    ? t(`import.reasons.${reason}`, { defaultValue: reason })
    : t('import.reasons.field', { field });
};

interface SkippedListProps {
  readonly count: number;
  readonly skipped: ImportReport['skipped'];
}

const SkippedList = ({ count, skipped }: SkippedListProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return <p className={classes.quiet}>{t('import.nothingSkipped')}</p>;
  return (
    <details className={classes.skipped}>
      <summary>{t('import.skipped', { count })}</summary>
      <ul>
        {skipped.map((one) => (
          <li key={`${one.line} ${one.reason}`}>
            {t('import.line', { line: format.number(one.line) })} {reasonText(t, one.reason)}
          </li>
        ))}
      </ul>
      {count > skipped.length && <p className={classes.quiet}>{t('import.moreSkipped')}</p>}
    </details>
  );
};
