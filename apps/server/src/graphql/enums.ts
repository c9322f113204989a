import * as vocabulary from '@duban/rules/vocabulary';
import { builder } from './builder.ts';

const values = <T extends string>(list: readonly T[]) => list as unknown as readonly [T, ...T[]];
const define = <T extends string>(name: string, list: readonly T[], description: string) =>
  builder.enumType(name, { values: values(list), description });

export const ItemKindType = define('ItemKind', vocabulary.itemKinds, 'Registers whose rows are supervised items.');
export const ThemeType = define('Theme', vocabulary.themes, 'The four themes of the campaign: 转作风, 提效能, 破难题, 惠民生.');
export const ItemStateType = define('ItemState', vocabulary.itemStates, 'States of an item and of each part (policy 4(6)).');
export const ItemActionType = define('ItemAction', vocabulary.itemActions, 'Acts on an item.');
export const WorkNeedType = define('WorkNeed', vocabulary.workNeeds, 'What waits on a person.');
export const LightType = define('Light', vocabulary.lights, '亮灯: GREEN 正常, YELLOW 预警, RED 逾期/滞后, GREY 未报.');
export const LightRuleType = define('LightRule', vocabulary.lightRules, 'Why a light is what it is.');
export const DutyKindType = define('DutyKind', vocabulary.dutyKinds, '牵头 or 配合.');
export const LinkReasonType = define('LinkReason', vocabulary.linkReasons, 'Why one item led to another.');
export const RoleType = define('Role', vocabulary.roles, 'Rights, held through a post.');
export const UnitKindType = define('UnitKind', vocabulary.unitKinds, 'Kinds of unit.');
export const RankGroupType = define('RankGroup', vocabulary.rankGroups, 'Ranking compares like with like.');
export const LevelType = define('Level', vocabulary.levels, 'Level of a hard problem: city, department, county.');
export const DayUnitType = define('DayUnit', vocabulary.dayUnits, 'Working or calendar days.');
export const RectificationTermType = define('RectificationTerm', vocabulary.rectificationTerms, '立行立改, 限期整改, 长期坚持.');
export const RectificationClassType = define('RectificationClass', vocabulary.rectificationClasses, '未启动, 部分到位, 到位.');
export const ProblemSubjectType = define('ProblemSubject', vocabulary.problemSubjects, '班子 or 个人.');
export const ZeroContactKindType = define('ZeroContactKind', vocabulary.zeroContactKinds, 'The two zero-contact rules (policy 2(2)1).');
export const WorkNatureType = define('WorkNature', vocabulary.workNatures, 'Built, or paid out.');
export const HandlingModeType = define('HandlingMode', vocabulary.handlingModes, '自办, 转办, 交办.');
export const FindingType = define('Finding', vocabulary.findings, '属实, 部分属实, 不属实.');
export const ProblemOriginType = define('ProblemOrigin', vocabulary.problemOrigins, '征求意见, 自身查找.');
export const RectificationStageType = define('RectificationStage', vocabulary.rectificationStages, '动员, 排查, 整治, 巩固.');
export const SatisfactionType = define('Satisfaction', vocabulary.satisfactions, '满意, 基本满意, 不满意.');
