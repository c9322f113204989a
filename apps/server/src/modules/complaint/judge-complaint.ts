import type { Day } from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { InputError } from '../../graphql/errors.ts';
import { normalPhone } from '../../registers/complainant.ts';
import { shared } from '../../shared.ts';
import { isId } from '../item/lock-visible.ts';
import { type FormOffers, formOffers } from './form.query.ts';
import type { NewComplaint } from './register-complaint.ts';
import { TextFields } from './text-fields.ts';

/** Files with one complaint, or with one addition to it. */
export const mostFiles = 5;
/** Characters that each field may have. */
export const longest = { name: 50, phone: 40, identity: 40, address: 200, concerns: 200, place: 200, facts: 5000, wish: 1000 } as const;
export const secretLength = { fewest: 8, most: 64 } as const;

const mostPeople = 9999;
/** Before it there is nothing that this campaign could look into. */
const earliestDay = '1950-01-01';

/** What the form sends. */
export interface ComplaintInput {
  ticket: string;
  website?: string | null | undefined;
  isNamed: boolean;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  identityNumber?: string | null | undefined;
  address?: string | null | undefined;
  classCode?: string | null | undefined;
  unitId?: string | null | undefined;
  concerns?: string | null | undefined;
  place?: string | null | undefined;
  occurredOn?: Day | null | undefined;
  facts: string;
  wish?: string | null | undefined;
  people?: number | null | undefined;
  secret: string;
  fileIds?: readonly string[] | null | undefined;
}

/** A complaint that can be registered once it has its code and the hash of its secret. */
export interface JudgedComplaint {
  complaint: Omit<NewComplaint, 'queryCode' | 'secretHash'>;
  secret: string;
}

/** What the form offers today. */
export function offers(): Promise<FormOffers> {
  return shared('formOffers', () => formOffers(clock.today()));
}

/** The complaint that a form tells; at a desk, a name will do without a phone. InputError with all that is wrong with it, field by field. */
export async function judgeComplaint(
  input: Omit<ComplaintInput, 'ticket' | 'website'>,
  { isPhoneRequired = input.isNamed }: { isPhoneRequired?: boolean } = {},
): Promise<JudgedComplaint> {
  const fields = new TextFields();
  const { isNamed } = input;
  const { classes, units } = await offers();
  const complaint: JudgedComplaint['complaint'] = {
    channel: 'web',
    realName: isNamed,
    person: {
      complainantName: fields.line('name', input.name, { most: longest.name, required: isNamed }),
      complainantPhone: phoneOf(fields, input.phone, isPhoneRequired),
      complainantIdentity: identityOf(fields, input.identityNumber),
      complainantAddress: fields.line('address', input.address, { most: longest.address }),
    },
    statement: {
      facts: fields.text('facts', input.facts, { most: longest.facts, required: true }) ?? '',
      wish: fields.text('wish', input.wish, { most: longest.wish }),
      concerns: fields.line('concerns', input.concerns, { most: longest.concerns }),
      place: fields.line('place', input.place, { most: longest.place }),
      occurredOn: dayOf(fields, input.occurredOn),
    },
    category: input.classCode || null,
    complainedUnitId: input.unitId || null,
    people: input.people ?? 1,
    fileIds: filesOf(fields, input.fileIds),
  };
  if (complaint.category && !classes.some(({ code }) => code === complaint.category)) fields.fail('classCode', 'UNKNOWN_CLASS');
  if (complaint.complainedUnitId && !units.some(({ id }) => id === complaint.complainedUnitId)) fields.fail('unitId', 'UNKNOWN_UNIT');
  if (complaint.people < 1 || complaint.people > mostPeople) fields.fail('people', 'PEOPLE');
  const secret = fields.secret('secret', input.secret, secretLength);
  if (secret === null || fields.problems.length > 0) throw new InputError(fields.problems);
  return { complaint, secret };
}

/** Ids of uploads, each once. Whether they are there to be taken shows when they are. */
export function filesOf(fields: TextFields, given: readonly string[] | null | undefined): string[] {
  const ids = [...new Set(given ?? [])];
  if (ids.length > mostFiles) fields.fail('fileIds', 'TOO_MANY_FILES', mostFiles);
  else if (!ids.every(isId)) fields.fail('fileIds', 'UNKNOWN_FILES');
  return ids;
}

/** As typed: with area code, blanks, or an extension. */
function phoneOf(fields: TextFields, given: string | null | undefined, required: boolean): string | null {
  const phone = fields.line('phone', given, { most: longest.phone, required });
  if (phone === null) return null;
  const isPhone = /^[\d\s()+\-,;#*x转]+$/i.test(phone.normalize('NFKC')) && /^\d{7,20}$/.test(normalPhone(phone));
  return isPhone ? phone : fields.fail('phone', 'PHONE');
}

/** An identity card, or another paper with a number. */
function identityOf(fields: TextFields, given: string | null | undefined): string | null {
  const identity = fields.line('identityNumber', given, { most: longest.identity });
  if (identity === null) return null;
  return /^[0-9A-Z]{6,20}$/i.test(identity.normalize('NFKC').replace(/[\s\-()]/g, ''))
    ? identity
    : fields.fail('identityNumber', 'IDENTITY');
}

function dayOf(fields: TextFields, day: Day | null | undefined): Day | null {
  if (!day) return null;
  if (day > clock.today()) return fields.fail('occurredOn', 'FUTURE');
  return day < earliestDay ? fields.fail('occurredOn', 'TOO_EARLY') : day;
}
