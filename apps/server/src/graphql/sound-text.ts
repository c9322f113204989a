/** False where any text in the value holds what no database keeps: NUL, or half of a surrogate pair. */
export function isSoundText(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isSoundText);
  if (value !== null && typeof value === 'object')
    return Object.entries(value).every(([key, each]) => isSoundText(key) && isSoundText(each));
  return true;
}
