import { type Complainant, normalIdentity, normalPhone } from '../../registers/complainant.ts';

/** Shorter runs of digits than this prove nothing. */
const leastDigits = 7;

/**
 * What of a complainant stands in a text, in words for the officer who wrote it: 姓名, 电话, 证件号, 地址. Digits are compared as digits,
 * whatever stands between them.
 */
export function tracesIn(text: string, person: Complainant): string[] {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const digits = normalIdentity(plain.replace(/[^0-9a-z\u4e00-\u9fff]/gi, ''));
  const { complainantName, complainantPhone, complainantIdentity, complainantAddress } = person;
  const traces: string[] = [];
  const name = complainantName?.normalize('NFKC').replace(/\s/g, '') ?? '';
  if (name.length >= 2 && plain.includes(name)) traces.push('姓名');
  const phone = complainantPhone ? normalPhone(complainantPhone) : '';
  if (phone.length >= leastDigits && plain.replace(/[-—()+]/g, '').includes(phone)) traces.push('电话');
  const identity = complainantIdentity ? normalIdentity(complainantIdentity) : '';
  if (identity.length >= leastDigits && digits.includes(identity)) traces.push('证件号');
  const address = complainantAddress?.normalize('NFKC').replace(/\s/g, '') ?? '';
  if (address.length >= 6 && plain.includes(address)) traces.push('地址');
  return traces;
}

/** A text with whatever names the complainant replaced by ○, as a first draft of what units may read. */
export function withoutTraces(
  text: string,
  { complainantName, complainantPhone, complainantIdentity, complainantAddress }: Complainant,
): string {
  return [complainantName, complainantPhone, complainantIdentity, complainantAddress]
    .filter((one): one is string => Boolean(one && one.trim().length >= 2))
    .reduce((rest, one) => rest.replaceAll(one.trim(), '○○'), text)
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, '○○')
    .replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, '○○');
}
