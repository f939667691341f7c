import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addComplete, addGap, completeSince, type CoverageSpan } from '@shared/domain/coverage';

const times = 60;
type Step = { readonly kind: 'complete' | 'gap'; readonly fromAt: number; readonly toAt: number };
const step: fc.Arbitrary<Step> = fc
  .record({ kind: fc.constantFrom<Step['kind'][]>('complete', 'gap'), a: fc.nat(times), b: fc.nat(times) })
  .map(({ kind, a, b }) => ({ kind, fromAt: Math.min(a, b), toAt: Math.max(a, b) }));

const apply = (steps: readonly Step[]): readonly CoverageSpan[] =>
  steps.reduce<readonly CoverageSpan[]>(
    (spans, one) =>
      one.kind === 'complete'
        ? addComplete(spans, one.fromAt, one.toAt)
        : addGap(spans, { fromAt: one.fromAt, toAt: one.toAt, reason: 'outage', isRefillable: true }),
    [],
  );
/** The same, moment by moment. */
const model = (steps: readonly Step[]): readonly (string | undefined)[] => {
  const moments: (string | undefined)[] = Array.from({ length: times + 1 });
  for (const one of steps) {
    if (one.kind === 'gap' && one.toAt <= one.fromAt) continue;
    for (let at = one.fromAt; at <= one.toAt; at += 1) moments[at] = one.kind;
  }
  return moments;
};

describe('the coverage ledger', () => {
  it('says of every moment what was last learnt of it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const spans = apply(steps);
        const seen: (string | undefined)[] = Array.from({ length: times + 1 });
        for (const span of spans) {
          for (let at = span.fromAt; at <= span.toAt; at += 1) {
            expect(seen[at]).toBeUndefined();
            seen[at] = span.gapReason === null ? 'complete' : 'gap';
          }
        }
        expect(seen).toEqual(model(steps));
      }),
    );
  });

  it('says complete only since the last gap', () => {
    const spans = addGap(addComplete([], 0, 100), { fromAt: 40, toAt: 50, reason: 'outage', isRefillable: true });
    expect(completeSince(spans)).toBe(51);
    expect(completeSince(addComplete(spans, 40, 50))).toBe(0);
    expect(completeSince([])).toBeNull();
  });

  it('changes nothing when it hears the same again', () => {
    const once = addComplete(addComplete([], 0, 10), 11, 20);
    expect(once).toHaveLength(1);
    expect(addComplete(once, 3, 9)).toEqual(once);
  });
});
