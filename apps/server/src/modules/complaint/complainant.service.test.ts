import { randomUUID } from 'node:crypto';
import { roles } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRows, pool } from '../../database.ts';
import { sealComplainant } from '../../registers/complainant.ts';
import { addItem, ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { maskPhone } from './mask-phone.ts';

const reveal = /* GraphQL */ `
  mutation Reveal($id: ID!, $reason: String = "核实投诉事实") {
    revealComplainant(complaintId: $id, reason: $reason) {
      __typename
      ... on Complainant {
        complaintId
        name
        phone
        identityNumber
        address
      }
      ... on NotFoundError {
        message
      }
    }
  }
`;
const masked = /* GraphQL */ `
  query Masked($number: String!) {
    item(number: $number) {
      ... on ComplaintItem {
        complaints {
          maskedPhone
        }
      }
    }
  }
`;

let close: () => Promise<void>;
let complaintId: string;

beforeAll(async () => {
  close = await openTestCity();
  const itemId = await addItem({ kind: 'COMPLAINT', number: '诉-2014-0001', leadUnitId: '411702' });
  complaintId = randomUUID();
  await db.complaint.create({
    data: {
      id: complaintId,
      itemId,
      channel: 'phone',
      realName: true,
      complainedUnitId: '411702',
      facts: '窗口超时办理',
      receivedOn: new Date('2014-06-03'),
      mode: 'ASSIGN',
    },
  });
  const person = {
    complainantName: '某某',
    complainantPhone: '13812341234',
    complainantIdentity: null,
    complainantAddress: '驿城区某街道',
  };
  await insertRows(pool, 'complainant', [sealComplainant(complaintId, person)]);
});
afterAll(() => close());

const reveals = () => db.systemEvent.findMany({ where: { kind: 'COMPLAINANT_REVEALED' }, orderBy: { sequence: 'asc' } });

describe('revealComplainant', () => {
  it('is refused to every role but inspection, and leaves no record and no text', async () => {
    for (const role of roles.filter((one) => one !== 'INSPECTION')) {
      const answer = await ask(viewerWith(role, role.startsWith('UNIT') ? '411702' : undefined), reveal, { id: complaintId });
      expect(answer.errors?.[0]?.extensions.code, role).toBe('FORBIDDEN');
      expect(JSON.stringify(answer), role).not.toContain('13812341234');
    }
    expect(await reveals()).toEqual([]);
  });

  it('shows inspection who complained and records the look', async () => {
    const answer = await ask<{ revealComplainant: unknown }>(viewerWith('INSPECTION'), reveal, { id: complaintId });
    expect(answer.data?.revealComplainant).toEqual({
      __typename: 'Complainant',
      complaintId,
      name: '某某',
      phone: '13812341234',
      identityNumber: null,
      address: '驿城区某街道',
    });
    const [event, ...others] = await reveals();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ actorTitle: '测试岗位', address: '127.0.0.1' });
    expect(JSON.parse(event?.payload ?? '{}')).toEqual({ complaintId, number: '诉-2014-0001', reason: '核实投诉事实' });
  });

  it('says so when there is no such complaint', async () => {
    for (const id of [randomUUID(), 'x']) {
      const answer = await ask<{ revealComplainant: unknown }>(viewerWith('INSPECTION'), reveal, { id });
      expect(answer.data?.revealComplainant).toEqual({ __typename: 'NotFoundError', message: '没有找到这件投诉。' });
    }
  });
});

describe('maskedPhone', () => {
  it('is for inspection alone', async () => {
    const of = async (role: 'INSPECTION' | 'SUPERVISION_OFFICE') =>
      (await ask<{ item: { complaints: { maskedPhone: string | null }[] } }>(viewerWith(role), masked, { number: '诉-2014-0001' })).data
        ?.item.complaints[0]?.maskedPhone;
    expect(await of('INSPECTION')).toBe('138****1234');
    expect(await of('SUPERVISION_OFFICE')).toBeNull();
  });

  it('hides the middle of any number', () => {
    expect(['13812341234', '0396-2812345', '12345'].map(maskPhone)).toEqual(['138****1234', '039****2345', '****45']);
  });
});
