import type { ItemAction, ItemKind } from '@duban/rules/vocabulary';
import type { TFunction } from 'i18next';
import type { Payload, StoryLine } from './story.ts';

/** The namespaces of `t` here. */
export type StoryWords = TFunction<['item', 'terms', 'ledger', 'common']>;
/** Name of a unit; null when it isn't to be told. */
export type UnitName = (unitId: string | undefined) => string | null;

const noName: UnitName = () => null;
const asWritten = (code: string) => code;
const round = (percent: number) => Math.round(percent * 10) / 10;

/**
 * One line of the story in words. `units` names the units; `whose` names the one whose part it was, where more than one has a part; `kind`:
 * the register, as a complaint begins otherwise; `categories` names the codes of its categories.
 */
export function sentenceOf(
  line: StoryLine,
  t: StoryWords,
  units: UnitName = noName,
  whose: UnitName = noName,
  kind?: ItemKind,
  categories: (code: string) => string = asWritten,
): string {
  switch (line.kind) {
    case 'STATE':
      if (kind === 'COMPLAINT' && line.state === 'DRAFT') return t('item:story.complaintDraft');
      return t(`item:story.states.${line.state}`);
    case 'PROGRESS':
      return t('item:story.progress', { before: round(line.before), after: round(line.after) });
    case 'LIGHT':
      return t('item:story.light', { light: t(`terms:lights.${line.light}`) });
    case 'ACT': {
      const deed = deedOf(line, t);
      const unit = whose(line.payload.unitId);
      const base = unit ? t('item:story.ofUnit', { unit, deed }) : deed;
      return [base, ...valuesOf(line.event.action, line.payload, t, units, categories)].join(t('item:story.separator'));
    }
  }
}

/** What was done, in one phrase. */
function deedOf({ event, payload }: Extract<StoryLine, { kind: 'ACT' }>, t: StoryWords): string {
  const state = t(`terms:states.${event.toState}`);
  const { action } = event;
  if (action === 'CREATE' && payload.channel)
    return t(payload.onTheSpot ? 'item:story.complaintOnTheSpot' : 'item:story.complaintRegistered');
  // Only whoever complained says with it how satisfied they were.
  if (action === 'REOPEN' && payload.satisfaction) return t('item:story.reopenedByComplainant');
  if (action === 'CREATE' && payload.ledger) return t('item:story.createdFromLedger', { ledger: payload.ledger, state });
  if (action === 'IMPORT_FACTS' && payload.ledger) return t('item:story.updatedFromLedger', { ledger: payload.ledger });
  if (action === 'REPORT_PROGRESS' && payload.title) return t('item:story.progressReport', { title: payload.title });
  if (action === 'URGE' && payload.rung) return t(`item:story.rungs.${payload.rung}`, { number: payload.number ?? '' });
  if (action === 'ASSIGN' && payload.toUnitId) return t('item:story.reassigned');
  if (action === 'OVERRIDE_LIGHT' && !payload.light) return t('item:story.lightLifted');
  if (action === 'RETURN_FOR_REWORK' && event.fromState === 'PENDING_APPROVAL') return t('item:story.draftReturned');
  // Within the unit no new limit is set.
  if (action === 'RETURN_FOR_REWORK' && payload.unitId && !payload.dueOn) return t('item:story.reportReturned');
  return t(`item:story.actions.${action}`, { state });
}

/** Acts that move a limit tell the old one too. */
const movesLimit: readonly ItemAction[] = ['GRANT_EXTENSION', 'CORRECT', 'RETURN_FOR_REWORK', 'REOPEN'];

/** What the act brought with it, each in a phrase. */
function valuesOf(action: ItemAction, payload: Payload, t: StoryWords, units: UnitName, categories: (code: string) => string): string[] {
  const { dueOn, dueBefore, reason, text, files } = payload;
  const names = (ids: readonly string[] | undefined) => (ids ?? []).flatMap((id) => units(id) ?? []).join(t('common:listSeparator'));
  const assisting = action === 'CREATE' ? null : names(payload.assistUnitIds);
  const takesOver = units(payload.toUnitId);
  const lead = action === 'CREATE' ? null : units(payload.leadUnitId);
  const complained = units(payload.complainedUnitId);
  const limit = () => {
    if (!dueOn || action === 'CREATE') return null;
    if (action === 'REQUEST_EXTENSION') return t('item:story.askedTo', { day: dueOn });
    return dueBefore && dueBefore !== dueOn && movesLimit.includes(action)
      ? t('item:story.dueMoved', { before: dueBefore, after: dueOn })
      : t('item:story.newDueOn', { day: dueOn });
  };
  const fileNames = () =>
    payload.names?.length ? t('item:story.fileNames', { names: payload.names.join(t('common:listSeparator')) }) : '';
  return [
    action === 'CORRECT' && payload.title && t('item:story.corrected', { what: t('terms:title'), value: payload.title }),
    action === 'CORRECT' && payload.dutyPerson && t('item:story.corrected', { what: t('item:dutyPerson'), value: payload.dutyPerson }),
    action === 'CORRECT' &&
      payload.category &&
      t('item:story.corrected', { what: t('terms:category'), value: categories(payload.category) }),
    action === 'OVERRIDE_LIGHT' && payload.light && t('item:story.lightSet', { light: t(`terms:lights.${payload.light}`) }),
    takesOver && t('item:story.takenOver', { unit: takesOver }),
    payload.mode && t('item:story.handling', { mode: t(`item:modes.${payload.mode}`) }),
    complained && t('item:story.complainedUnit', { unit: complained }),
    lead && t(action === 'TAKE_ON' ? 'item:story.handlingUnit' : 'item:story.leadUnit', { unit: lead }),
    assisting && t('item:story.assistUnits', { units: assisting }),
    action === 'TAKE_ON' && payload.title && t('item:story.retitled', { title: payload.title }),
    payload.finding && t('item:story.finding', { finding: t(`item:findings.${payload.finding}`) }),
    text,
    payload.evidence && t('item:story.evidence', { evidence: payload.evidence }),
    files && `${t('item:story.files', { count: files })}${fileNames()}`,
    opennessTold(payload, t),
    payload.verdict && t(`item:story.opennessVerdicts.${payload.verdict}`),
    payload.acceptance && t('item:story.acceptance', { opinion: payload.acceptance }),
    payload.satisfaction &&
      t(action === 'WRITE_OFF' ? 'item:story.satisfaction' : 'item:story.grade', {
        answer: t(`ledger:satisfactions.${payload.satisfaction}`),
      }),
    // The slip names the limit that was missed; what is new is the day of the answer.
    action !== 'URGE' && limit(),
    payload.answerDueOn && t('item:story.answerDueOn', { day: payload.answerDueOn }),
    reason && t('item:story.reason', { reason }),
    payload.taskNumber && t('item:story.task', { number: payload.taskNumber }),
  ].filter((phrase): phrase is string => Boolean(phrase));
}

/** 公开属性 as it was set; with what it was before, where that was another. */
function opennessTold({ openness, opennessBefore }: Payload, t: StoryWords): string | null {
  if (!openness) return null;
  const after = t(`item:story.opennesses.${openness}`);
  return opennessBefore && opennessBefore !== openness
    ? t('item:story.opennessMoved', { before: t(`item:story.opennesses.${opennessBefore}`), after })
    : t('item:story.openness', { openness: after });
}
