import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { openComplainant } from '../../registers/complainant.ts';
import { tracesIn } from '../complaint/traces.ts';
import { isHandledIn } from './attachment.policy.ts';

const sealedRow = z.looseObject({ complaintId: z.string() });

/** What of those whose complaints are handled in an item stands in a text: 姓名, 电话, 证件号, 地址. Compared by the program; nobody reads them. */
export async function complainantsNamedIn(tx: pg.PoolClient, itemId: string, text: string): Promise<string[]> {
  const people = await rows(
    sealedRow,
    sql`SELECT p.complaint_id AS "complaintId", p.wrapped_key AS "wrappedKey", p.name_cipher AS "nameCipher", p.phone_cipher AS "phoneCipher",
          p.identity_cipher AS "identityCipher", p.address_cipher AS "addressCipher"
        FROM complainant p JOIN complaint c ON c.id = p.complaint_id WHERE ${isHandledIn(sql`${itemId}::uuid`)}`,
    tx,
  );
  return [...new Set(people.flatMap((person) => tracesIn(text, openComplainant(person))))];
}
