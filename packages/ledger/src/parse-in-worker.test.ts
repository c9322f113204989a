import { describe, expect, it } from 'vitest';
import { parseInWorker } from './parse-in-worker.ts';
import { sampleLookup } from './testing/sample-lookup.fixture.ts';
import { styleHeadings, styleRow, workbookOf } from './testing/workbook.fixture.ts';

const longLedger = () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => styleRow(`风-2014-${index + 1}`));
  return workbookOf({ 十个方面问题台账: [styleHeadings, ...rows] });
};

describe('parsing in a thread', () => {
  it('reads 20,000 rows within a few seconds, tells of progress and leaves this thread free', async () => {
    const bytes = await longLedger();
    const steps: number[] = [];
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    const begun = performance.now();
    const parsed = await parseInWorker(bytes, 'STYLE_PROBLEM', sampleLookup, { onProgress: (done) => steps.push(done) });
    const took = performance.now() - begun;
    clearInterval(ticking);
    expect(parsed.fileProblems).toEqual([]);
    expect(parsed.sheets.main).toHaveLength(20_000);
    expect(parsed.sheets.main.at(-1)).toMatchObject({ row: 20_001, values: { number: '风-2014-20000', leadUnitId: 'fgw' }, problems: [] });
    expect(steps.length).toBeGreaterThan(10);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(took).toBeLessThan(20_000);
    expect(ticks).toBeGreaterThan(took / 40);
  }, 60_000);

  it('gives a file up after its time', async () => {
    const parsed = await parseInWorker(await longLedger(), 'STYLE_PROBLEM', sampleLookup, { timeout: 1 });
    expect(parsed.sheets.main).toEqual([]);
    expect(parsed.fileProblems).toMatchObject([{ severity: 'error', code: 'DAMAGED' }]);
  });

  it('stops when it is told to', async () => {
    const bytes = await workbookOf({ 十个方面问题台账: [styleHeadings, styleRow('风-2014-1')] });
    const stop = new AbortController();
    const parsing = parseInWorker(bytes, 'STYLE_PROBLEM', sampleLookup, { signal: stop.signal });
    stop.abort(new Error('gone'));
    await expect(parsing).rejects.toThrow('gone');
  });
});
