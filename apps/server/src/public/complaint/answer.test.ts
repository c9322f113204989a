import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newQueryCode, shownCode } from '../../modules/complaint/query-code.ts';
import * as password from '../../modules/session/password.ts';
import { db, openTestCity } from '../../testing/test-city.ts';
import type { PublicContext } from '../builder.ts';
import { addComplaint, askPublic, secret, visitor } from '../testing/public.fixture.ts';

vi.mock(import('../../modules/session/password.ts'), async (original) => {
  const real = await original();
  return { ...real, verifySecret: vi.fn(real.verifySecret) };
});
const verifySecret = vi.mocked(password.verifySecret);

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
beforeEach(() => {
  verifySecret.mockClear();
});
afterAll(() => close());

interface Answer {
  __typename: string;
  message?: string;
  fields?: { field: string; code: string }[];
  [field: string]: unknown;
}

const result = /* GraphQL */ `
  __typename
  ... on ComplaintAnswer {
    code stage facts wish grade supplements { text } steps { step on } canSupplement canWithdraw canRate canReopen
  }
  ... on UnknownComplaint { message }
  ... on InputError { message fields { field code } }
  ... on NotPossible { message }
  ... on TooManyRequests { message retryAfterSeconds }
`;

async function run(field: string, variables: Record<string, unknown>, context: PublicContext = visitor()): Promise<Answer> {
  const inputs = {
    supplementComplaint: 'SupplementInput',
    withdrawComplaint: 'ReasonInput',
    rateComplaint: 'RateInput',
    reopenComplaint: 'ReasonInput',
  };
  const type = inputs[field as keyof typeof inputs];
  const [declared, given] = type ? [`, $input: ${type}!`, ', input: $input'] : ['', ''];
  const { data, errors } = await askPublic<Record<string, Answer>>(
    `mutation Act($key: ComplaintKey!${declared}) { ${field}(key: $key${given}) { ${result} } }`,
    variables,
    context,
  );
  expect(errors).toBeUndefined();
  return data![field]!;
}

const open = (key: { code: string; secret: string }, context?: PublicContext) => run('openComplaint', { key }, context);
const closedItem = { closedOn: '2014-09-20' };

describe('openComplaint', () => {
  it('shows the complainant their own words, for the code in any writing and the secret in any width', async () => {
    const { code } = await addComplaint({ statement: { facts: '等了三次', wish: '请答复' } });
    const answer = await open({ code: ` ${shownCode(code).toLowerCase()} `, secret: ` ${secret.replace('2014', '２０１４')} ` });
    expect(answer).toMatchObject({ __typename: 'ComplaintAnswer', code: shownCode(code), facts: '等了三次', wish: '请答复' });
  });

  it('answers a wrong code and a wrong secret alike, after the same work', async () => {
    const { code } = await addComplaint();
    await open({ code: newQueryCode(), secret });
    verifySecret.mockClear();
    const wrongSecret = await open({ code, secret: `${secret}x` });
    const wrongCode = await open({ code: newQueryCode(), secret });
    expect(wrongCode).toEqual(wrongSecret);
    expect(wrongCode.__typename).toBe('UnknownComplaint');
    const hashes = verifySecret.mock.calls.map(([hash]) => hash.split('$').slice(0, 4));
    expect(hashes).toHaveLength(2);
    // The same cost: algorithm, memory and passes.
    expect(hashes[1]).toEqual(hashes[0]);
  });

  it('opens nothing for a complaint that was made without a secret', async () => {
    const { code } = await addComplaint({ complaint: { secretHash: null } });
    expect((await open({ code, secret })).__typename).toBe('UnknownComplaint');
  });

  it('says what can be no code or no secret, and tries nothing', async () => {
    const answer = await open({ code: 'ABC', secret: ' ' });
    expect(answer.fields).toEqual([
      { field: 'code', code: 'CODE' },
      { field: 'secret', code: 'REQUIRED' },
    ]);
    expect(verifySecret).not.toHaveBeenCalled();
  });

  it('turns an address away after ten wrong ones, without trying further', async () => {
    const guesser = visitor();
    const guesses: Answer[] = [];
    for (let turn = 0; turn < 5; turn += 1)
      guesses.push(...(await Promise.all(Array.from({ length: 8 }, () => open({ code: newQueryCode(), secret }, guesser)))));
    expect(guesses.filter(({ __typename }) => __typename === 'UnknownComplaint')).toHaveLength(10);
    expect(verifySecret).toHaveBeenCalledTimes(10);
    const { code } = await addComplaint();
    expect((await open({ code, secret }, guesser)).__typename).toBe('TooManyRequests');
    expect((await open({ code, secret })).__typename).toBe('ComplaintAnswer');
  });

  it('turns away who guesses the secret of one code from many addresses', async () => {
    const { code } = await addComplaint();
    for (let turn = 0; turn < 10; turn += 1) await open({ code, secret: `wrong secret ${turn}` });
    verifySecret.mockClear();
    expect(await open({ code, secret })).toMatchObject({ __typename: 'TooManyRequests', retryAfterSeconds: expect.any(Number) });
    expect(verifySecret).not.toHaveBeenCalled();
  });

  it('opens for the right key as often as one likes', async () => {
    const { code } = await addComplaint();
    const context = visitor();
    for (let turn = 0; turn < 25; turn += 1) expect((await open({ code, secret }, context)).__typename).toBe('ComplaintAnswer');
    await Promise.all(Array.from({ length: 8 }, () => open({ code, secret }, context)));
    expect((await open({ code, secret }, context)).__typename).toBe('ComplaintAnswer');
  });
});

describe('an act of the complainant', () => {
  const requestId = () => randomUUID();

  it.each(['supplementComplaint', 'withdrawComplaint', 'rateComplaint', 'reopenComplaint'])(
    '%s needs the key, and its fields',
    async (field) => {
      const { code, id } = await addComplaint({ item: field === 'rateComplaint' ? closedItem : {} });
      const input = {
        requestId: requestId(),
        ...(field === 'supplementComplaint' ? { text: '补充' } : field === 'rateComplaint' ? { grade: 'SATISFIED' } : { reason: '理由' }),
      };
      const before = await db.complaint.findUnique({ where: { id } });
      expect((await run(field, { key: { code, secret: 'wrong secret' }, input })).__typename).toBe('UnknownComplaint');
      expect(await db.complaint.findUnique({ where: { id } })).toEqual(before);
      verifySecret.mockClear();
      expect((await run(field, { key: { code, secret }, input: { ...input, requestId: '' } })).fields).toEqual([
        { field: 'requestId', code: 'REQUEST_ID' },
      ]);
      if (field !== 'rateComplaint') {
        const wrong = field === 'supplementComplaint' ? { text: ' ' } : { reason: ' ' };
        expect((await run(field, { key: { code, secret }, input: { ...input, ...wrong } })).fields).toEqual([
          { field: Object.keys(wrong)[0], code: 'REQUIRED' },
        ]);
      }
      expect(verifySecret).not.toHaveBeenCalled();
    },
  );

  it('adds to it, once for each request', async () => {
    const { code, id } = await addComplaint();
    const variables = { key: { code, secret }, input: { requestId: requestId(), text: '  后来又去了一次\u0000  ' } };
    const first = await run('supplementComplaint', variables);
    expect(first).toMatchObject({ __typename: 'ComplaintAnswer', supplements: [{ text: '后来又去了一次' }] });
    expect(await run('supplementComplaint', variables)).toEqual(first);
    expect(await db.complaintSupplement.count({ where: { complaintId: id } })).toBe(1);
    const again = await run('supplementComplaint', { ...variables, input: { requestId: requestId(), text: 'x'.repeat(100_000) } });
    expect(again.fields).toEqual([{ field: 'text', code: 'TOO_LONG' }]);
    const files = await run('supplementComplaint', { ...variables, input: { requestId: requestId(), text: 'x', fileIds: [randomUUID()] } });
    expect(files).toMatchObject({ __typename: 'InputError', fields: [{ field: 'fileIds', code: 'UNKNOWN_FILES' }] });
  });

  it('takes it back, and then nothing more may be done', async () => {
    const { code } = await addComplaint({ item: { state: 'DRAFT' }, acceptedOn: null });
    const key = { code, secret };
    const answer = await run('withdrawComplaint', { key, input: { requestId: requestId(), reason: '已经解决' } });
    expect(answer).toMatchObject({ stage: 'WITHDRAWN', canSupplement: false, canWithdraw: false });
    for (const [field, input] of [
      ['withdrawComplaint', { reason: '再撤' }],
      ['supplementComplaint', { text: '再补' }],
      ['rateComplaint', { grade: 'SATISFIED' }],
      ['reopenComplaint', { reason: '不满' }],
    ] as const)
      expect((await run(field, { key, input: { requestId: requestId(), ...input } })).__typename, field).toBe('NotPossible');
  });

  it('rates it in five grades, and asks once for it to be handled again', async () => {
    const { code, id } = await addComplaint({ item: closedItem });
    const key = { code, secret };
    const reopen = () => run('reopenComplaint', { key, input: { requestId: requestId(), reason: '没有解决' } });
    expect((await reopen()).__typename).toBe('NotPossible');
    for (const grade of ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'])
      expect((await run('rateComplaint', { key, input: { requestId: requestId(), grade } })).grade).toBe(grade);
    expect(await reopen()).toMatchObject({ __typename: 'ComplaintAnswer', canReopen: false });
    expect(await db.complaint.findUnique({ where: { id } })).toMatchObject({ reopenedByComplainant: true });
    expect((await reopen()).__typename).toBe('NotPossible');
  });

  it('is limited for each complaint', async () => {
    const { code } = await addComplaint();
    const act = (turn: number) =>
      run('supplementComplaint', { key: { code, secret }, input: { requestId: requestId(), text: `第 ${turn} 次` } });
    for (let turn = 1; turn <= 30; turn += 1) expect((await act(turn)).__typename, String(turn)).toBe('ComplaintAnswer');
    expect((await act(31)).__typename).toBe('TooManyRequests');
  });
});
