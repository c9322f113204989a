import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { itemKinds } from '@duban/rules/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packFolder, readPack } from './read-pack.ts';
import { namesOf } from './unit-names.ts';

const code = 'zhumadian-2014';

describe('the pack of the campaign', async () => {
  const pack = await readPack(code);

  it('has the clause tree with every part, and one clause per register', () => {
    const count = (pattern: RegExp) => pack.clauses.filter(({ number }) => pattern.test(number)).length;
    expect([count(/^\d$/), count(/^2\(1\)\d+$/), count(/^2\(2\)\d$/), count(/^2\(4\)\d$/), count(/^3\(\d\)$/), count(/^4\(\d\)$/)]).toEqual(
      [4, 10, 5, 3, 6, 6],
    );
    expect(pack.clauses.flatMap(({ kinds }) => kinds).sort()).toEqual([...itemKinds].sort());
    expect(pack.clauses.find(({ number }) => number === '2(1)10')?.parentNumber).toBe('2(1)');
  });

  it('charges the units that the document names', () => {
    const approvalReform = pack.clauses.find(({ number }) => number === '3(2)');
    expect(approvalReform).toMatchObject({ lead: ['bb'], assist: ['jcj', 'fgw', 'xzfw'] });
    const everyone = pack.clauses.find(({ number }) => number === '2(1)')!.lead;
    expect(everyone).toHaveLength(pack.units.filter(({ kind }) => kind === 'COUNTY' || kind === 'DEPARTMENT').length);
  });

  it('has ten counties, each on a tile of its own', () => {
    const counties = pack.units.filter(({ kind }) => kind === 'COUNTY');
    expect(counties).toHaveLength(10);
    expect(new Set(counties.map(({ tileColumn, tileRow }) => `${tileColumn},${tileRow}`)).size).toBe(10);
    for (const west of counties) {
      for (const east of counties) if (west.tileColumn! < east.tileColumn!) expect(west.longitude!).toBeLessThan(east.longitude!);
    }
  });

  it.each(['发改委', '市发改委', '市发展改革委', '发展和改革委员会', '市发展和改革委员会', '驻马店市发展和改革委员会'])(
    'knows %s',
    (name) => {
      expect(pack.units.filter((unit) => namesOf(unit).includes(name)).map(({ id }) => id)).toEqual(['fgw']);
    },
  );

  it('has the dictionaries of the document', () => {
    const sizes = Object.fromEntries(
      pack.terms.map(({ dictionary }) => [dictionary, pack.terms.filter((term) => term.dictionary === dictionary).length]),
    );
    expect(sizes).toMatchObject({
      'style-category': 10,
      'hard-problem-theme': 8,
      'complaint-class': 4,
      'rectification-campaign': 5,
      'livelihood-programme': 2,
    });
    expect(pack.terms.find(({ code }) => code === 'six-matters')?.extra).toEqual({ centralCityOnly: true });
  });

  it('gives every unit with a head a clerk, and vice mayors their portfolios', () => {
    expect(pack.posts.find(({ id }) => id === 'jyj-head')).toMatchObject({ title: '市教育局局长', role: 'UNIT_HEAD' });
    expect(pack.posts.find(({ id }) => id === '411721-clerk')).toMatchObject({ title: '西平县督办联络员', role: 'UNIT_CLERK' });
    expect(pack.posts.find(({ id }) => id === 'jcj-head')?.role).toBe('INSPECTION');
    const overseen = new Set(pack.portfolios.map(({ unitId }) => unitId));
    const owing = pack.units.filter(({ kind }) => kind === 'COUNTY' || kind === 'DEPARTMENT' || kind === 'ZONE');
    expect(owing.filter(({ id }) => !overseen.has(id))).toEqual([]);
  });
});

describe('a pack with mistakes', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duban-pack-'));
    await cp(packFolder(code), folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = () => readPack(code, pathToFileURL(`${folder}/`));

  /** Changes one file and answers with the line on which `after` now stands. */
  async function edit(file: string, before: string, after: string): Promise<number> {
    const source = await readFile(join(folder, file), 'utf8');
    expect(source).toContain(before);
    await writeFile(join(folder, file), source.replace(before, after));
    return source.slice(0, source.indexOf(before)).split('\n').length;
  }

  it.each([
    ['campaign.yaml', 'startOn: 2014-09-30', 'startOn: 2014-09-31', 'startOn: Invalid'],
    ['campaign.yaml', 'complaintOfficeId: jcj', 'complaintOfficeId: xyz', 'unknown unit xyz'],
    ['campaign.yaml', 'HARD_PROBLEM: 难', 'HARD_PROBLEM: 项', 'prefix 项 stands twice'],
    ['clauses.yaml', 'lead: [bb], assist: [jcj, fgw, xzfw]', 'lead: [bb], assist: [jcj, fgw, xyz]', 'unknown unit xyz'],
    ['clauses.yaml', 'number: 2(4)3', 'number: 2(9)3', 'clause 2(9)3 has no clause 2(9) above it'],
    ['units.yaml', 'kind: COUNTY', 'kind: COUNTRY', '1.kind: Invalid option'],
    ['units.yaml', 'name: 驻马店市科学技术局', 'name: 驻马店市教育局', '市教育局 is a name of jyj and of kjj'],
    ['posts.yaml', 'headRoles: {', 'headRoles: { nobody: INSPECTION,', 'nobody is no unit with a head'],
    ['portfolios.yaml', 'vice-mayor-security: [gaj', 'vice-mayor-safety: [gaj', 'vice-mayor-safety is no post'],
    ['dictionaries.yaml', '{ code: "4", zh: 推诿', '{ code: "3", zh: 推诿', 'code 3 of style-category stands twice'],
    ['limits.yaml', 'validTo: 2022-04-30', 'validTo: 2022-05-30', 'petition-national is also in force'],
    ['thresholds.yaml', 'timeYellowPercent: 70', 'timeYellowPercent: 170', 'timeYellowPercent: Too big'],
    ['calendar.yaml', '[06-02]', '[06-31]', '06-31 is no day or range of 2014'],
    ['calendar-overrides.yaml', 'days: []', 'days: [{ day: 2030-01-01, isWorking: false, label: 元旦 }]', '2030-01-01 lies in no year'],
  ])('%s: %s → %s', async (file, before, after, message) => {
    const line = await edit(file, before, after);
    const error = await read().then(String, String);
    const found = error.split('\n').find((text) => text.includes(message));
    expect(error).toContain(message);
    expect(found?.trim()).toMatch(new RegExp(`^${file}:\\d+: `));
    if (!message.includes('also in force')) expect(found?.trim()).toContain(`${file}:${line}: `);
  });

  it('names a mistyped key, a file that is no YAML and one that is missing', async () => {
    const key = await edit('units.yaml', 'rankGroup: COUNTY', 'rankgroup: COUNTY');
    const yaml = await edit('limits.yaml', 'code: licence-decision', 'code: [licence-decision');
    await rm(join(folder, 'posts.yaml'));
    const error = await read().then(String, String);
    expect(error).toContain(`units.yaml:${key}: 1: Unrecognized key: "rankgroup"`);
    expect(error).toMatch(new RegExp(`limits\\.yaml:${yaml + 1}: `));
    expect(error).toContain('posts.yaml:1: the file is missing');
  });
});
