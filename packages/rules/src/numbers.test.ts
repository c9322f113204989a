import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatItemNumber, parseItemNumber } from './numbers.ts';

describe('item numbers', () => {
  it.each([
    ['风-2014-0017', { prefix: '风', year: 2014, serial: 17 }],
    ['风-2014-17', { prefix: '风', year: 2014, serial: 17 }],
    ['诉－２０１４－０００３', { prefix: '诉', year: 2014, serial: 3 }],
    [' 难—2014—12345 ', { prefix: '难', year: 2014, serial: 12345 }],
    ['民 - 2014 - 0001', { prefix: '民', year: 2014, serial: 1 }],
    ['2014-0001', null],
    ['风-14-0001', null],
    ['风-2014-0000', null],
    ['风-2014-0001-2', null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(parseItemNumber(text)).toEqual(expected);
  });

  it('reads what it writes, and text order is number order', () => {
    const serial = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(
        fc.constantFrom('风', '项', '难', '民', '诉'),
        fc.integer({ min: 1990, max: 2100 }),
        serial,
        serial,
        (prefix, year, a, b) => {
          const number = { prefix, year, serial: a };
          expect(parseItemNumber(formatItemNumber(number))).toEqual(number);
          expect(formatItemNumber(number) < formatItemNumber({ prefix, year, serial: b })).toBe(a < b);
        },
      ),
    );
  });
});
