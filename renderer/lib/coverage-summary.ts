import type { OutputOf } from '@shared/contract/index';

export type StreamCoverage = OutputOf<'coverage.list'>[number];

export interface CoverageSummary {
  /** From when on every stream is known to be whole, ms since 1970 UTC; null where one never was. */
  readonly completeSince: number | null;
  readonly gaps: number;
  readonly streams: number;
}

/** One sentence over many streams: complete only since the moment from which all of them are. */
export const summariseCoverage = (streams: readonly StreamCoverage[]): CoverageSummary => {
  const since = streams.map((stream) => stream.completeSince);
  const isWhole = since.length > 0 && since.every((at) => at !== null);
  return {
    completeSince: isWhole ? Math.max(...since.filter((at) => at !== null)) : null,
    gaps: streams.reduce((sum, stream) => sum + stream.gaps.length, 0),
    streams: streams.length,
  };
};
