import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { type Fact, Facts } from './facts.tsx';
import type { ItemDetail } from './item-query.ts';
import { useWords } from './use-words.ts';

/** What is reported: how far, with what result. Complaints tell it case by case. */
export function Reported({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const facts = useReportedFacts(item);
  // A complaint tells its handling in its own panel.
  if (item.kind === 'COMPLAINT' && item.closedOn === null) return null;
  return (
    <Panel id="reported" title={t('reported')} chart={false}>
      <Facts facts={facts} />
    </Panel>
  );
}

function useReportedFacts(item: ItemDetail): Fact[] {
  const { t } = useTranslation(['item', 'ledger', 'common']);
  const { amount } = useWords();
  const { asOf, isPast } = useSession();
  // What came after the as-of day wasn't known on it; what has no day of its own is told with the day that brought it.
  const known = (day: string | null | undefined) => (day && day <= asOf ? day : null);
  const since = <Value,>(day: string | null | undefined, value: Value) => (!isPast || known(day) ? value : null);
  const progress = item.standing?.progressPercent;
  const shared: Fact[] = [
    { label: t('progress'), value: typeof progress === 'number' ? `${Math.round(progress * 10) / 10}%` : null },
    {
      label: t('closedOn'),
      value:
        known(item.closedOn) &&
        `${item.closedOn}${item.isClosedOnTime === null ? '' : `（${item.isClosedOnTime ? t('ledger:onTime') : t('ledger:late')}）`}`,
    },
    { label: t('writtenOffOn'), value: known(item.writtenOffOn) },
  ];
  switch (item.__typename) {
    case 'StyleProblemItem':
      return [
        { label: t('style.progressClass'), value: item.style && !isPast && t(`ledger:progressClasses.${item.style.progressClass}`) },
        ...shared,
        { label: t('style.evidence'), value: since(item.style?.acceptedOn, item.style?.evidence) },
        { label: t('style.acceptanceOpinion'), value: since(item.style?.acceptedOn, item.style?.acceptanceOpinion) },
        { label: t('acceptedOn'), value: known(item.style?.acceptedOn) },
        {
          label: t('satisfaction'),
          value: item.style?.satisfaction && since(item.style.acceptedOn, t(`ledger:satisfactions.${item.style.satisfaction}`)),
        },
      ];
    case 'ServiceProjectItem':
      return [
        ...shared,
        {
          label: t('project.issues'),
          value: item.project && t('project.issuesSolved', { raised: item.project.issuesRaised, solved: item.project.issuesSolved }),
        },
        {
          label: t('project.enterpriseRating'),
          value: item.project?.enterpriseRating && t(`ledger:satisfactions.${item.project.enterpriseRating}`),
        },
      ];
    case 'HardProblemItem':
      return [
        ...shared,
        { label: t('problem.result'), value: since(item.problem?.solvedOn, item.problem?.result) },
        { label: t('problem.solvedOn'), value: known(item.problem?.solvedOn) },
      ];
    case 'LivelihoodWorkItem':
      return [
        ...shared,
        { label: t('work.done'), value: item.work && amount(latest(item, asOf), item.work.quantityUnit) },
        { label: t('acceptedOn'), value: known(item.work?.acceptedOn) },
      ];
    case 'ComplaintItem':
      return shared;
    case 'SupervisionTaskItem':
      return [
        ...shared,
        { label: t('task.answer'), value: since(item.task?.answeredOn, item.task?.answer) },
        { label: t('task.answeredOn'), value: known(item.task?.answeredOn) },
      ];
    case 'PublicProblemItem':
      return [
        ...shared,
        { label: t('raised.answer'), value: since(item.raised?.answeredOn, item.raised?.answer) },
        { label: t('raised.answeredOn'), value: known(item.raised?.answeredOn) },
        {
          label: t('satisfaction'),
          value: item.raised?.satisfaction && since(item.raised.answeredOn, t(`ledger:satisfactions.${item.raised.satisfaction}`)),
        },
      ];
    case 'RectificationProblemItem':
      return [...shared, { label: t('rectified.result'), value: since(item.closedOn, item.rectified?.result) }];
  }
}

/** The last actual figure of the whole work that was known on the day. */
function latest({ figures }: ItemDetail, asOf: string): number | null {
  return (
    figures.filter(({ series, countyId, knownOn }) => series === 'ACTUAL' && countyId === null && knownOn <= asOf).at(-1)?.value ?? null
  );
}
