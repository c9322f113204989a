import { expect, test } from 'vitest';
import { render } from '../test/render.tsx';
import { DayText } from './day-text.tsx';
import { LightMark } from './light-mark.tsx';
import { Percent } from './percent.tsx';
import { StateTag } from './state-tag.tsx';

test.each([
  ['GREEN', '正常', 'circle'],
  ['YELLOW', '预警', 'path'],
  ['RED', '逾期/滞后', 'rect'],
  ['GREY', '未报', 'circle'],
] as const)('%s is a word and a shape', async (light, word, shape) => {
  const container = await render(<LightMark light={light} />);
  expect(container.textContent).toBe(word);
  expect(container.querySelector(`svg ${shape}`)).not.toBeNull();
});

test('a light says why on focus, by name', async () => {
  const container = await render(<LightMark light="RED" rule="OVERDUE" why="应于 9 月 12 日办结，已超 12 个工作日" />);
  expect(container.querySelector('button')?.getAttribute('aria-label')).toBe('逾期：应于 9 月 12 日办结，已超 12 个工作日');
});

test('an override shows both lights', async () => {
  const container = await render(<LightMark light="GREEN" override={{ computed: 'RED', reason: '省厅批复延期' }} show="inline" />);
  expect(container.textContent).toBe('正常督查室改灯：原为逾期/滞后，省厅批复延期');
  expect(container.querySelectorAll('svg')).toHaveLength(2);
});

test.each([
  ['2014-10-12', 7, '2014-10-12还剩 7 个工作日'],
  ['2014-09-12', -12, '2014-09-12已超 12 个工作日'],
  ['2014-09-30', 0, '2014-09-30今日到期'],
  ['9999-12-31', null, '长期'],
  [null, null, '—'],
])('day %s with %s left', async (day, remaining, text) => {
  const container = await render(<DayText day={day} remainingWorkingDays={remaining} />);
  expect(container.textContent).toBe(text);
});

test('a percentage has its fraction, and none of nothing', async () => {
  expect((await render(<Percent share={0.624} numerator={123456} denominator={197846} />)).textContent).toBe('62.4%123,456/197,846');
  expect((await render(<Percent share={null} numerator={0} denominator={0} />)).textContent).toBe('无应计事项');
});

test('a state is a word', async () => {
  expect((await render(<StateTag state="WRITTEN_OFF" />)).textContent).toBe('销号');
});
