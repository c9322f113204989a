const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `2014-09-30 14:32` in the city. */
export const timeInCity = (instant: string): string => format.format(new Date(instant));
