import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorToast } from '@renderer/hooks/use-error-toast';
import { useNow } from '@renderer/hooks/use-now';
import type { StreamCoverage } from '@renderer/lib/coverage-summary';
import { useCoreMutation } from '@renderer/lib/use-core';
import { useFormat } from '@renderer/lib/use-format';
import { barParts } from '../model/bar';
import classes from '../CoveragePanel.module.css';

export interface StreamRowProps {
  readonly stream: StreamCoverage;
  /** IANA zone of the brand. */
  readonly zone: string | undefined;
  /** Length of the bar, ms. */
  readonly windowMs: number;
}

/** One stream of an account: since when it is complete, its gaps with reasons, and a bar of the last days. */
export const StreamRow = ({ stream, zone, windowMs }: StreamRowProps) => {
  const { t } = useTranslation();
  const format = useFormat(zone);
  const now = useNow();
  const showError = useErrorToast();
  const refill = useCoreMutation('coverage.refill');
  const moment = (at: number): string => `${format.day(at, now)} ${format.time(at)}`;
  return (
    <tr>
      <th scope="row" className={classes.stream}>
        {t(`coverage.streams.${stream.stream}`, { defaultValue: stream.stream })}
      </th>
      <td>
        {stream.completeSince === null ? (
          <span className={classes.soon}>{t('coverage.never')}</span>
        ) : (
          <time dateTime={new Date(stream.completeSince).toISOString()}>{moment(stream.completeSince)}</time>
        )}
        <span aria-hidden="true" className={classes.bar}>
          {barParts(stream, now - windowMs, now).map((part) => (
            <span
              key={`${part.kind}${part.from}`}
              className={classes[part.kind]}
              style={{ left: `${part.from * 100}%`, width: `${Math.max(part.width * 100, 0.6)}%` }}
            />
          ))}
        </span>
      </td>
      <td>
        {stream.gaps.length === 0 ? (
          <span className={classes.quiet}>{t('coverage.noGaps')}</span>
        ) : (
          <ul className={classes.gaps}>
            {stream.gaps.map((gap) => (
              <li key={gap.id}>
                <span>
                  {moment(gap.fromAt)} – {moment(gap.toAt)}
                </span>
                <span className={classes.quiet}>
                  {t(`coverage.reasons.${gap.reason}`, { defaultValue: t('coverage.reasons.unknown') })}
                </span>
                {gap.isRefillable ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={refill.isPending && refill.variables.gapId === gap.id}
                    aria-label={t('coverage.refillNamed', { from: moment(gap.fromAt), to: moment(gap.toAt) })}
                    onClick={() =>
                      refill.mutate({ workspaceId: stream.workspaceId, gapId: gap.id }, { onError: showError })
                    }
                  >
                    {t('coverage.refill')}
                  </Button>
                ) : (
                  <span className={classes.quiet}>{t('coverage.notRefillable')}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
};
