/** Last day of a month `2014-09`; null when it is none. */
export function monthEndOf(month: string): string | null {
  const [year, number] = month.split('-').map(Number);
  const isMonth = /^\d{4}-\d{2}$/.test(month) && number! >= 1 && number! <= 12;
  return isMonth ? new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10) : null;
}
