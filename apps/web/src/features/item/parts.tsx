import { type ItemKind, openEnded } from '@duban/rules/vocabulary';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { LadderMark } from '../../ui/urging/ladder-mark.tsx';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';
import { Urgings } from './urgings.tsx';

type Part = ItemDetail['parts'][number];

/** The units that owe it, the lead first, each with its own state, days, and what stands in its way. */
export function Parts({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const { isPast } = useSession();
  return (
    <Panel id="parts" title={t('parts')} chart={false}>
      <ul className={styles.list}>
        {item.parts.map((part) => (
          <li key={part.id}>
            <div className={styles.part}>
              <span>
                {part.unit.name} <span className={styles.faint}>{t(`duties.${part.duty}`)}</span>
                {part.isForced && <span className={styles.mark}>{t('forced')}</span>}
              </span>
              <span className={styles.partMarks}>
                {!isPast && <LadderMark rung={part.highestRung} />}
                <StateTag state={part.state} kind={item.kind} />
              </span>
            </div>
            <div className={styles.faint}>{daysOf(part, t, item.kind).join(' · ')}</div>
            {!isPast &&
              standsInTheWay(part, t).map((sentence) => (
                <p key={sentence} className={styles.partNote}>
                  {sentence}
                </p>
              ))}
          </li>
        ))}
      </ul>
      <Urgings item={item} />
    </Panel>
  );
}

const isUnborn = ({ state }: Part) => state === 'DRAFT' || state === 'PENDING_APPROVAL';

/** The days of a part in their order. */
export function daysOf(part: Part, t: TFunction<'item'>, kind?: ItemKind): string[] {
  const due = part.dueOn === openEnded ? t('noDueDay') : t('partDue', { day: part.dueOn });
  if (kind === 'COMPLAINT' && part.state === 'DRAFT') return part.dueOn === openEnded ? [] : [t('partDecide', { day: part.dueOn })];
  if (isUnborn(part)) return [due];
  const waitsForSigning = part.state === 'ASSIGNED' && part.signDueOn;
  return [
    t('partAssigned', { day: part.assignedOn }),
    ...(part.signedOn ? [t('partSigned', { day: part.signedOn })] : waitsForSigning ? [t('partSignBy', { day: waitsForSigning })] : []),
    part.closedOn ? t('partClosed', { day: part.closedOn }) : due,
  ];
}

/** What is pending or stopped, in sentences. */
export function standsInTheWay(part: Part, t: TFunction<'item'>): string[] {
  const { extensionAskedTo, extensionReason, suspendedOn, returnsUsed, returnsAllowed, returnReason, state } = part;
  return [
    extensionAskedTo && t('partExtension', { day: extensionAskedTo, reason: extensionReason ?? '' }),
    state === 'SUSPENDED' && suspendedOn && t('partSuspended', { day: suspendedOn }),
    state === 'RETURNED' && returnReason && t('partReturned', { reason: returnReason }),
    returnsUsed > 0 && t('partReturns', { used: returnsUsed, allowed: returnsAllowed }),
  ].filter((sentence): sentence is string => Boolean(sentence));
}
