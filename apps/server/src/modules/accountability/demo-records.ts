import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql, transaction } from '../../database.ts';
import { createRecord, type Keeper } from './keep-register.ts';
import type { RecordInput } from './record-fields.ts';

const caseRow = z.object({
  number: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  isCounty: z.boolean(),
  category: z.string().nullable(),
  foundOn: z.string(),
  answeredOn: z.string().nullable(),
});
type Case = z.infer<typeof caseRow>;

/** What was done and which rule it broke, by class of the complaint. */
const faults: Readonly<Record<string, Pick<RecordInput, 'fact' | 'rule'>>> = {
  '1': { fact: '受理审批申请时自行增加材料，未一次讲清所缺内容，办事群众往返三次。', rule: '一次性告知制度' },
  '2': { fact: '公开承诺的办理时限内未办结，既未申请延期，也未向申请人说明原因。', rule: '限时办结制度' },
  '3': { fact: '执法检查时未出示证件，处罚幅度超出裁量基准，事后未作集体讨论。', rule: '行政处罚裁量基准和重大案件集体讨论制度' },
  '4': { fact: '对群众反映的问题相互推诿，超过规定期限未调查、未答复。', rule: '首问负责制度' },
};

interface Measure {
  /** Posts in a county and in a department. */
  posts: readonly [county: string, department: string];
  levels: readonly [county: string, department: string];
  administrativeHead: boolean;
  form: string;
  effect: string;
  /** Months for which it holds; 0: none. */
  months: number;
}

const measures: readonly Measure[] = [
  {
    posts: ['县政务服务窗口工作人员', '窗口工作人员'],
    levels: ['staff', 'staff'],
    administrativeHead: false,
    form: 'education',
    effect: '已当面谈话，本人已向申请人致歉。',
    months: 0,
  },
  {
    posts: ['县直部门副局长', '业务科科长'],
    levels: ['section-deputy', 'section-chief'],
    administrativeHead: false,
    form: 'written-review',
    effect: '书面检查已交，存入本人档案。',
    months: 0,
  },
  {
    posts: ['县直部门局长', '局长'],
    levels: ['section-chief', 'county-chief'],
    administrativeHead: true,
    form: 'circular',
    effect: '已在全市通报，取消当年评先资格。',
    months: 12,
  },
  {
    posts: ['镇长', '局长'],
    levels: ['section-chief', 'county-chief'],
    administrativeHead: true,
    form: 'admonition',
    effect: '已谈话并作记录，三个月内报整改情况。',
    months: 6,
  },
  {
    posts: ['执法大队大队长', '执法支队支队长'],
    levels: ['section-deputy', 'section-chief'],
    administrativeHead: false,
    form: 'warning',
    effect: '效能告诫六个月，扣发当季绩效奖金。',
    months: 6,
  },
  {
    posts: ['县政务服务窗口负责人', '窗口负责人'],
    levels: ['section-deputy', 'section-deputy'],
    administrativeHead: false,
    form: 'transfer',
    effect: '已调离窗口岗位。',
    months: 12,
  },
];

/** Records that follow from an enforcement file, without an item. */
const enforcement: readonly (Pick<RecordInput, 'unitId' | 'enforcementRecord' | 'fact' | 'rule' | 'decidedOn'> & { measure: number })[] = [
  {
    unitId: 'jtj',
    enforcementRecord: '治超检查卷宗（示例）第 7 号',
    fact: '路面检查中只罚款不纠正违法行为，收费票据不全。',
    rule: '罚缴分离规定',
    decidedOn: '2014-08-19',
    measure: 4,
  },
  {
    unitId: 'hbj',
    enforcementRecord: '排污检查卷宗（示例）第 12 号',
    fact: '对重大处罚案件未经集体讨论即作出决定。',
    rule: '重大案件集体讨论制度',
    decidedOn: '2014-09-11',
    measure: 2,
  },
];

const following = 11;
const keeper: Keeper = { actor: { userId: null, title: '示例数据', address: null }, seesItems: sql`TRUE` };

/**
 * The demo's records: by post only, no name is in them. They follow from demo complaints found true, spread over their ledger, and from two
 * enforcement files; the same every time. Goes in whole or not at all, and only into an empty register.
 */
export async function loadDemoAccountability(say: (line: string) => void): Promise<void> {
  const made = await transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('duban accountability numbers'))`);
    const { rowCount } = await tx.query('SELECT 1 FROM accountability LIMIT 1');
    if (rowCount) return 0;
    const found = await rows(
      caseRow,
      sql`SELECT DISTINCT ON (i.number) i.number, c.complained_unit_id AS "unitId", u.name AS "unitName", u.kind = 'COUNTY' AS "isCounty", i.category,
            i.found_on AS "foundOn", c.answered_on AS "answeredOn"
          FROM complaint c JOIN item i ON i.id = c.item_id JOIN unit u ON u.id = c.complained_unit_id
          WHERE i.demo AND i.merged_into_id IS NULL AND c.finding IN ('TRUE', 'PARTLY_TRUE') AND u.kind IN ('COUNTY', 'DEPARTMENT')
            AND u.valid_to >= ${clock.today()}::date AND i.found_on <= ${clock.today()}::date
          ORDER BY i.number, c.id`,
      tx,
    );
    const chosen = Array.from(
      { length: Math.min(following, found.length) },
      (_, at) => found[Math.floor((at * found.length) / following)]!,
    );
    const units = new Set((await rows(z.object({ id: z.string() }), sql`SELECT id FROM unit`, tx)).map(({ id }) => id));
    const inputs = [
      ...chosen.map((one, at) => ofComplaint(one, at)),
      ...enforcement.filter(({ unitId }) => units.has(unitId)).map(ofEnforcement),
    ]
      .filter(({ decidedOn }) => decidedOn <= clock.today() && decidedOn > addDays(clock.today(), -365))
      .sort((a, b) => a.decidedOn.localeCompare(b.decidedOn));
    for (const input of inputs) await createRecord(tx, keeper, input, true);
    return inputs.length;
  });
  if (made > 0) say(`  责任追究：${made} 条`);
}

function ofComplaint({ number, unitId, unitName, isCounty, category, foundOn, answeredOn }: Case, at: number): RecordInput {
  const measure = measures[at % measures.length]!;
  const decidedOn = [addDays(answeredOn ?? addDays(foundOn, 20), 4 + (at % 5)), clock.today()].sort()[0]!;
  const fault = faults[category ?? ''] ?? faults['4']!;
  const entry = entryOf(measure, isCounty ? 0 : 1, decidedOn);
  return {
    ...entry,
    post: titleIn(unitName, entry.post),
    decidedBy: titleIn(unitName, entry.decidedBy),
    ...fault,
    unitId,
    itemNumber: number,
    source: `效能追责决定（示例）第 ${at + 1} 号`,
  };
}

/** A title as the unit has it: a committee or office is headed by a 主任, a district has no 县 in its titles. */
function titleIn(unitName: string, title: string): string {
  if (unitName.endsWith('区人民政府')) return title.replace('县', '区');
  return title === '局长' && !unitName.endsWith('局') ? '主任' : title;
}

function ofEnforcement({ measure, ...given }: (typeof enforcement)[number]): RecordInput {
  return { ...entryOf(measures[measure]!, 1, given.decidedOn), ...given };
}

function entryOf(measure: Measure, place: 0 | 1, decidedOn: Day): Omit<RecordInput, 'unitId' | 'fact' | 'rule'> {
  const { posts, levels, administrativeHead, form, effect, months } = measure;
  return {
    post: posts[place],
    postLevel: levels[place],
    administrativeHead,
    form,
    decidedBy: administrativeHead ? '市监察局' : place === 0 ? '县监察局' : '本单位党组',
    decidedOn,
    effect,
    effectUntil: months > 0 ? addDays(decidedOn, Math.round(months * 30.4)) : null,
  };
}
