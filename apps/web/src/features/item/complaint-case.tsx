import { useTranslation } from 'react-i18next';
import { collectiveFrom } from '../../ui/complaint/collective.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { Complainant } from './complainant.tsx';
import { Facts } from './facts.tsx';
import styles from './item.module.css';
import type { Complaint, ComplaintItem } from './item-query.ts';
import { useWords } from './use-words.ts';

type ComplaintCaseProps = { item: ComplaintItem; complaint: Complaint; index: number };

/** One complaint: what was said, how it was handled, what was found. Nothing here tells who complained. */
export function ComplaintCase({ item, complaint, index }: ComplaintCaseProps) {
  const { t } = useTranslation(['item', 'ledger']);
  const { asOf, isPast, viewer } = useSession();
  const href = useHref();
  // What came after the as-of day wasn't known on it.
  const known = (day: string | null) => (day !== null && day <= asOf ? day : null);
  const since = (day: string | null, text: string | null) => (!isPast || known(day) ? text : null);
  const { term } = useWords();
  const count = item.complaints.length;
  const { people, finding, satisfaction } = complaint;
  const grade = satisfaction && t(`ledger:satisfactions.${satisfaction}`);
  const mayFollow = (finding === 'TRUE' || finding === 'PARTLY_TRUE') && viewer.accountability === 'KEEP' && !isPast;
  return (
    <Panel
      id={`complaint-${index + 1}`}
      title={count > 1 ? t('complaintOf', { index: index + 1, count }) : t('complaint')}
      chart={false}
      extra={
        mayFollow && <a href={href({ to: '/accountability', search: { new: true, item: item.number } })}>{t('case.openAccountability')}</a>
      }
    >
      <div className={styles.block}>
        <Facts
          facts={[
            { label: t('case.channel'), value: term('complaint-channel', complaint.channel) },
            { label: t('case.realName'), value: complaint.isRealName ? t('case.named') : t('case.anonymous') },
            {
              label: t('case.people'),
              value: people > 1 ? t(people >= collectiveFrom ? 'case.collective' : 'case.peopleOf', { count: people }) : null,
            },
            {
              label: t('case.repeated'),
              value: complaint.earlierCount ? <a href="#earlier">{t('case.repeatedTimes', { count: complaint.earlierCount })}</a> : null,
            },
            { label: t('case.externalNumber'), value: complaint.externalNumber },
            { label: t('case.complainedUnit'), value: complaint.complainedUnit?.name },
            {
              label: t('case.facts'),
              value: complaint.facts || <span className={styles.faint}>{t('case.factsNotYet')}</span>,
            },
            { label: t('case.receivedOn'), value: complaint.receivedOn },
            { label: t('case.acceptDueOn'), value: complaint.acceptedOn ? null : complaint.acceptDueOn },
            { label: t('case.acceptedOn'), value: known(complaint.acceptedOn) },
            { label: t('case.refusalReason'), value: complaint.refusalReason },
            { label: t('case.mode'), value: complaint.mode && t(`modes.${complaint.mode}`) },
            { label: t('case.onTheSpot'), value: complaint.isOnTheSpot ? t('case.yes') : null },
          ]}
        />
      </div>
      {(complaint.acceptedOn || complaint.finding || complaint.answeredOn) && (
        <div className={styles.block}>
          <h3>{t('case.handling')}</h3>
          <Facts
            facts={[
              { label: t('case.finding'), value: since(complaint.foundOn ?? complaint.answeredOn, finding && t(`findings.${finding}`)) },
              { label: t('case.foundOn'), value: known(complaint.foundOn) },
              { label: t('case.measures'), value: since(complaint.foundOn ?? complaint.answeredOn, complaint.measures) },
              { label: t('case.sanction'), value: since(complaint.foundOn ?? complaint.answeredOn, complaint.sanction) },
              { label: t('case.answer'), value: since(complaint.answeredOn, complaint.answer) },
              { label: t('case.answeredOn'), value: known(complaint.answeredOn) },
              { label: t('case.calledBackOn'), value: known(complaint.calledBackOn) },
              {
                label: t('satisfaction'),
                value: since(complaint.calledBackOn, grade && complaint.isSelfRated ? t('case.selfRated', { grade }) : grade),
              },
              {
                label: t('case.reworkCount'),
                value: complaint.reworkCount > 0 ? t('case.reworkTimes', { count: complaint.reworkCount }) : null,
              },
              { label: t('case.reopened'), value: complaint.isReopenedByComplainant ? t('case.yes') : null },
              {
                label: t('case.extensionDays'),
                value: complaint.extensionDays > 0 ? t('case.extendedBy', { count: complaint.extensionDays }) : null,
              },
            ]}
          />
        </div>
      )}
      {complaint.viewerCanRevealComplainant && <Complainant complaint={complaint} />}
    </Panel>
  );
}
