import { describe, expect, it } from 'vitest';
import { checkStage } from '../../../scripts/checks/stage-list.mjs';
import { judge } from '../../../scripts/checks/vitest-stage.mjs';
import { runStages } from '../../../scripts/run/stages.mjs';

const ran = { code: 0, timedOut: false, stdout: '', stderr: '' };
const counts = { passed: 10, failed: 0, skipped: 0, errors: 0 };
const stage = (name: string, needs: readonly string[], passed: number, failed: number) => ({
  name,
  title: name,
  needs,
  run: () => Promise.resolve({ passed, failed, details: `${name} says why` }),
});

describe('the test runner', () => {
  it('passes a run in which all cases passed', () => {
    expect(judge('unit', { ...ran, counts }, 10)).toMatchObject({ passed: 10, failed: 0, ran: 10 });
  });

  it('fails a skipped case', () => {
    expect(judge('unit', { ...ran, counts: { ...counts, skipped: 2 } }, 1)).toMatchObject({ failed: 2 });
  });

  it('fails an error outside of cases', () => {
    expect(judge('unit', { ...ran, counts: { ...counts, errors: 1 } }, 1)).toMatchObject({ failed: 1 });
  });

  it('fails a run with fewer cases than the committed minimum', () => {
    const result = judge('unit', { ...ran, counts }, 11);
    expect(result.failed).toBe(1);
    expect(result.details).toContain('Only 10 cases ran; tests/minimum.json asks for 11.');
  });

  it('fails a run that ended badly although every case passed', () => {
    expect(judge('unit', { ...ran, code: 1, counts }, 1)).toMatchObject({ failed: 1 });
  });

  it('fails a run that crashed before it counted', () => {
    expect(judge('unit', { ...ran, code: null, counts: undefined }, 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('adds up what passed and failed, and prints why', async () => {
    const printed: string[] = [];
    const stages = [stage('one', [], 3, 0), stage('two', [], 1, 2)];
    const total = await runStages(stages, {
      width: 2,
      missing: new Map(),
      print: (line: string) => printed.push(line),
    });
    expect(total).toMatchObject({ passed: 4, failed: 2, failedStages: ['two'] });
    expect(printed.join('\n')).toContain('two says why');
    expect(printed.join('\n')).not.toContain('one says why');
  });

  it('fails a stage whose prerequisite is missing, and names it', async () => {
    const printed: string[] = [];
    const missing = new Map([['display', 'xvfb is missing.']]);
    const total = await runStages([stage('e2e', ['display'], 5, 0)], {
      width: 1,
      missing,
      print: (line: string) => printed.push(line),
    });
    expect(total).toMatchObject({ passed: 0, failed: 1, failedStages: ['e2e'] });
    expect(printed.join('\n')).toContain('Not run: xvfb is missing.');
  });

  it('fails a stage that throws', async () => {
    const broken = { ...stage('broken', [], 1, 0), run: () => Promise.reject(new Error('fell over')) };
    const total = await runStages([broken], { width: 1, missing: new Map(), print: () => undefined });
    expect(total).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails a check that looked at too little to mean anything', async () => {
    const check = checkStage('layers', 'Layers', 100, () => Promise.resolve({ problems: [], looked: 3 }));
    expect(await check.run()).toMatchObject({ passed: 0, failed: 1 });
    const enough = checkStage('layers', 'Layers', 100, () => Promise.resolve({ problems: [], looked: 100 }));
    expect(await enough.run()).toMatchObject({ passed: 1, failed: 0 });
  });
});
