import { describe, expect, test } from 'vitest';
import {
  dayParam,
  flagParam,
  globalParams,
  ledgerParams,
  listParam,
  oneOfParam,
  parseSearch,
  searchOf,
  someOfParam,
  stringifySearch,
} from './search-params.ts';

describe('an address', () => {
  test('is short, readable and the same for the same view', () => {
    const search = { light: ['RED', 'YELLOW'], q: '路 灯', asOf: '2014-09-30', sort: undefined, county: [], open: false, size: 50 };
    expect(stringifySearch(search)).toBe('?light=RED,YELLOW&q=%E8%B7%AF%20%E7%81%AF&asOf=2014-09-30&size=50');
    expect(stringifySearch({})).toBe('');
  });

  test('comes back as it went', () => {
    expect(parseSearch('?light=RED,YELLOW&q=%E8%B7%AF%20%E7%81%AF&size=50')).toEqual({ light: 'RED,YELLOW', q: '路 灯', size: '50' });
  });
});

const { parse: read } = searchOf({
  ...globalParams,
  ...ledgerParams,
  light: someOfParam(['GREEN', 'RED']),
  level: oneOfParam(['CITY', 'COUNTY']),
  county: listParam,
  mine: flagParam,
});

describe('a page reads', () => {
  test('its filters with their types', () => {
    const search = parseSearch('?asOf=2014-09-30&light=RED,GREEN&level=CITY&county=411702,411721&size=50&mine=1&q=2014');
    expect(read(search)).toEqual({
      asOf: '2014-09-30',
      light: ['RED', 'GREEN'],
      level: 'CITY',
      county: ['411702', '411721'],
      size: 50,
      mine: true,
      q: '2014',
    });
  });

  test('typed values from a link within the product alike', () => {
    expect(read({ light: ['RED'], size: 20 })).toEqual({ light: ['RED'], size: 20 });
  });

  test.each([
    ['a day that does not exist', '?asOf=2014-02-30'],
    ['an unknown light', '?light=PURPLE'],
    ['an unknown level', '?level=MOON'],
    ['a page size out of bounds', '?size=100000'],
    ['a page size that is no number', '?size=many'],
    ['an empty text', '?q='],
    ['a text without end', `?q=${'长'.repeat(300)}`],
  ])('%s as absent', (_, address) => {
    const given = parseSearch(address);
    expect(JSON.parse(JSON.stringify(read(given)))).toEqual({});
  });
});

test('a day stays a day', () => {
  expect(dayParam.parse('2014-09-30')).toBe('2014-09-30');
});
