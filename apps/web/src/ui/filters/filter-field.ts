import type { SearchRecord } from '../search-params.ts';

export type FilterOption = { value: string; label: string };

/** One filter of a page. `id` is its name in the URL. */
export type FilterField =
  | { kind: 'one' | 'some'; id: string; label: string; options: readonly FilterOption[] }
  | { kind: 'text'; id: string; label: string }
  | { kind: 'days'; id: string; label: string; fromId: string; toId: string };

/** A filter in force, as a chip says it, and the change that lifts it. */
export type ActiveFilter = { id: string; text: string; lift: SearchRecord };

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []);

/** The values chosen for a field of kind `one` or `some`. */
export const chosen = (values: SearchRecord, id: string): string[] => listOf(values[id]);

/** The filters in force, in the order of the fields. */
export function activeFilters(fields: readonly FilterField[], values: SearchRecord): ActiveFilter[] {
  return fields.flatMap((field): ActiveFilter[] => {
    if (field.kind === 'days') {
      const [from, to] = [values[field.fromId], values[field.toId]];
      if (!from && !to) return [];
      return [
        { id: field.id, text: `${field.label} ${from ?? ''} – ${to ?? ''}`, lift: { [field.fromId]: undefined, [field.toId]: undefined } },
      ];
    }
    const picked = listOf(values[field.id]);
    if (field.kind === 'text')
      return picked.map((text) => ({ id: field.id, text: `${field.label} “${text}”`, lift: { [field.id]: undefined } }));
    return picked.map((value) => {
      const rest = picked.filter((other) => other !== value);
      const label = field.options.find((option) => option.value === value)?.label ?? value;
      return { id: `${field.id}.${value}`, text: `${field.label} ${label}`, lift: { [field.id]: rest.length ? rest : undefined } };
    });
  });
}
