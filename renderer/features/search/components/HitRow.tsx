import type { SearchHit } from '@shared/contract/views';
import { displayLine } from '@shared/domain/display-text';
import { useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchMark } from '@renderer/components/SearchMark';
import { useNetwork, useWorkspace } from '@renderer/hooks/use-agency';
import { useNow } from '@renderer/hooks/use-now';
import { brandStyle } from '@renderer/lib/brand-colour';
import { useFormat } from '@renderer/lib/use-format';
import { excerptOf } from '../model/excerpt';
import classes from './HitRow.module.css';

export interface HitRowProps {
  readonly hit: SearchHit;
  readonly index: number;
  readonly setSize: number;
  readonly isCursor: boolean;
  readonly start: number;
  readonly height: number;
  readonly onPress: () => void;
}

/** One hit: who, when, the words marked in the text as it was written, and where. */
export const HitRow = ({ hit, index, setSize, isCursor, start, height, onPress }: HitRowProps) => {
  const { t } = useTranslation();
  const workspace = useWorkspace(hit.workspaceId);
  const network = useNetwork(hit.network);
  const format = useFormat(workspace?.timezone);
  const now = useNow();
  const scheme = useComputedColorScheme('light');
  const excerpt = excerptOf(hit.text, hit.marks);
  return (
    <div
      id={`hit-${index}`}
      role="option"
      aria-selected={isCursor}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      className={classes.row}
      data-cursor={isCursor || undefined}
      style={{
        ...(workspace ? brandStyle(workspace.colour, scheme) : {}),
        height,
        transform: `translateY(${start}px)`,
      }}
      onClick={onPress}
    >
      <span className={classes.edge} aria-hidden="true" />
      <span className={classes.name}>
        <bdi>{displayLine(hit.contactName) || displayLine(hit.contactHandle)}</bdi>
      </span>
      <time className={classes.age} dateTime={new Date(hit.createdAt).toISOString()} title={format.full(hit.createdAt)}>
        {format.day(hit.createdAt, now)}
      </time>
      <span className={classes.text}>
        {hit.isOutbound && <span className={classes.you}>{t('search.you')} </span>}
        <bdi>
          <SearchMark text={excerpt.text} marks={excerpt.marks} />
        </bdi>
      </span>
      <span className={classes.foot}>
        <span className={classes.brand}>{workspace?.name}</span>
        {network?.label ?? hit.network} · {t(`common.kinds.${hit.kind}`)}
        {hit.status === 'open' ? '' : ` · ${t(`common.statuses.${hit.status}`)}`}
      </span>
    </div>
  );
};
