import { ActRefusedError, ConflictError, type FieldProblem, InputError, NotFoundError } from '../graphql/errors.ts';
import { builder, type PublicContext } from './builder.ts';
import { TooManyRequests } from './limiting/gates.ts';

/** No complaint has this code and secret; which of the two is wrong is never said. */
export class UnknownComplaint extends Error {
  override readonly name = 'UnknownComplaint';

  constructor() {
    super('查询码或查询密码不正确。请核对提交投诉时记下的内容。');
  }
}

/** What may be expected to go wrong. An Error returned by a resolver would be taken for one thrown: hence the wrapper. */
export class Refused<Reason extends Error = Error> {
  readonly reason: Reason;

  constructor(reason: Reason) {
    this.reason = reason;
  }
}

/** Both say that the complaint's state doesn't allow it, or no longer does. */
type NotPossible = ActRefusedError | ConflictError;

const expected = [InputError, TooManyRequests, UnknownComplaint, ActRefusedError, ConflictError];

/** Does an act in its turn; what may be expected to go wrong is answered, everything else is thrown on. */
export async function answered<Result>({ address, gates }: PublicContext, act: () => Promise<Result>): Promise<Result | Refused> {
  try {
    return await gates.inTurn(address, act);
  } catch (error) {
    if (error instanceof NotFoundError) return new Refused(new UnknownComplaint());
    if (expected.some((one) => error instanceof one)) return new Refused(error as Error);
    throw error;
  }
}

const message = { description: 'A sentence in Chinese for whoever acted.' };

const FieldProblemType = builder.objectRef<FieldProblem>('FieldProblem').implement({
  description: 'One thing wrong with one input field.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the input field, e.g. `facts`; `form` where it is none of them.' }),
    code: t.exposeString('code', { description: 'Key of the sentence.' }),
    message: t.exposeString('message', { description: 'The sentence, in Chinese.' }),
  }),
});

export const InputErrorType = builder.objectRef<Refused<InputError>>('InputError').implement({
  description: 'The input can not be taken. Nothing was kept.',
  fields: (t) => ({
    message: t.string({ ...message, resolve: ({ reason }) => reason.message }),
    fields: t.field({ type: [FieldProblemType], resolve: ({ reason }) => reason.fields }),
  }),
});

export const TooManyRequestsType = builder.objectRef<Refused<TooManyRequests>>('TooManyRequests').implement({
  description: 'Asked too often from this address, or of this complaint. Nothing was kept.',
  fields: (t) => ({
    message: t.string({ ...message, resolve: ({ reason }) => reason.message }),
    retryAfterSeconds: t.int({ resolve: ({ reason }) => reason.retryAfterSeconds }),
  }),
});

export const UnknownComplaintType = builder.objectRef<Refused<UnknownComplaint>>('UnknownComplaint').implement({
  description: 'Wrong code or wrong secret; which of them is never said.',
  fields: (t) => ({ message: t.string({ ...message, resolve: ({ reason }) => reason.message }) }),
});

export const NotPossibleType = builder.objectRef<Refused<NotPossible>>('NotPossible').implement({
  description: "The complaint's state doesn't allow it; the message says why.",
  fields: (t) => ({
    message: t.string({
      ...message,
      resolve: ({ reason }) => (reason instanceof ConflictError ? '投诉的状态刚刚有变化，请重新查询后再办理。' : reason.message),
    }),
  }),
});

/** Name of the type in which a refusal is answered. */
export function typeOfRefusal({ reason }: Refused): string {
  if (reason instanceof TooManyRequests) return 'TooManyRequests';
  if (reason instanceof UnknownComplaint) return 'UnknownComplaint';
  return reason instanceof InputError ? 'InputError' : 'NotPossible';
}
