/** A span of the ledger: complete where `gapReason` is null, else a gap with its reason. */
export interface CoverageSpan {
  readonly fromAt: number;
  readonly toAt: number;
  readonly gapReason: string | null;
  readonly isRefillable: boolean;
}

/** Adds a complete span: joins what it touches, and closes the gaps that it covers. Times are ms, `toAt` inclusive. */
export function addComplete(spans: readonly CoverageSpan[], fromAt: number, toAt: number): readonly CoverageSpan[] {
  if (toAt < fromAt) return spans;
  let from = fromAt;
  let to = toAt;
  const kept: CoverageSpan[] = [];
  for (const span of spans) {
    if (span.gapReason !== null) {
      kept.push(...subtract(span, fromAt, toAt));
    } else if (span.toAt < fromAt - 1 || span.fromAt > toAt + 1) {
      kept.push(span);
    } else {
      from = Math.min(from, span.fromAt);
      to = Math.max(to, span.toAt);
    }
  }
  kept.push({ fromAt: from, toAt: to, gapReason: null, isRefillable: false });
  return sorted(kept);
}

/** Adds a gap: cuts it out of what counted as complete. The same gap again changes nothing. */
export function addGap(
  spans: readonly CoverageSpan[],
  gap: { readonly fromAt: number; readonly toAt: number; readonly reason: string; readonly isRefillable: boolean },
): readonly CoverageSpan[] {
  if (gap.toAt <= gap.fromAt) return spans;
  const kept = spans.flatMap((span) =>
    span.gapReason === null || span.gapReason === gap.reason ? subtract(span, gap.fromAt, gap.toAt) : [span],
  );
  return sorted([
    ...kept,
    { fromAt: gap.fromAt, toAt: gap.toAt, gapReason: gap.reason, isRefillable: gap.isRefillable },
  ]);
}

/** Since when everything up to the newest complete moment is held without a gap; null where nothing is. */
export function completeSince(spans: readonly CoverageSpan[]): number | null {
  const complete = spans.filter((span) => span.gapReason === null);
  return complete.at(-1)?.fromAt ?? null;
}

function subtract(span: CoverageSpan, fromAt: number, toAt: number): readonly CoverageSpan[] {
  if (span.toAt < fromAt || span.fromAt > toAt) return [span];
  const parts: CoverageSpan[] = [];
  if (span.fromAt < fromAt) parts.push({ ...span, toAt: fromAt - 1 });
  if (span.toAt > toAt) parts.push({ ...span, fromAt: toAt + 1 });
  return parts;
}

const sorted = (spans: readonly CoverageSpan[]): readonly CoverageSpan[] =>
  spans.toSorted((a, b) => a.fromAt - b.fromAt || a.toAt - b.toAt);
