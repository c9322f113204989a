import { describe, expect, it } from 'vitest';
import {
  blockText,
  cleared,
  edge,
  fieldAt,
  inOrder,
  mapBlock,
  moved,
  type Place,
  readBlock,
  sectionsOf,
  typedValue,
} from './grid-model.ts';
import { fieldWith, formRows } from './testing-form.fixture.ts';

const sections = sectionsOf(formRows);
const lines = sections.flatMap((section) => section.lines);
const keyAt = (place: Place | null) => place && fieldAt(lines, place)?.key;

describe('lines and columns', () => {
  it('stand register by register, an item above its steps and counties', () => {
    expect(sections.map(({ kind, columns }) => [kind, ...columns])).toEqual([
      ['HARD_PROBLEM', 'STEP_ACTUAL_ON', 'STEP_OBSTACLE'],
      ['LIVELIHOOD_WORK', 'ACTUAL', 'FUNDS_ARRIVED', 'FUNDS_PAID'],
      ['STYLE_PROBLEM', 'PROGRESS_CLASS', 'EVIDENCE'],
    ]);
    expect(lines.map(({ title, cells }) => [title, ...cells.map((cell) => cell?.key ?? null)])).toEqual([
      [null, null, null],
      ['补偿协议', 'step:1:actualOn', 'step:1:obstacle'],
      ['交地', 'step:2:actualOn', 'step:2:obstacle'],
      [null, 'actual', 'fundsArrived', 'fundsPaid'],
      ['西平县', 'county:411721:actual', null, null],
      [null, 'progressClass', 'evidence'],
    ]);
  });

  it('stay the same objects for rows that did not change', () => {
    const again = sectionsOf([{ ...formRows[0]! }, formRows[1]!, formRows[2]!]).flatMap((section) => section.lines);
    expect(again.map((line, at) => line === lines[at])).toEqual([false, false, false, true, true, true]);
  });
});

describe('moving', () => {
  it.each([
    ['down', 1, 1, 'step:2:obstacle'],
    ['down', 2, 1, 'fundsArrived'],
    ['down', 3, 2, 'county:411721:actual'],
    ['up', 3, 2, 'step:2:obstacle'],
    ['up', 1, 0, 'step:1:actualOn'],
    ['left', 1, 1, 'step:1:actualOn'],
    ['right', 4, 0, 'county:411721:actual'],
  ] as const)('%s from line %i column %i comes to %s', (direction, line, column, expected) => {
    expect(keyAt(moved(lines, { line, column }, direction))).toBe(expected);
  });

  it('in order goes through every cell once, and leaves at either end', () => {
    const seen: (string | null | undefined)[] = [];
    for (let place: Place | null = edge(lines, 'first'); place; place = inOrder(lines, place, 1)) seen.push(keyAt(place));
    expect(seen).toEqual(formRows.flatMap(({ fields }) => fields.map(({ key }) => key)));
    expect(keyAt(edge(lines, 'last'))).toBe('evidence');
    expect(keyAt(inOrder(lines, edge(lines, 'last'), -1))).toBe('progressClass');
    expect(inOrder(lines, edge(lines, 'first'), -1)).toBeNull();
  });
});

describe('blocks', () => {
  it('are read as Excel writes them', () => {
    expect(readBlock('1\t2\r\n3\t"两\n行 ""引"""\r\n')).toEqual([
      ['1', '2'],
      ['3', '两\n行 "引"'],
    ]);
    expect(readBlock('一格')).toEqual([['一格']]);
  });

  it('fall on the lines that have cells there, and what does not fit is told', () => {
    const pasted = mapBlock(lines, { line: 1, column: 0 }, readBlock('9.1\t难\n9.2\t\n118\t450\t300\t多\n31'));
    expect(pasted.cells.map(({ field, text }) => [field.key, text])).toEqual([
      ['step:1:actualOn', '9.1'],
      ['step:1:obstacle', '难'],
      ['step:2:actualOn', '9.2'],
      ['step:2:obstacle', ''],
      ['actual', '118'],
      ['fundsArrived', '450'],
      ['fundsPaid', '300'],
      ['county:411721:actual', '31'],
    ]);
    expect(pasted.misfits).toEqual([{ row: 3, column: 4, text: '多' }]);
    expect(mapBlock(lines, { line: 5, column: 0 }, [['到位'], ['多出来']]).misfits).toEqual([{ row: 2, column: 1, text: '多出来' }]);
  });

  it('are copied with tabs and quotes, and come back the same', () => {
    const text = blockText(lines, { line: 4, column: 1 }, { line: 3, column: 0 }, (_line, field) =>
      field.key === 'actual' ? '1"1\n8' : field.key,
    );
    expect(readBlock(text)).toEqual([
      ['1"1\n8', 'fundsArrived'],
      ['county:411721:actual', ''],
    ]);
  });
});

describe('what is typed', () => {
  const style = fieldWith('progressClass', { type: 'CLASS', last: 'PARTLY' });
  const number = fieldWith('actual', { type: 'NUMBER', last: '5' });
  const standing = fieldWith('obstacle', { last: '旧' });
  it('comes to a value, to last month, or to nothing', () => {
    expect([typedValue(style, '到位'), typedValue(style, '别的'), typedValue(style, ' ')]).toEqual(['DONE', '别的', null]);
    expect([typedValue(number, ' 12'), typedValue(number, '')]).toEqual([' 12', null]);
    expect([typedValue(standing, ''), typedValue(fieldWith('obstacle'), '')]).toEqual(['', null]);
  });

  it('is cleared to last month first, then emptied where a text stands', () => {
    expect([cleared(standing, '新'), cleared(standing, null)]).toEqual([null, '']);
    expect([cleared(number, '12'), cleared(number, null)]).toEqual([null, null]);
  });
});
