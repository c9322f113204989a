import type { FormQuery } from '../gql/graphql.ts';
import { formatDay } from '../i18n/format.ts';
import type { Language } from '../i18n/i18n.ts';
import { lengthOf, type Problem } from '../ui/problem.ts';
import type { Draft } from './draft.ts';
import { type Step, stepOfField } from './steps.ts';

export type Form = FormQuery['complaintForm'];

/** What the check looks at beside the draft. */
export interface Checked {
  draft: Draft;
  form: Form;
  secret: string;
  secretAgain: string;
  /** The city's day: nothing happened after it. Null where it could not be read. */
  today: string | null;
  language: Language;
}

const filled = (text: string) => text.trim() !== '';

/** All that is wrong, in the order of the pages. */
export function problemsOf(checked: Checked): Problem[] {
  return [
    ...whomProblems(checked),
    ...factsProblems(checked),
    ...fileProblems(checked),
    ...personProblems(checked),
    ...secretProblems(checked),
  ];
}

/** What is wrong on one step's page. */
export const problemsOfStep = (step: Step, checked: Checked) => problemsOf(checked).filter(({ field }) => stepOfField(field) === step);

function whomProblems({ draft }: Checked): Problem[] {
  if (filled(draft.unitText) && !draft.unitId)
    return [{ field: 'unitId', key: 'problem.unitUnmatched', values: { text: draft.unitText.trim() } }];
  if (!draft.unitId && !filled(draft.concerns)) return [{ field: 'unitId', key: 'problem.whomNeeded' }];
  return [];
}

function factsProblems({ draft, form, today, language }: Checked): Problem[] {
  const found: Problem[] = [];
  const over = lengthOf(draft.facts) - form.maxFactsLength;
  if (!filled(draft.facts)) found.push({ field: 'facts', key: 'problem.factsNeeded' });
  else if (over > 0) found.push({ field: 'facts', key: 'problem.factsLong', values: { max: form.maxFactsLength, over } });
  if (draft.occurredOn && !isDay(draft.occurredOn)) found.push({ field: 'occurredOn', key: 'problem.dayBad' });
  else if (today && draft.occurredOn > today) {
    found.push({ field: 'occurredOn', key: 'problem.dayLate', values: { day: formatDay(language, today) } });
  }
  if (filled(draft.people) && !isCount(draft.people)) found.push({ field: 'people', key: 'problem.peopleBad' });
  return found;
}

function fileProblems({ draft, form }: Checked): Problem[] {
  return draft.files.length > form.maxFiles ? [{ field: 'fileIds', key: 'problem.tooManyFiles', values: { max: form.maxFiles } }] : [];
}

function personProblems({ draft }: Checked): Problem[] {
  if (draft.isNamed === null) return [{ field: 'isNamed', key: 'problem.howNeeded' }];
  if (!draft.isNamed) return [];
  const found: Problem[] = [];
  if (!filled(draft.name)) found.push({ field: 'name', key: 'problem.nameNeeded' });
  if (!filled(draft.phone)) found.push({ field: 'phone', key: 'problem.phoneNeeded' });
  else if (!isPhone(draft.phone)) found.push({ field: 'phone', key: 'problem.phoneBad' });
  if (filled(draft.identityNumber) && !isIdentityNumber(draft.identityNumber))
    found.push({ field: 'identityNumber', key: 'problem.identityBad' });
  return found;
}

function secretProblems({ draft, secret, secretAgain }: Checked): Problem[] {
  const personal = [draft.name, draft.phone, draft.identityNumber].map(plain).filter(filled);
  if (secret === '') return [{ field: 'secret', key: 'problem.secretNeeded' }];
  if (lengthOf(secret) < 8) return [{ field: 'secret', key: 'problem.secretShort' }];
  if (lengthOf(secret) > 64) return [{ field: 'secret', key: 'problem.secretLong' }];
  if (draft.isNamed && personal.includes(plain(secret))) return [{ field: 'secret', key: 'problem.secretPersonal' }];
  if (secretAgain === '') return [{ field: 'secretAgain', key: 'problem.againNeeded' }];
  return secret === secretAgain ? [] : [{ field: 'secretAgain', key: 'problem.againDifferent' }];
}

/** Full-width digits and letters as plain ones; spaces and hyphens left out. */
export const plain = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '');

/** A number of people, 1 to 9999. */
export const isCount = (text: string) => /^[1-9]\d{0,3}$/.test(text.normalize('NFKC').trim());

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** 7 to 20 digits as people write them: with country or area code, blanks, brackets, an extension. */
export const isPhone = (text: string) =>
  /^[\d\s()+\-,;#*x转]+$/i.test(text.normalize('NFKC')) && /^\d{7,20}$/.test(text.normalize('NFKC').replace(/\D/g, ''));

/** An identity card with its check digit (GB 11643), or another paper: 6 to 20 letters and digits. */
export function isIdentityNumber(text: string): boolean {
  const number = plain(text).replace(/[()]/g, '').toUpperCase();
  if (!/^[0-9A-Z]{6,20}$/.test(number)) return false;
  if (!/^\d{17}[\dX]$/.test(number)) return true;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}
