/** What a mutation answered: null when it was done, else what is wrong, by field or as a whole. */
export type Outcome = { problems: Readonly<Record<string, string>>; message?: string } | null;

type Answer = { __typename: string; message?: string; fields?: readonly { field: string; message: string }[] };

/** Reads the answer of an administrative mutation: each is the changed row, an InputError, a ConflictError or a NotFoundError. */
export function outcomeOf(answer: Answer): Outcome {
  if (answer.__typename === 'InputError')
    return { problems: Object.fromEntries((answer.fields ?? []).map(({ field, message }) => [field, message])) };
  if (answer.__typename === 'ConflictError' || answer.__typename === 'NotFoundError')
    return { problems: {}, ...(answer.message ? { message: answer.message } : {}) };
  return null;
}
