import { expect, it } from 'vitest';
import { loadKeys } from '../../keys.ts';
import { counted, networkOf } from './visitor.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('keeps no address in clear', () => {
  loadKeys('', '00'.repeat(32));
  expect(counted('address', '203.0.113.7')).toMatch(/^[0-9a-f]{32}$/);
  expect(counted('address', '2001:db8::1')).toBe(counted('address', '2001:db8::2'));
  expect(counted('address', 'x')).not.toBe(counted('code', 'x'));
});
