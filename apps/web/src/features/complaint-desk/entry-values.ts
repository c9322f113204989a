import type { RegisterComplaintInput } from '../../gql/graphql.ts';
import type { UploadedFile } from '../../ui/uploads/upload-file.ts';

/** What a window types of one complaint. Personal data: held in memory alone, and gone with the page. */
export type EntryValues = {
  channel: string;
  people: number | null;
  isNamed: boolean;
  name: string;
  phone: string;
  identityNumber: string;
  address: string;
  classCode: string;
  unitId: string;
  concerns: string;
  place: string;
  occurredOn: string;
  facts: string;
  wish: string;
  files: readonly UploadedFile[];
  isOnTheSpot: boolean;
  spotFacts: string;
  spotAnswer: string;
};
export type EntryField = keyof EntryValues;
/** What is wrong, by field: `REQUIRED` or `TOO_LONG`, or the server's own sentence. */
export type EntryProblems = Partial<Record<EntryField | 'form', string>>;

/** Characters that each text may have, as the server takes them. */
export const longest = {
  name: 50,
  phone: 40,
  identityNumber: 40,
  address: 200,
  concerns: 200,
  place: 200,
  facts: 5000,
  wish: 1000,
  spotFacts: 4000,
  spotAnswer: 4000,
} as const;
export const mostPeople = 9999;
export const mostFiles = 5;

export const emptyEntry = (channel: string): EntryValues => ({
  channel,
  people: 1,
  isNamed: true,
  name: '',
  phone: '',
  identityNumber: '',
  address: '',
  classCode: '',
  unitId: '',
  concerns: '',
  place: '',
  occurredOn: '',
  facts: '',
  wish: '',
  files: [],
  isOnTheSpot: false,
  spotFacts: '',
  spotAnswer: '',
});

/** True once something was typed that would be lost. */
export function isBegun(values: EntryValues): boolean {
  const { name, phone, identityNumber, address, concerns, place, facts, wish, files, spotAnswer } = values;
  return (
    [name, phone, identityNumber, address, concerns, place, facts, wish, spotAnswer].some((text) => text.trim() !== '') || files.length > 0
  );
}

/** What must be given: what is answered on the spot names its class and unit too. */
export function requiredFields({ isNamed, isOnTheSpot }: EntryValues): readonly EntryField[] {
  return [
    'channel',
    ...(isNamed ? (['name'] as const) : []),
    'facts',
    ...(isOnTheSpot ? (['unitId', 'classCode', 'spotFacts', 'spotAnswer'] as const) : []),
  ];
}

/** What can be told before anything is sent. The server checks all of it again. */
export function checkEntry(values: EntryValues): EntryProblems {
  const problems: EntryProblems = {};
  for (const field of requiredFields(values)) if (String(values[field]).trim() === '') problems[field] = 'REQUIRED';
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][])
    if ([...values[field].trim()].length > most) problems[field] = 'TOO_LONG';
  return problems;
}

const orNull = (text: string) => text.trim() || null;

/** The entry as the API takes it; who complains anonymously leaves at most a phone. */
export function inputOf(values: EntryValues): Omit<RegisterComplaintInput, 'requestId'> {
  const { channel, people, isNamed, isOnTheSpot, files } = values;
  return {
    channel,
    people: people ?? 1,
    isNamed,
    name: isNamed ? orNull(values.name) : null,
    phone: orNull(values.phone),
    identityNumber: isNamed ? orNull(values.identityNumber) : null,
    address: isNamed ? orNull(values.address) : null,
    classCode: orNull(values.classCode),
    unitId: orNull(values.unitId),
    concerns: orNull(values.concerns),
    place: orNull(values.place),
    occurredOn: orNull(values.occurredOn),
    facts: values.facts.trim(),
    wish: orNull(values.wish),
    attachmentIds: files.map(({ id }) => id),
    onTheSpot: isOnTheSpot ? { facts: values.spotFacts.trim(), answer: values.spotAnswer.trim() } : null,
  };
}

const named: Readonly<Record<string, EntryField>> = {
  fileIds: 'files',
  attachmentIds: 'files',
  'onTheSpot.facts': 'spotFacts',
  'onTheSpot.answer': 'spotAnswer',
};

/** Fields that are not on screen now. */
function isHidden(field: EntryField, { isNamed, isOnTheSpot }: EntryValues): boolean {
  return (
    (!isOnTheSpot && field.startsWith('spot')) || (!isNamed && (field === 'name' || field === 'identityNumber' || field === 'address'))
  );
}

/** What the server says, each at its field; what has none on screen stands above the form. */
export function problemsOf(fields: readonly { field: string; message: string }[], values: EntryValues): EntryProblems {
  const problems: EntryProblems = {};
  for (const { field, message } of fields) {
    const known = named[field] ?? (field in values ? (field as EntryField) : null);
    const own = known && !isHidden(known, values) ? known : 'form';
    problems[own] = [problems[own], message].filter(Boolean).join(' ');
  }
  return problems;
}
