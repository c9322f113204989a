import { z } from 'zod';
import { empty, join, raw, row, rows, type Sql, sql } from '../../database.ts';
import { badInput } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import { itemsVisibleTo } from './item.policy.ts';
import { fromItems, type ItemFilter } from './item-filter.ts';

/** Orders of a ledger; each ends in the id, so that it is total. */
export const itemOrders = [
  'NUMBER',
  'TITLE',
  'LEAD_UNIT',
  'FOUND_ON',
  'ASSIGNED_ON',
  'DUE_ON',
  'CLOSED_ON',
  'PROGRESS',
  'STATE',
  'LIGHT',
] as const;
export type ItemOrder = (typeof itemOrders)[number];

interface SortKey {
  /** Never null. */
  value: Sql;
  cast: 'text' | 'date' | 'numeric';
  /** The id beside it, of the same alias, so that an index on both gives the page without sorting the ledger. */
  id: Sql;
}

const ofItem = (value: Sql, cast: SortKey['cast']): SortKey => ({ value, cast, id: sql`i.id` });
const ofStanding = (value: Sql, cast: SortKey['cast']): SortKey => ({ value, cast, id: sql`a.item_id` });

/** Sort keys on aliases `a` (how it stood) and `i` (the item). */
const sortKeys: Record<ItemOrder, SortKey> = {
  NUMBER: ofItem(sql`i.number`, 'text'),
  TITLE: ofItem(sql`i.pinyin`, 'text'),
  LEAD_UNIT: ofStanding(sql`(SELECT u.pinyin FROM unit u WHERE u.id = a.lead_unit_id)`, 'text'),
  FOUND_ON: ofItem(sql`i.found_on`, 'date'),
  ASSIGNED_ON: ofItem(sql`i.assigned_on`, 'date'),
  DUE_ON: ofStanding(sql`a.due_on`, 'date'),
  CLOSED_ON: ofItem(sql`coalesce(i.closed_on, DATE '9999-12-31')`, 'date'),
  PROGRESS: ofStanding(sql`coalesce(a.progress_percent, -1)`, 'numeric'),
  STATE: ofStanding(sql`a.state::text`, 'text'),
  // Red first when ascending: what is red and whose it is.
  LIGHT: ofStanding(
    sql`(CASE a.light WHEN 'RED' THEN 1 WHEN 'GREY' THEN 2 WHEN 'YELLOW' THEN 3 WHEN 'GREEN' THEN 4 ELSE 5 END)`,
    'numeric',
  ),
};

export interface ItemPage {
  ids: string[];
  cursors: string[];
  hasPrevious: boolean;
  hasNext: boolean;
}

export interface PageArgs {
  orderBy: ItemOrder;
  descending: boolean;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

const pageRow = z.object({ id: z.string(), key: z.string() });

/**
 * One page of ids by keyset (model 16): the rows after (or before) the cursor in a total order; hydrate them by id.
 * GraphQLError BAD_USER_INPUT for a cursor of another order or that is none.
 */
export async function pageOfItems(viewer: Viewer, asOf: string, filter: ItemFilter, page: PageArgs): Promise<ItemPage> {
  const { value, cast, id } = sortKeys[page.orderBy];
  const backwards = page.last !== null && page.last !== undefined;
  const size = (backwards ? page.last : page.first) ?? 50;
  const cursor = backwards ? page.before : page.after;
  const ascending = page.descending === backwards;
  const beyond = cursor ? sql`AND (${value}, ${id}) ${raw(ascending ? '>' : '<')} (${bound(cursor, page.orderBy, cast)})` : empty;
  const direction = raw(ascending ? 'ASC' : 'DESC');
  const found = await rows(
    pageRow,
    sql`SELECT i.id, ${value}::text AS key ${fromItems(viewer, asOf, filter)} ${beyond} ORDER BY ${value} ${direction}, ${id} ${direction} LIMIT ${size + 1}`,
  );
  const more = found.length > size;
  const shown = found.slice(0, size);
  if (backwards) shown.reverse();
  return {
    ids: shown.map(({ id }) => id),
    cursors: shown.map(({ id, key }) => encode(page.orderBy, key, id)),
    hasPrevious: backwards ? more : Boolean(cursor),
    hasNext: backwards ? Boolean(cursor) : more,
  };
}

/** How many items the filter holds: the number that was clicked. */
export async function countItems(viewer: Viewer, asOf: string, filter: ItemFilter): Promise<number> {
  const { count } = await row(z.object({ count: z.number() }), sql`SELECT count(*)::int AS count ${fromItems(viewer, asOf, filter)}`);
  return count;
}

/** True when there is such an item and the viewer may know of it: merged and unborn ones too. */
export async function isVisible(viewer: Viewer, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  const found = await rows(
    z.object({ id: z.string() }),
    sql`SELECT i.id FROM item i WHERE i.id = ${id}::uuid AND ${itemsVisibleTo(viewer)}`,
  );
  return found.length > 0;
}

/** The id of the item with a number; null when there is none. */
export async function itemIdByNumber(number: string): Promise<string | null> {
  const [found] = await rows(z.object({ id: z.string() }), sql`SELECT id FROM item WHERE number = ${number}`);
  return found?.id ?? null;
}

const cursorShape = z.tuple([z.enum(itemOrders), z.string().max(1000), z.uuid()]);

function encode(order: ItemOrder, key: string, id: string): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

function bound(cursor: string, order: ItemOrder, cast: string): Sql {
  try {
    const [of, key, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (of !== order) throw new Error('another order');
    return join([sql`${key}::${raw(cast)}`, sql`${id}::uuid`], ', ');
  } catch {
    throw badInput('翻页位置已失效，请回到第一页。');
  }
}
