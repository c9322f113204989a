import type { FormValues } from './act-drawer.tsx';

/** The text of a field. */
export const textOf = (values: FormValues, name: string): string => String(values[name] ?? '');

/** The chosen value of a field, null when none is. */
export const chosenOf = (values: FormValues, name: string): string | null => {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The number of a field; what is missing is refused by the server as out of range. */
export const numberOf = (values: FormValues, name: string): number => {
  const value = values[name];
  return typeof value === 'number' ? value : -1;
};

/** The list of a field. */
export const listOf = (values: FormValues, name: string): string[] => {
  const value = values[name];
  return Array.isArray(value) ? [...value] : [];
};
