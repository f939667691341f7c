import { memo } from 'react';
import { useNow } from '@renderer/hooks/use-now';
import { useFormat } from '@renderer/lib/use-format';

export interface RelativeTimeProps {
  /** Ms since 1970 UTC. */
  readonly at: number;
  /** `age` is short ("2m"), `sentence` is long ("2 minutes ago"). */
  readonly style?: 'age' | 'sentence';
  /** Zone of the brand, for the full date in the tooltip. */
  readonly zone?: string;
  readonly className?: string;
}

/** A time as its distance from now; the full date is in its title. */
export const RelativeTime = memo(({ at, style = 'sentence', zone, className }: RelativeTimeProps) => {
  const format = useFormat(zone);
  const now = useNow(style === 'sentence' ? 'second' : 'halfMinute');
  return (
    <time dateTime={new Date(at).toISOString()} title={format.full(at)} className={className}>
      {style === 'age' ? format.age(at, now) : format.relative(at, now)}
    </time>
  );
});
RelativeTime.displayName = 'RelativeTime';
