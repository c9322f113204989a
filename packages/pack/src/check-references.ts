import { itemKinds } from '@duban/rules/vocabulary';
import { checkCalendar } from './check-calendar.ts';
import { parentOf } from './expand-pack.ts';
import { type PackFile, type PackProblem, type Path, problemIn } from './pack-file.ts';
import type { PackSourceFiles } from './read-pack.ts';
import { aliasesOf, namesOf } from './unit-names.ts';

/** What no single file can show: unknown codes, the same code or name twice, periods that overlap, days that are none. */
export function checkReferences(files: PackSourceFiles): PackProblem[] {
  return [
    ...checkClauses(files),
    ...checkUnits(files),
    ...checkPosts(files),
    ...checkDictionaries(files),
    ...checkDated(files),
    ...checkCalendar(files),
  ];
}

/** Problems of entries whose key was there before. */
function repeated(file: PackFile<unknown>, entries: readonly { key: string; path: Path; what: string }[]): PackProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key, path, what }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [problemIn(file, path, `${what} stands twice`)];
  });
}

function checkClauses({ clauses, units, campaign }: PackSourceFiles): PackProblem[] {
  const problems = repeated(
    clauses,
    clauses.value.flatMap(({ number, kinds }, index) => [
      { key: number, path: [index, 'number'], what: `clause ${number}` },
      ...kinds.map((kind, at) => ({ key: kind, path: [index, 'kinds', at], what: `register ${kind}` })),
    ]),
  );
  const unitIds = new Set(units.value.map(({ id }) => id));
  const above = new Set<string>();
  for (const [index, clause] of clauses.value.entries()) {
    const parent = parentOf(clause.number);
    if (parent && !above.has(parent))
      problems.push(problemIn(clauses, [index, 'number'], `clause ${clause.number} has no clause ${parent} above it`));
    above.add(clause.number);
    for (const duty of ['lead', 'assist'] as const) {
      for (const [at, unit] of clause[duty].entries()) {
        if (!unit.startsWith('@') && !unitIds.has(unit)) problems.push(problemIn(clauses, [index, duty, at], `unknown unit ${unit}`));
      }
    }
  }
  for (const kind of itemKinds) {
    if (!clauses.value.some((clause) => clause.kinds.includes(kind)))
      problems.push(problemIn(clauses, [], `no clause is fed by register ${kind}`));
  }
  const { complaintOfficeId } = campaign.value;
  if (!unitIds.has(complaintOfficeId)) problems.push(problemIn(campaign, ['complaintOfficeId'], `unknown unit ${complaintOfficeId}`));
  const prefixes = Object.entries(campaign.value.numberPrefixes);
  return [
    ...problems,
    ...repeated(
      campaign,
      prefixes.map(([kind, prefix]) => ({ key: prefix, path: ['numberPrefixes', kind], what: `prefix ${prefix}` })),
    ),
  ];
}

function checkUnits({ units, campaign }: PackSourceFiles): PackProblem[] {
  const problems = repeated(
    units,
    units.value.map(({ id }, index) => ({ key: id, path: [index, 'id'], what: `unit ${id}` })),
  );
  const owners = new Map<string, string>();
  const ids = new Set(units.value.map(({ id }) => id));
  for (const [index, unit] of units.value.entries()) {
    if (unit.parent && (!ids.has(unit.parent) || unit.parent === unit.id))
      problems.push(problemIn(units, [index, 'parent'], `unknown unit ${unit.parent}`));
    for (const name of namesOf({ ...unit, aliases: aliasesOf(unit, campaign.value.cityName) })) {
      const owner = owners.get(name);
      if (owner) problems.push(problemIn(units, [index, 'name'], `${name} is a name of ${owner} and of ${unit.id}`));
      owners.set(name, unit.id);
    }
  }
  return problems;
}

function checkPosts({ posts, portfolios, units }: PackSourceFiles): PackProblem[] {
  const ids = new Set(units.value.map(({ id }) => id));
  const headed = new Set(units.value.flatMap(({ id, head }) => (head ? [id] : [])));
  const problems = repeated(posts, [
    ...[...headed].flatMap((id) => [`${id}-head`, `${id}-clerk`].map((key) => ({ key, path: ['posts'], what: `post ${key}` }))),
    ...posts.value.posts.map(({ id }, index) => ({ key: id, path: ['posts', index, 'id'], what: `post ${id}` })),
  ]);
  for (const [index, { unit }] of posts.value.posts.entries()) {
    if (!ids.has(unit)) problems.push(problemIn(posts, ['posts', index, 'unit'], `unknown unit ${unit}`));
  }
  for (const id of Object.keys(posts.value.headRoles)) {
    if (!headed.has(id)) problems.push(problemIn(posts, ['headRoles', id], `${id} is no unit with a head`));
  }
  const leaders = new Set(posts.value.posts.flatMap(({ id, role }) => (role === 'VICE_MAYOR' || role === 'CITY_LEADER' ? [id] : [])));
  for (const [post, overseen] of Object.entries(portfolios.value)) {
    if (!leaders.has(post)) problems.push(problemIn(portfolios, [post], `${post} is no post of a city leader or vice mayor`));
    problems.push(
      ...repeated(
        portfolios,
        overseen.map((key, index) => ({ key, path: [post, index], what: `unit ${key}` })),
      ),
    );
    for (const [index, unit] of overseen.entries()) {
      if (!ids.has(unit)) problems.push(problemIn(portfolios, [post, index], `unknown unit ${unit}`));
    }
  }
  return problems;
}

function checkDictionaries({ dictionaries, clauses }: PackSourceFiles): PackProblem[] {
  const numbers = new Set<unknown>(clauses.value.map(({ number }) => number));
  return Object.entries(dictionaries.value).flatMap(([dictionary, terms]) => [
    ...repeated(
      dictionaries,
      terms.map(({ code }, index) => ({ key: code, path: [dictionary, index, 'code'], what: `code ${code} of ${dictionary}` })),
    ),
    ...repeated(
      dictionaries,
      terms.flatMap(({ zh, aliases }, index) =>
        [zh, ...aliases].map((key) => ({ key, path: [dictionary, index], what: `${key} of ${dictionary}` })),
      ),
    ),
    ...terms.flatMap(({ extra }, index) =>
      extra.clause === undefined || numbers.has(extra.clause)
        ? []
        : [problemIn(dictionaries, [dictionary, index, 'extra', 'clause'], `unknown clause ${JSON.stringify(extra.clause)}`)],
    ),
  ]);
}

function checkDated({ limits, thresholds }: PackSourceFiles): PackProblem[] {
  const problems = repeated(
    thresholds,
    thresholds.value.map(({ kind, validFrom }, index) => ({
      key: `${kind} ${validFrom}`,
      path: [index],
      what: `threshold ${kind} from ${validFrom}`,
    })),
  );
  for (const kind of itemKinds) {
    if (!thresholds.value.some((row) => row.kind === kind)) problems.push(problemIn(thresholds, [], `no threshold for register ${kind}`));
  }
  for (const [index, limit] of limits.value.entries()) {
    if (limit.validTo < limit.validFrom) problems.push(problemIn(limits, [index, 'validTo'], `${limit.code} ends before it begins`));
    const clash = limits.value
      .slice(0, index)
      .find((other) => other.code === limit.code && other.validFrom <= limit.validTo && limit.validFrom <= other.validTo);
    if (clash) problems.push(problemIn(limits, [index, 'validFrom'], `${limit.code} is also in force from ${clash.validFrom}`));
  }
  return problems;
}
