import * as z from 'zod/mini';

/** Search parameters before a page's schema has read them. */
export type SearchRecord = Record<string, unknown>;

/** `?light=RED,YELLOW&q=路` → `{ light: 'RED,YELLOW', q: '路' }`; schemas do the typing. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Lists are joined by commas; empty values are left out, so that the same view has one link. */
export function stringifySearch(search: SearchRecord): string {
  const pairs = Object.entries(search)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value)).replace(/%2C/g, ',')}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined);
const asList = (value: unknown) => (Array.isArray(value) ? value.map(String) : asText(value)?.split(',').filter(Boolean));

/** Reads what the address holds with `read`, then as `schema`; whatever doesn't fit counts as absent. */
const param = <Schema extends z.ZodMiniType>(read: (value: unknown) => unknown, schema: Schema) =>
  z.catch(z.pipe(z.transform(read), z.optional(schema)), undefined);

/** Free text. */
export const textParam = param(asText, z.string().check(z.maxLength(200)));

/** A day `2014-09-30`. */
export const dayParam = param(asText, z.iso.date());

/** A whole number within bounds. */
export const intParam = (min: number, max: number) =>
  param((value) => (value === undefined ? undefined : Number(value)), z.int().check(z.gte(min), z.lte(max)));

/** One word out of `words`. */
export const oneOfParam = <const Words extends readonly [string, ...string[]]>(words: Words) => param(asText, z.enum([...words]));

/** Some of `words`; unknown ones are dropped, none is absent. */
export const someOfParam = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  param((value) => orAbsent(asList(value)?.filter((word) => words.includes(word))), z.array(z.enum([...words])));

/** Ids or codes, at most 100; none is absent. */
export const listParam = param((value) => orAbsent(asList(value)?.slice(0, 100)), z.array(z.string()));

/** `true` written as `1`. */
export const flagParam = param((value) => (value === '1' || value === 'true' || value === true ? true : undefined), z.literal(true));

const orAbsent = (list: string[] | undefined) => (list?.length ? list : undefined);

/** What every ledger page keeps in the URL beside its own filters. */
export const ledgerParams = {
  q: textParam,
  sort: textParam,
  after: textParam,
  before: textParam,
  size: intParam(10, 200),
};

/** What every page keeps: the as-of day and the scope (a unit's code). */
export const globalParams = { asOf: dayParam, scope: textParam };

/** What `validateSearch` is given: how links write the parameters, how pages read them. */
export type SearchReader<Read> = { types: { input: Read; output: Read }; parse: (search: unknown) => Read };

/**
 * A page's search parameters for `validateSearch`: `searchOf({ ...ledgerParams, category: listParam })`.
 * Links may give any part of them; what doesn't fit is dropped, so an old or mistyped link still opens.
 */
export function searchOf<Shape extends Readonly<Record<string, z.ZodMiniType>>>(
  shape: Shape,
): SearchReader<{ [Name in keyof Shape]?: z.output<Shape[Name]> }> {
  type Read = { [Name in keyof Shape]?: z.output<Shape[Name]> };
  const schema = z.object(shape);
  const parse = (search: unknown) => schema.parse(search) as Read;
  return { types: {} as SearchReader<Read>['types'], parse };
}
