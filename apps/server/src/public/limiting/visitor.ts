import { isIPv6 } from 'node:net';
import { keys, mac } from '../../keys.ts';

/** What a limit counts, in place of an address or a code: a keyed hash, so that the counts don't tell who was here. */
export function counted(what: 'address' | 'code' | 'complaint', text: string): string {
  return mac(keys.ticket, `${what}/${what === 'address' ? networkOf(text) : text}`).slice(0, 32);
}

/** An IPv4 address as it is; of IPv6 the first 64 bits, since one subscriber has all addresses below them. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
