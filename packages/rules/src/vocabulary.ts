/** The closed words of the product. Each list is the same in Prisma, GraphQL and on screen; docs/glossary.md gives the Chinese of each. */

/** A civil day as ISO text, e.g. `2014-09-30`. */
export type Day = string;

/** Stands for "no end" in day columns, so that a comparison needs no null case. */
export const openEnded: Day = '9999-12-31';

/** The registers whose rows are supervised items (policy 2). */
export const itemKinds = [
  'STYLE_PROBLEM',
  'SERVICE_PROJECT',
  'HARD_PROBLEM',
  'LIVELIHOOD_WORK',
  'COMPLAINT',
  'SUPERVISION_TASK',
  'PUBLIC_PROBLEM',
  'RECTIFICATION_PROBLEM',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The four themes of the campaign: 转作风, 提效能, 破难题, 惠民生. */
export const themes = ['STYLE', 'EFFICIENCY', 'HARD_PROBLEMS', 'LIVELIHOOD'] as const;
export type Theme = (typeof themes)[number];

/**
 * Which theme of the campaign a register is counted in; null: in none. 督查事项 come from every side, and the figures of 惠民生 are those of the
 * works promised: problems that the public raised and those of the rectifications have rooms of their own.
 */
export const themeOfKind: Record<ItemKind, Theme | null> = {
  STYLE_PROBLEM: 'STYLE',
  SERVICE_PROJECT: 'EFFICIENCY',
  COMPLAINT: 'EFFICIENCY',
  HARD_PROBLEM: 'HARD_PROBLEMS',
  LIVELIHOOD_WORK: 'LIVELIHOOD',
  SUPERVISION_TASK: null,
  PUBLIC_PROBLEM: null,
  RECTIFICATION_PROBLEM: null,
};

/** The dictionary from which each register's main category comes. */
export const categoryDictionary: Record<ItemKind, string> = {
  STYLE_PROBLEM: 'style-category',
  SERVICE_PROJECT: 'project-stage',
  HARD_PROBLEM: 'hard-problem-theme',
  LIVELIHOOD_WORK: 'livelihood-programme',
  COMPLAINT: 'complaint-class',
  SUPERVISION_TASK: 'supervision-source',
  PUBLIC_PROBLEM: 'public-topic',
  RECTIFICATION_PROBLEM: 'rectification-campaign',
};

/** States of an item and of each unit's part of it (mission B1). */
export const itemStates = [
  'DRAFT',
  'PENDING_APPROVAL',
  'ASSIGNED',
  'SIGNED',
  'IN_PROGRESS',
  'REPORTED',
  'UNDER_REVIEW',
  'REWORK',
  'CLOSED',
  'CALL_BACK',
  'WRITTEN_OFF',
  'RETURNED',
  'SUSPENDED',
  'MERGED',
  /** 不予受理: a complaint that the office didn't take on. */
  'REFUSED',
  /** 撤回, by whoever complained. */
  'WITHDRAWN',
] as const;
export type ItemState = (typeof itemStates)[number];

/** States in which nobody owes anything any more: no light is shown. */
export const endedStates = [
  'CLOSED',
  'CALL_BACK',
  'WRITTEN_OFF',
  'RETURNED',
  'MERGED',
  'REFUSED',
  'WITHDRAWN',
] as const satisfies readonly ItemState[];

/** States in which the duty has not begun: no light is shown either. */
export const unbornStates = ['DRAFT', 'PENDING_APPROVAL'] as const satisfies readonly ItemState[];

export const itemActions = [
  'CREATE',
  'SUBMIT_FOR_APPROVAL',
  'APPROVE',
  'ASSIGN',
  'SIGN',
  'START',
  'REPORT',
  'SIGN_OFF_REPORT',
  'TAKE_INTO_REVIEW',
  'RETURN_FOR_REWORK',
  'ACCEPT',
  'CALL_BACK',
  'WRITE_OFF',
  'REOPEN',
  'RETURN_AS_NOT_OURS',
  'FORCE_ASSIGN',
  'REQUEST_EXTENSION',
  'GRANT_EXTENSION',
  'REFUSE_EXTENSION',
  'SUSPEND',
  'RESUME',
  'MERGE',
  'REPORT_PROGRESS',
  'INSTRUCT',
  'URGE',
  'IMPORT_FACTS',
  'CORRECT',
  'OVERRIDE_LIGHT',
  'RECOMPUTE',
  'TAKE_ON',
  'REFUSE',
  'WITHDRAW',
  'SUPPLEMENT',
  'RECORD_FINDING',
  'ANSWER',
  'RATE',
  'STEP_ASIDE',
  'FORWARD_FILES',
  'SET_OPENNESS',
  'REVIEW_OPENNESS',
] as const;
export type ItemAction = (typeof itemActions)[number];

/** GREY = not reported when due (mission B3). */
export const lights = ['GREEN', 'YELLOW', 'RED', 'GREY'] as const;
export type Light = (typeof lights)[number];

/** Why a light is what it is. */
export const lightRules = ['OVERDUE', 'BEHIND_PLAN', 'TIME_USED', 'NOT_REPORTED', 'OVERRIDE'] as const;
export type LightRule = (typeof lightRules)[number];

export const dutyKinds = ['LEAD', 'ASSIST'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Why one item led to another: a leader's instruction on it, or that it goes on in the other. */
export const linkReasons = ['INSTRUCTION', 'MERGED'] as const;
export type LinkReason = (typeof linkReasons)[number];

/** Rights belong to a role held through a post (mission B10). */
export const roles = [
  'CITY_LEADER',
  'VICE_MAYOR',
  'SUPERVISION_OFFICE',
  'INSPECTION',
  'SERVICE_CENTRE',
  'UNIT_HEAD',
  'UNIT_CLERK',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
] as const;
export type Role = (typeof roles)[number];

export const unitKinds = ['CITY', 'COUNTY', 'DEPARTMENT', 'TOWNSHIP', 'ZONE', 'WINDOW'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Ranking compares like with like (model 18). */
export const rankGroups = ['COUNTY', 'DEPARTMENT', 'WINDOW'] as const;
export type RankGroup = (typeof rankGroups)[number];

export const levels = ['CITY', 'DEPARTMENT', 'COUNTY'] as const;
export type Level = (typeof levels)[number];

export const dayUnits = ['WORKING', 'CALENDAR'] as const;
export type DayUnit = (typeof dayUnits)[number];

/** Style problems: when the rectification is due (立行立改 / 限期整改 / 长期坚持). */
export const rectificationTerms = ['IMMEDIATE', 'BY_DEADLINE', 'LONG_TERM'] as const;
export type RectificationTerm = (typeof rectificationTerms)[number];

/** Style problems: 未启动 / 部分到位 / 到位. */
export const rectificationClasses = ['NOT_STARTED', 'PARTLY', 'DONE'] as const;
export type RectificationClass = (typeof rectificationClasses)[number];

/** Who a style problem concerns: 班子 / 个人. */
export const problemSubjects = ['LEADERSHIP_TEAM', 'INDIVIDUAL'] as const;
export type ProblemSubject = (typeof problemSubjects)[number];

/** The two zero-contact rules of policy 2(2)1: land use without meeting residents, approvals without meeting departments. */
export const zeroContactKinds = ['LAND_WITH_RESIDENTS', 'APPROVAL_WITH_DEPARTMENTS'] as const;
export type ZeroContactKind = (typeof zeroContactKinds)[number];

/** Livelihood works: 建设类 / 补贴惠民类. */
export const workNatures = ['BUILD', 'BENEFIT'] as const;
export type WorkNature = (typeof workNatures)[number];

/** Complaints: how handled (自办 / 转办 / 交办). */
export const handlingModes = ['OWN', 'REFER', 'ASSIGN'] as const;
export type HandlingMode = (typeof handlingModes)[number];

/** Complaints: finding (属实 / 部分属实 / 不属实). */
export const findings = ['TRUE', 'PARTLY_TRUE', 'UNTRUE'] as const;
export type Finding = (typeof findings)[number];

/** Satisfaction of the person concerned, in five grades (很满意 / 满意 / 基本满意 / 不满意 / 很不满意). */
export const satisfactions = ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** Grades that count as satisfied in 满意率. */
export const satisfiedGrades = ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED'] as const satisfies readonly Satisfaction[];

/** Grades after which a matter is handled again, and not written off. */
export const dissatisfiedGrades: ReadonlySet<Satisfaction> = new Set<Satisfaction>(['DISSATISFIED', 'VERY_DISSATISFIED']);

/** Problems the public raised: 征求到的意见 / 自身查找出的问题 (policy 2(4)3). */
export const problemOrigins = ['ASKED_FOR', 'SELF_FOUND'] as const;
export type ProblemOrigin = (typeof problemOrigins)[number];

/** Stages of a special rectification: 动员 / 排查 / 整治 / 巩固. */
export const rectificationStages = ['MOBILISE', 'SCREEN', 'RECTIFY', 'CONSOLIDATE'] as const;
export type RectificationStage = (typeof rectificationStages)[number];

/** 公开属性: 主动公开 / 依申请公开 / 不予公开. */
export const opennesses = ['PUBLIC', 'ON_REQUEST', 'NOT_PUBLIC'] as const;
export type Openness = (typeof opennesses)[number];

export const opennessVerdicts = ['PASSED', 'REJECTED'] as const;
export type OpennessVerdict = (typeof opennessVerdicts)[number];

/**
 * What waits on a person, in the order in which one would take it up: for a unit 签收, 重办, 签发, 办理; for whoever supervises 受理审核, 审定,
 * 改派, 批复延期, 决策, 审批, 交办, 回访, 销号.
 */
export const workNeeds = [
  'SIGN_IN',
  'REWORK',
  'SIGN_OFF',
  'HANDLE',
  'REVIEW',
  'JUDGE',
  'REASSIGN',
  'DECIDE_EXTENSION',
  'DECIDE',
  'APPROVE',
  'ASSIGN',
  'CALL_BACK',
  'WRITE_OFF',
] as const;
export type WorkNeed = (typeof workNeeds)[number];
