import { type Day, openEnded } from '@duban/rules/vocabulary';
import type { UploadedFile } from '../uploads/upload-file.ts';
import type { ActValue, ActValues } from './act-draft.ts';
import type { ActItem, ActPart } from './act-item.ts';
import type { ActField, ActFieldName, ActSpec } from './act-spec.ts';

/** One thing wrong with one field: found here before sending (no message), or told by the server. */
export type ActProblem = { field: string; code: string; message?: string };

/** The choice that takes an override away. */
export const liftOverride = 'LIFT';

/** What a form starts with: what the system knows already is not asked again. */
export function initialValues(spec: ActSpec, fields: readonly ActField[], item: ActItem, part: ActPart | null, today: Day): ActValues {
  const known = (day: Day | null | undefined) => (day && day >= today && day !== openEnded ? day : null);
  const startOf = ({ name, words }: ActField): ActValue => {
    switch (name) {
      case 'leadUnitId':
        // A complaint goes to a unit once it is said how it is handled.
        return spec.mutation === 'takeOnComplaint' ? null : item.leadUnit.id;
      case 'assistUnitIds':
        // An instruction is a matter of its own: who assists in the old one need not in the new.
        return spec.mutation === 'instructItem' ? [] : item.parts.filter(({ duty }) => duty === 'ASSIST').map(({ unit }) => unit.id);
      case 'dueOn':
        if (words === 'extendTo') return spec.mutation === 'grantExtension' ? known(part?.extensionAskedTo) : null;
        return spec.mutation === 'approveItem' || spec.mutation === 'assignItem' || spec.mutation === 'submitForApproval'
          ? known(item.standing?.dueOn)
          : null;
      case 'instructedOn':
        return today;
      default:
        return null;
    }
  };
  return Object.fromEntries(fields.map((field) => [field.name, startOf(field)]));
}

const isEmpty = (value: ActValue | undefined) => value == null || (typeof value === 'string' ? value.trim() === '' : value.length === 0);

/** What one choice settles: 自办 is handled by the office that takes it on, everything else by another unit. */
export function withChosen({ mutation }: ActSpec, name: ActFieldName, values: ActValues, item: ActItem): ActValues {
  if (mutation !== 'takeOnComplaint' || name !== 'mode') return values;
  if (values.mode === 'OWN') return { ...values, leadUnitId: item.leadUnit.id };
  return values.leadUnitId === item.leadUnit.id ? { ...values, leadUnitId: null } : values;
}

/** What can be told before anything is sent. The server checks all of it again. */
export function checkValues({ mutation }: ActSpec, fields: readonly ActField[], values: ActValues): ActProblem[] {
  const problems: ActProblem[] = [];
  for (const { name, required, most, kind } of fields) {
    const value = values[name];
    if (required && isEmpty(value)) problems.push({ field: name, code: kind === 'files' ? 'SCAN_REQUIRED' : 'REQUIRED' });
    else if (most && typeof value === 'string' && [...value.trim()].length > most) problems.push({ field: name, code: 'TOO_LONG' });
  }
  if (mutation === 'reportPart' && isEmpty(values.evidence) && isEmpty(values.attachmentIds))
    problems.push({ field: 'evidence', code: 'NO_EVIDENCE' });
  if (mutation === 'correctItem' && (['title', 'dueOn', 'dutyPerson', 'category'] as const).every((name) => isEmpty(values[name])))
    problems.push({ field: 'title', code: 'NOTHING' });
  return problems;
}

/** The fields as the API takes them. */
export function inputOf(fields: readonly ActField[], values: ActValues): Partial<Record<ActFieldName, unknown>> {
  const given = ({ name, kind }: ActField): unknown => {
    const value = values[name] ?? null;
    if (kind === 'files') return ((value ?? []) as readonly UploadedFile[]).map(({ id }) => id);
    // The chosen item is kept with its name.
    if (kind === 'item') return Array.isArray(value) ? value[0] : null;
    if (kind === 'light') return value === liftOverride ? null : value;
    return typeof value === 'string' ? value.trim() || null : value;
  };
  return Object.fromEntries(fields.map((field) => [field.name, given(field)]));
}
