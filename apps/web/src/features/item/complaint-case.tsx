import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { Complainant } from './complainant.tsx';
import { Facts } from './facts.tsx';
import styles from './item.module.css';
import type { Complaint } from './item-query.ts';
import { useWords } from './use-words.ts';

/** One complaint: what was said, how it was handled, what was found. Nothing here tells who complained. */
export function ComplaintCase({ complaint, index, count }: { complaint: Complaint; index: number; count: number }) {
  const { t } = useTranslation(['item', 'ledger']);
  const { asOf, isPast } = useSession();
  // What came after the as-of day wasn't known on it.
  const known = (day: string | null) => (day !== null && day <= asOf ? day : null);
  const since = (day: string | null, text: string | null) => (!isPast || known(day) ? text : null);
  const { term } = useWords();
  return (
    <Panel id={`complaint-${index + 1}`} title={count > 1 ? t('complaintOf', { index: index + 1, count }) : t('complaint')} chart={false}>
      <div className={styles.block}>
        <Facts
          facts={[
            { label: t('case.channel'), value: term('complaint-channel', complaint.channel) },
            { label: t('case.realName'), value: complaint.isRealName ? t('case.named') : t('case.anonymous') },
            { label: t('case.complainedUnit'), value: complaint.complainedUnit.name },
            { label: t('case.facts'), value: complaint.facts },
            { label: t('case.receivedOn'), value: complaint.receivedOn },
            { label: t('case.acceptedOn'), value: known(complaint.acceptedOn) },
            { label: t('case.mode'), value: t(`modes.${complaint.mode}`) },
          ]}
        />
      </div>
      <div className={styles.block}>
        <h3>{t('case.handling')}</h3>
        <Facts
          facts={[
            { label: t('case.finding'), value: since(complaint.answeredOn, complaint.finding && t(`findings.${complaint.finding}`)) },
            { label: t('case.sanction'), value: since(complaint.answeredOn, complaint.sanction) },
            { label: t('case.answeredOn'), value: known(complaint.answeredOn) },
            { label: t('case.calledBackOn'), value: known(complaint.calledBackOn) },
            {
              label: t('satisfaction'),
              value: since(complaint.calledBackOn, complaint.satisfaction && t(`ledger:satisfactions.${complaint.satisfaction}`)),
            },
            {
              label: t('case.reworkCount'),
              value: complaint.reworkCount > 0 ? t('case.reworkTimes', { count: complaint.reworkCount }) : null,
            },
            {
              label: t('case.extensionDays'),
              value: complaint.extensionDays > 0 ? t('case.extendedBy', { count: complaint.extensionDays }) : null,
            },
          ]}
        />
      </div>
      {complaint.viewerCanRevealComplainant && <Complainant complaint={complaint} />}
    </Panel>
  );
}
