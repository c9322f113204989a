import { expect, it } from 'vitest';
import { render } from '../../test/render.tsx';
import { ComplaintMarks } from './complaint-marks.tsx';
import type { Complaint } from './item-query.ts';

const marksOf = async (...complaints: { people: number; earlierCount: number | null }[]) => {
  const container = await render(<ComplaintMarks complaints={complaints as Complaint[]} />);
  return [...container.querySelectorAll('span, a')].map((mark) => [mark.textContent, mark.getAttribute('href')]);
};

it('marks what five people or more complain of together', async () => {
  expect(await marksOf({ people: 4, earlierCount: null })).toEqual([]);
  expect(await marksOf({ people: 1, earlierCount: null }, { people: 5, earlierCount: null })).toEqual([['集体投诉 5 人', null]]);
});

it('marks a repeat where the server tells of earlier ones, and leads to them', async () => {
  expect(await marksOf({ people: 1, earlierCount: 0 })).toEqual([]);
  expect(await marksOf({ people: 1, earlierCount: 2 })).toEqual([['重复投诉（此前 2 件）', '#earlier']]);
});
