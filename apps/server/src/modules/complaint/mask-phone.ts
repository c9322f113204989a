/** A phone number that can be recognised by who knows it: 13812341234 → 138****1234. Short ones keep their last two digits. */
export function maskPhone(phone: string): string {
  const text = phone.trim();
  return text.length >= 8 ? `${text.slice(0, 3)}****${text.slice(-4)}` : `****${text.slice(-2)}`;
}
