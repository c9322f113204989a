import { describe, expect, it } from 'vitest';
import { monthProblems, monthState, monthsAsked, readCount } from './rectification-months.ts';

it.each([
  ['12', 12],
  ['１２', 12],
  [' 1,200 ', 1200],
  ['１，２００', 1200],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['12次', null],
  ['1,20', null],
])('reads %s as %s', (text, count) => {
  expect(readCount(text)).toBe(count);
});

describe('monthProblems', () => {
  const sound = { checks: 30, spotFixed: 12, casesFiled: 2, peopleHandled: 1, lookBacks: 6, relapses: 6 };

  it('finds none in sound figures', () => {
    expect(monthProblems(sound)).toEqual([]);
  });

  it('wants whole numbers of a likely size', () => {
    expect(monthProblems({ ...sound, checks: null, spotFixed: 1.5, casesFiled: -1, peopleHandled: 100_001 })).toEqual([
      { field: 'checks', code: 'NOT_WHOLE' },
      { field: 'spotFixed', code: 'NOT_WHOLE' },
      { field: 'casesFiled', code: 'NOT_WHOLE' },
      { field: 'peopleHandled', code: 'TOO_LARGE' },
    ]);
  });

  it('refuses more relapses than look-backs, once both can be read', () => {
    expect(monthProblems({ ...sound, relapses: 7 })).toEqual([{ field: 'relapses', code: 'MORE_THAN_LOOK_BACKS' }]);
    expect(monthProblems({ ...sound, relapses: 7, lookBacks: null })).toEqual([{ field: 'lookBacks', code: 'NOT_WHOLE' }]);
  });
});

it('asks for the months from the first planned day to today', () => {
  expect(monthsAsked('2014-06-16', '2014-09-01')).toEqual(['2014-06-30', '2014-07-31', '2014-08-31', '2014-09-30']);
  expect(monthsAsked('2014-10-01', '2014-09-30')).toEqual([]);
});

it('counts a month as missing once it is over', () => {
  expect(monthState('2014-08-31', true, '2014-09-30')).toBe('ENTERED');
  expect(monthState('2014-08-31', false, '2014-08-31')).toBe('RUNNING');
  expect(monthState('2014-08-31', false, '2014-09-01')).toBe('MISSING');
});
