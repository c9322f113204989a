import { describe, expect, it } from 'vitest';
import { filterOfSearch, type ItemFilter, itemsSearchParams, ledgerSearch, scopedFilter } from './ledger-link.ts';
import { parseSearch, searchOf, stringifySearch } from './search-params.ts';

const { parse: read } = searchOf(itemsSearchParams);
/** Through the address and back, as a drill goes. */
const there = (filter: ItemFilter) => filterOfSearch(read(parseSearch(stringifySearch(ledgerSearch(filter)))));

describe('ledgerSearch', () => {
  it('keeps every condition through the address', () => {
    const filter: ItemFilter = {
      kinds: ['STYLE_PROBLEM', 'COMPLAINT'],
      themes: ['EFFICIENCY'],
      leadUnits: ['411702', 'd-land'],
      units: ['411703'],
      counties: ['411704'],
      levels: ['CITY'],
      categories: ['1', '10'],
      lights: ['RED', 'GREY'],
      states: ['IN_PROGRESS'],
      phase: 'OPEN',
      clauses: ['2(1)'],
      dutyPosts: ['mayor'],
      overseenBy: ['vice-mayor'],
      found: { from: '2014-09-01', to: '2014-09-30' },
      assigned: { from: '2014-08-01' },
      due: { to: '2014-09-30' },
      closed: { from: '2014-09-30', to: '2014-09-30' },
      writtenOff: { to: '2014-01-01' },
      closedOnTime: false,
      isRepeat: true,
      progressClasses: ['DONE'],
      channels: ['phone'],
      origins: ['SELF_FOUND'],
      isAnswered: true,
      roadDisorders: ['checkpoint', 'NONE'],
      enforcementDisorders: ['levy'],
      complainedUnits: ['d-land', 'NONE'],
      isTakenOn: true,
      isDecidedInTime: false,
      word: '征地补偿',
      satisfactions: ['DISSATISFIED'],
      breachKinds: ['LAND_WITH_RESIDENTS'],
      isSolved: true,
      text: '路&桥=1, 2',
    };
    expect(there(filter)).toEqual(filter);
  });

  it('says nothing for what is not asked', () => {
    expect(stringifySearch(ledgerSearch({ kinds: [], text: '', found: {}, isRepeat: undefined }))).toBe('');
    expect(there({})).toEqual({});
  });

  it('keeps "no" apart from "not asked"', () => {
    expect(stringifySearch(ledgerSearch({ isSolved: false }))).toBe('?isSolved=0');
    expect(there({ isSolved: false })).toEqual({ isSolved: false });
  });
});

describe('the search of /items', () => {
  it('drops what does not fit and keeps the rest', () => {
    const search = read(parseSearch('?kinds=COMPLAINT,NONSENSE&found=yesterday..&due=2014-13-01..&orderBy=DROP&closedOnTime=maybe&size=5'));
    expect(filterOfSearch(search)).toEqual({ kinds: ['COMPLAINT'] });
    expect(search).toMatchObject({ orderBy: undefined, size: undefined });
  });

  it('takes booleans that a typed link gives', () => {
    expect(filterOfSearch(read({ isRepeat: true, closedOnTime: false }))).toEqual({ isRepeat: true, closedOnTime: false });
  });
});

describe('scopedFilter', () => {
  const units = [
    { id: '411700', kind: 'CITY' as const },
    { id: '411702', kind: 'COUNTY' as const },
    { id: '411703', kind: 'COUNTY' as const },
    { id: 'land', kind: 'DEPARTMENT' as const },
  ];

  it('narrows to a county or to a unit, and to nothing for the whole city', () => {
    expect(scopedFilter({ lights: ['RED'] }, '411702', units)).toEqual({ lights: ['RED'], counties: ['411702'] });
    expect(scopedFilter({}, 'land', units)).toEqual({ units: ['land'] });
    expect(scopedFilter({ lights: ['RED'] }, '411700', units)).toEqual({ lights: ['RED'] });
    expect(scopedFilter({}, undefined, units)).toEqual({});
  });

  it('changes nothing the second time, so that a drill keeps its count', () => {
    for (const scope of ['411702', 'land', '411700']) {
      const once = scopedFilter({ counties: ['411702', '411703'] }, scope, units);
      expect(scopedFilter(once, scope, units)).toEqual(once);
    }
  });

  it('lists nothing where filter and scope exclude each other', () => {
    expect(scopedFilter({ counties: ['411703'] }, '411702', units)).toEqual({ counties: ['-'] });
  });
});
