import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { type ComplaintInput, longest } from '../../modules/complaint/judge-complaint.ts';
import { readCode } from '../../modules/complaint/query-code.ts';
import { openComplainant, openStatement } from '../../registers/complainant.ts';
import { db, openTestCity } from '../../testing/test-city.ts';
import type { PublicContext } from '../builder.ts';
import { dropStalePublicFiles, keepPublicFile } from '../files/public-uploads.ts';
import { askPublic, filledIn, ripeTicket, secret, visitor } from '../testing/public.fixture.ts';
import { issueTicket } from './ticket.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

interface Answer {
  __typename: string;
  code?: string;
  receivedOn?: string;
  acceptBy?: string;
  message?: string;
  retryAfterSeconds?: number;
  fields?: { field: string; code: string; message: string }[];
}

const document = /* GraphQL */ `
  mutation Submit($input: SubmitComplaintInput!) {
    submitComplaint(input: $input) {
      __typename
      ... on ComplaintSubmitted { code receivedOn acceptBy }
      ... on InputError { message fields { field code message } }
      ... on TooManyRequests { message retryAfterSeconds }
    }
  }
`;

async function submit(input: ComplaintInput, context: PublicContext = visitor()): Promise<Answer> {
  const { data, errors } = await askPublic<{ submitComplaint: Answer }>(document, { input }, context);
  expect(errors).toBeUndefined();
  return data!.submitComplaint;
}

const problemsOf = async (changed: Partial<ComplaintInput>) =>
  (await submit(filledIn(changed))).fields?.map(({ field, code }) => `${field} ${code}`);

const kept = async (code: string) => {
  const [found] = await rows(
    z.looseObject({
      id: z.string(),
      state: z.string(),
      wrappedKey: z.instanceof(Buffer),
      statementCipher: z.instanceof(Buffer),
      secret_hash: z.string(),
      item_id: z.string(),
    }),
    sql`SELECT c.*, i.state, i.title, i.category, i.number, p.wrapped_key AS "wrappedKey", p.name_cipher AS "nameCipher",
          p.phone_cipher AS "phoneCipher", p.identity_cipher AS "identityCipher", p.address_cipher AS "addressCipher",
          p.statement_cipher AS "statementCipher"
        FROM complaint c JOIN item i ON i.id = c.item_id JOIN complainant p ON p.complaint_id = c.id WHERE c.query_code = ${readCode(code)}`,
  );
  return { ...found!, person: openComplainant(found!), statement: openStatement(found!) };
};

const count = () => db.complaint.count();

describe('submitComplaint', () => {
  it('registers what was filled in, sealed, with a code and the limit for deciding', async () => {
    const answer = await submit(
      filledIn({
        ...{ isNamed: true, name: '张三丰', phone: '138 1234-5678', identityNumber: '41170219800101123X', address: '驿城区某街道 1 号' },
        ...{
          classCode: '2',
          unitId: 'gtj',
          concerns: '某科长',
          place: '办事大厅',
          occurredOn: '2014-09-29',
          facts: '第一行\r\n第二行',
          wish: '请答复',
        },
        people: 3,
      }),
    );
    expect(answer).toEqual({
      __typename: 'ComplaintSubmitted',
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
      receivedOn: '2014-09-30',
      // Three working days after 30 September, the holiday week between.
      acceptBy: '2014-10-10',
    });
    const complaint = await kept(answer.code!);
    expect(complaint).toMatchObject({
      channel: 'web',
      real_name: true,
      complained_unit_id: 'gtj',
      category: '2',
      state: 'DRAFT',
      people: 3,
      facts: '',
    });
    expect(complaint.person).toEqual({
      complainantName: '张三丰',
      complainantPhone: '138 1234-5678',
      complainantIdentity: '41170219800101123X',
      complainantAddress: '驿城区某街道 1 号',
    });
    expect(complaint.statement).toEqual({
      facts: '第一行\n第二行',
      wish: '请答复',
      concerns: '某科长',
      place: '办事大厅',
      occurredOn: '2014-09-29',
    });
    expect(complaint.secret_hash).toMatch(/^\$argon2id\$/);
    const [event] = await db.itemEvent.findMany({ where: { item: { complaints: { some: { id: complaint.id } } } } });
    expect(event).toMatchObject({ actorId: null, actorTitle: '投诉人' });
    expect(event?.payload).not.toMatch(/张三丰|13812345678|第一行/);
  });

  it('answers a repeat as it answered first, whatever it says, and keeps one complaint', async () => {
    const before = await count();
    const input = filledIn();
    const [first, second] = await Promise.all([submit(input), submit(input)]);
    expect(second).toEqual(first);
    expect(await submit({ ...input, facts: '另一件事', secret: 'another secret', website: 'x' })).toEqual(first);
    expect(await count()).toBe(before + 1);
  });

  it('wants a ticket that it gave out, not just now and not yesterday', async () => {
    expect(await problemsOf({ ticket: 'x' })).toEqual(['form TICKET']);
    expect(await problemsOf({ ticket: issueTicket() })).toEqual(['form TOO_FAST']);
    expect(await problemsOf({ ticket: issueTicket(Date.now() - 25 * 3_600_000) })).toEqual(['form EXPIRED']);
    const { data } = await askPublic<{ complaintForm: { ticket: string } }>('{ complaintForm { ticket } }');
    expect(await problemsOf({ ticket: data!.complaintForm.ticket })).toEqual(['form TOO_FAST']);
  });

  it('keeps nothing of what a machine filled in', async () => {
    const before = await count();
    expect(await problemsOf({ website: 'https://spam.example' })).toEqual(['form NOT_A_PERSON']);
    expect(await count()).toBe(before);
  });

  it('says at each field what is wrong with it, all at once', async () => {
    const before = await count();
    expect(
      await problemsOf({
        ...{
          isNamed: true,
          name: ' ',
          phone: '不告诉你',
          identityNumber: '！！',
          address: '址'.repeat(201),
          facts: '\u200b \u0000',
          secret: '1234567',
        },
        ...{ classCode: '99', unitId: 'nowhere', occurredOn: '2014-10-01', people: 0, wish: 'a\ud800b', fileIds: ['x'] },
      }),
    ).toEqual([
      'name REQUIRED',
      'phone PHONE',
      'identityNumber IDENTITY',
      'address TOO_LONG',
      'facts REQUIRED',
      'wish UNREADABLE',
      'occurredOn FUTURE',
      'fileIds UNKNOWN_FILES',
      'classCode UNKNOWN_CLASS',
      'unitId UNKNOWN_UNIT',
      'people PEOPLE',
      'secret TOO_SHORT',
    ]);
    expect(await problemsOf({ people: 10_000, occurredOn: '1949-09-30', secret: 'x'.repeat(65), unitId: '411700' })).toEqual([
      'occurredOn TOO_EARLY',
      'unitId UNKNOWN_UNIT',
      'people PEOPLE',
      'secret TOO_LONG',
    ]);
    expect(await problemsOf({ isNamed: true })).toEqual(['name REQUIRED', 'phone REQUIRED']);
    expect(await problemsOf({ fileIds: Array.from({ length: 6 }, randomUUID) })).toEqual(['fileIds TOO_MANY_FILES']);
    expect(await count()).toBe(before);
  });

  it.each(['0396-2812345', '+86 138 1234 5678', '(0396)2812345转801', '１３８１２３４５６７８'])(
    'takes the telephone number %s',
    async (phone) => {
      expect((await submit(filledIn({ phone }))).__typename).toBe('ComplaintSubmitted');
    },
  );

  it.each([
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    "Robert'); DROP TABLE complaint; --",
    '$1 %s \\ " \' ` #{x} {{x}}',
    '=HYPERLINK("http://x","y")',
    '😀👨‍👩‍👧‍👦 𠮷野家 e\u0301 １２３',
    'שלום مرحبا',
    '../../etc/passwd',
    'null',
    '字'.repeat(5000),
  ])('keeps the text %j as it was written', async (text) => {
    const answer = await submit(filledIn({ facts: text, place: [...text].slice(0, 200).join('') }));
    const { statement } = await kept(answer.code!);
    expect(statement).toMatchObject({ facts: text, place: [...text].slice(0, 200).join('') });
  });

  it('takes out what is not text, and refuses a text that is too long', async () => {
    const answer = await submit(filledIn({ facts: '\u202Eabc\u0000\u0007d\u200be\u202C\tf' }));
    expect((await kept(answer.code!)).statement?.facts).toBe('abcde\tf');
    for (const facts of ['字'.repeat(longest.facts + 1), 'x'.repeat(100_000), '😀'.repeat(100_000)])
      expect(await problemsOf({ facts })).toEqual(['facts TOO_LONG']);
    // 5,000 characters, however many code units they take.
    expect((await submit(filledIn({ facts: '😀'.repeat(longest.facts) }))).__typename).toBe('ComplaintSubmitted');
  });

  it('takes files that wait, and says when one is gone, keeping nothing', async () => {
    const before = await count();
    const files = await Promise.all(
      ['一.pdf', '二.pdf'].map((name) => keepPublicFile({ bytes: Buffer.from(`%PDF-${name}`), name, mediaType: 'application/pdf' })),
    );
    const fileIds = files.map(({ id }) => id);
    const answer = await submit(filledIn({ fileIds }));
    const { id, item_id: itemId } = await kept(answer.code!);
    expect(await db.attachment.findMany({ where: { complaintId: id }, select: { id: true, itemId: true, addedById: true } })).toEqual(
      expect.arrayContaining(fileIds.map((fileId) => ({ id: fileId, itemId, addedById: null }))),
    );
    expect(await problemsOf({ fileIds: [fileIds[0]!] })).toEqual(['fileIds UNKNOWN_FILES']);
    expect(await problemsOf({ fileIds: [randomUUID()] })).toEqual(['fileIds UNKNOWN_FILES']);
    expect(await count()).toBe(before + 1);
  });

  it('drops files that no complaint took within a day, and no others', async () => {
    await db.attachment.deleteMany({ where: { complaintId: null } });
    const keep = (name: string) => keepPublicFile({ bytes: Buffer.from(name), name, mediaType: 'application/pdf' });
    const [old, young] = [await keep('旧'), await keep('新')];
    await db.attachment.update({ where: { id: old.id }, data: { addedAt: new Date('2014-09-28T00:00:00Z') } });
    const taken = await db.attachment.count({ where: { complaintId: { not: null } } });
    expect(await dropStalePublicFiles()).toBe(1);
    expect(await db.attachment.findMany({ where: { complaintId: null }, select: { id: true } })).toEqual([{ id: young.id }]);
    expect(await db.attachment.count({ where: { complaintId: { not: null } } })).toBe(taken);
  });

  it('lets one address register five in an hour and ten more in a day, and nobody else less', async () => {
    const before = await count();
    const flooder = visitor();
    const answers: Answer[] = [];
    for (let turn = 0; turn < 10; turn += 1)
      answers.push(...(await Promise.all(Array.from({ length: 6 }, () => submit(filledIn(), flooder)))));
    const refused = answers.filter(({ __typename }) => __typename === 'TooManyRequests');
    expect(refused).toHaveLength(45);
    expect(refused[0]!.retryAfterSeconds).toBeGreaterThan(3500);
    expect(refused[0]!.message).toContain('电话');
    expect(await count()).toBe(before + 15);
    expect((await submit(filledIn())).__typename).toBe('ComplaintSubmitted');
    // What is wrong with the form is still said, and costs no complaint.
    expect((await submit(filledIn({ facts: '' }), flooder)).__typename).toBe('InputError');
    const careless = visitor();
    for (let turn = 0; turn < 30; turn += 1) await submit(filledIn({ facts: '' }), careless);
    for (let turn = 0; turn < 30; turn += 1) await submit(filledIn({ fileIds: [randomUUID()] }), careless);
    expect((await submit(filledIn(), careless)).__typename).toBe('ComplaintSubmitted');
  });

  it('still tells the first answer to whom the limit turned away since', async () => {
    const context = visitor();
    const input = filledIn();
    const first = await submit(input, context);
    while ((await submit(filledIn({ ticket: ripeTicket() }), context)).__typename === 'ComplaintSubmitted');
    expect(await submit(input, context)).toEqual(first);
  });

  it('leaves no address and no secret in the database', async () => {
    const context = { ...visitor(), address: '203.0.113.77' };
    await submit(filledIn({ secret }), context);
    const keysKept = await db.rateLimit.findMany();
    expect(keysKept.length).toBeGreaterThan(0);
    expect(JSON.stringify(keysKept.map(({ key }) => key))).not.toContain('203.0.113');
  });
});
