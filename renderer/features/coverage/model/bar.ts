import type { StreamCoverage } from '@renderer/lib/coverage-summary';

export interface BarPart {
  readonly kind: 'whole' | 'gap';
  /** Share of the bar from its left end, 0 to 1. */
  readonly from: number;
  readonly width: number;
}

/** Parts of a bar over a stretch of time; what lies outside is cut off. */
export const barParts = (stream: StreamCoverage, fromAt: number, toAt: number): readonly BarPart[] => {
  const length = toAt - fromAt;
  const part = (kind: BarPart['kind'], span: { readonly fromAt: number; readonly toAt: number }): BarPart[] => {
    const start = Math.max(span.fromAt, fromAt);
    const end = Math.min(span.toAt, toAt);
    return end <= start || length <= 0
      ? []
      : [{ kind, from: (start - fromAt) / length, width: (end - start) / length }];
  };
  return [...stream.spans.flatMap((span) => part('whole', span)), ...stream.gaps.flatMap((gap) => part('gap', gap))];
};
