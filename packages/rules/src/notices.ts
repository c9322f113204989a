import type { ItemAction, ItemKind, ItemState } from './vocabulary.ts';

/** What a line of the inbox tells of; the same list as `notification_kind`. */
export const notificationKinds = [
  'ASSIGNED',
  'SIGN_OFF_DUE',
  'REVIEW_DUE',
  'REWORK',
  'ACCEPTED',
  'BOUNCED',
  'EXTENSION_ASKED',
  'EXTENSION_DECIDED',
  'URGED',
  'INSTRUCTED',
  'DECISION_NEEDED',
  'DUE_SOON',
  'OVERDUE',
  'CHANGED',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Who is told, as seen from the part acted on; of an act on the whole matter, from each part in force. */
export const receivers = [
  /** Whoever stands for the part's unit: its heads; in an office that owes the part, its staff. */
  'PART_HEADS',
  'PART_CLERKS',
  /** Heads of the lead unit, of an assisting unit's part. */
  'LEAD_HEADS',
  /** The supervision office; of complaints the inspection office too. Never of a duty of their own. */
  'OFFICES',
  /** Whom the pack names for extensions of the register. */
  'EXTENSION_DECIDERS',
  /** The vice mayor whose duty the matter is, or who oversees the unit. */
  'VICE_MAYOR_IN_CHARGE',
  /** Leaders who instructed on the matter, or whose instruction it carries out. */
  'INSTRUCTORS',
] as const;
export type Receiver = (typeof receivers)[number];

export interface Notice {
  kind: NotificationKind;
  to: readonly Receiver[];
}

/** What of an event decides who is told. */
export interface NoticeEvent {
  action: ItemAction;
  /** State of the matter after it. */
  toState: ItemState;
  /** The part acted on, as it stands after it; null when the act was on the whole matter. */
  part: { state: ItemState; isSignedOff: boolean } | null;
  /** The program itself acted. */
  bySystem: boolean;
  /** Rung of an urge. */
  rung?: string | undefined;
}

interface Rule extends Notice {
  action: ItemAction;
  when?: (event: NoticeEvent) => boolean;
}

const unit = ['PART_HEADS', 'PART_CLERKS'] as const;
const cards = ['YELLOW_CARD', 'RED_CARD'];

/**
 * THE table of who is told of what. An act without a row tells nobody: it waits in nobody's way, or shows in what waits on them.
 * Reminders of the system are no rows: the daily notice DUE_SOON tells of the same limit.
 */
const rules: readonly Rule[] = [
  // The duty arrives
  { action: 'CREATE', kind: 'ASSIGNED', to: unit, when: ({ toState }) => toState === 'ASSIGNED' },
  { action: 'APPROVE', kind: 'ASSIGNED', to: unit },
  { action: 'ASSIGN', kind: 'ASSIGNED', to: unit },
  { action: 'TAKE_ON', kind: 'ASSIGNED', to: unit },
  // From the public site: whoever decides whether it is taken on.
  { action: 'CREATE', kind: 'DECISION_NEEDED', to: ['PART_HEADS'], when: ({ toState, bySystem }) => toState === 'DRAFT' && bySystem },
  { action: 'FORCE_ASSIGN', kind: 'ASSIGNED', to: unit },
  { action: 'REOPEN', kind: 'ASSIGNED', to: unit },
  { action: 'SUBMIT_FOR_APPROVAL', kind: 'DECISION_NEEDED', to: ['VICE_MAYOR_IN_CHARGE', 'OFFICES'] },
  // It is reported and judged
  { action: 'REPORT', kind: 'SIGN_OFF_DUE', to: ['PART_HEADS'], when: ({ part }) => part?.isSignedOff === false },
  { action: 'REPORT', kind: 'REVIEW_DUE', to: ['OFFICES', 'LEAD_HEADS'], when: ({ part }) => part?.isSignedOff === true },
  { action: 'SIGN_OFF_REPORT', kind: 'SIGN_OFF_DUE', to: ['PART_HEADS'], when: ({ part }) => part?.isSignedOff === false },
  { action: 'SIGN_OFF_REPORT', kind: 'REVIEW_DUE', to: ['OFFICES', 'LEAD_HEADS'], when: ({ part }) => part?.isSignedOff === true },
  { action: 'RETURN_FOR_REWORK', kind: 'CHANGED', to: ['OFFICES'], when: ({ part }) => !part },
  { action: 'RETURN_FOR_REWORK', kind: 'REWORK', to: ['PART_CLERKS'], when: ({ part }) => part !== null && part.state !== 'REWORK' },
  { action: 'RETURN_FOR_REWORK', kind: 'REWORK', to: unit, when: ({ part }) => part?.state === 'REWORK' },
  { action: 'ACCEPT', kind: 'ACCEPTED', to: [...unit, 'INSTRUCTORS'] },
  { action: 'WRITE_OFF', kind: 'ACCEPTED', to: ['PART_HEADS', 'INSTRUCTORS'] },
  // Side exits
  { action: 'RETURN_AS_NOT_OURS', kind: 'BOUNCED', to: ['OFFICES', 'LEAD_HEADS'] },
  { action: 'REQUEST_EXTENSION', kind: 'EXTENSION_ASKED', to: ['EXTENSION_DECIDERS'] },
  { action: 'GRANT_EXTENSION', kind: 'EXTENSION_DECIDED', to: unit },
  { action: 'REFUSE_EXTENSION', kind: 'EXTENSION_DECIDED', to: unit },
  { action: 'SUSPEND', kind: 'CHANGED', to: unit },
  { action: 'RESUME', kind: 'CHANGED', to: unit },
  { action: 'MERGE', kind: 'CHANGED', to: unit },
  // From above
  { action: 'URGE', kind: 'URGED', to: unit, when: ({ bySystem, rung }) => !bySystem && !cards.includes(rung ?? '') },
  { action: 'URGE', kind: 'URGED', to: [...unit, 'VICE_MAYOR_IN_CHARGE'], when: ({ rung }) => cards.includes(rung ?? '') },
  { action: 'INSTRUCT', kind: 'INSTRUCTED', to: ['PART_HEADS', 'OFFICES'] },
  { action: 'CORRECT', kind: 'CHANGED', to: unit },
  { action: 'OVERRIDE_LIGHT', kind: 'CHANGED', to: ['PART_HEADS'] },
];

/** What an event tells, and whom. */
export function noticesOf(event: NoticeEvent): Notice[] {
  return rules.filter(({ action, when }) => action === event.action && (when?.(event) ?? true)).map(({ kind, to }) => ({ kind, to }));
}

/** What of an event's payload a line may carry on: days and rungs, never what was written of a person or a matter. */
const carried = ['rung', 'dueOn', 'askedTo', 'light'] as const;

/**
 * Values for the sentence of a line: the matter's number and title, who acted, and days. Of a complaint the title stays away as well:
 * it may name whoever complained, and mail leaves the house.
 */
export function noticePayload(
  item: { kind: ItemKind; number: string; title: string },
  event: { action: ItemAction; actorTitle: string; payload: Readonly<Record<string, unknown>> },
): Record<string, string> {
  const values = carried.flatMap((key) => (typeof event.payload[key] === 'string' ? [[key, event.payload[key] as string]] : []));
  return {
    number: item.number,
    ...(item.kind === 'COMPLAINT' ? {} : { title: item.title }),
    action: event.action,
    actor: event.actorTitle,
    ...Object.fromEntries(values),
  };
}
