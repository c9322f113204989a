import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel/panel.tsx';
import { type Fact, Facts } from './facts.tsx';
import type { ItemDetail } from './item-query.ts';
import { useWords } from './use-words.ts';

/** What was promised, in the words of the register: measure, standard, target, plan. */
export function Promised({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const facts = usePromisedFacts(item);
  return (
    <Panel id="promised" title={t('promised')} chart={false}>
      <Facts facts={facts} />
    </Panel>
  );
}

function usePromisedFacts(item: ItemDetail): Fact[] {
  const { t } = useTranslation(['item', 'terms', 'common']);
  const { term, amount, english } = useWords();
  const shared: Fact[] = [
    { label: t('terms:category'), value: english ? item.category?.nameEn : item.category?.name },
    { label: t('terms:level'), value: item.level && t(`terms:levels.${item.level}`) },
    { label: t('clause'), value: item.clause && `${item.clause.number} ${english ? item.clause.titleEn : item.clause.title}` },
    { label: t('source'), value: item.source },
  ];
  switch (item.__typename) {
    case 'StyleProblemItem': {
      const { style } = item;
      if (!style) return shared;
      return [
        ...shared,
        {
          label: t('style.otherCategories'),
          value: style.otherCategories.map((code) => term('style-category', code)).join(t('common:listSeparator')),
        },
        { label: t('style.subject'), value: t(`subjects.${style.subject}`) },
        { label: t('style.cause'), value: style.cause },
        { label: t('style.measure'), value: style.measure },
        { label: t('style.standard'), value: style.standard },
        { label: t('style.term'), value: t(`rectificationTerms.${style.term}`) },
      ];
    }
    case 'ServiceProjectItem': {
      const { project } = item;
      if (!project) return shared;
      return [
        ...shared,
        { label: t('project.investor'), value: project.investor },
        { label: t('project.totalInvestment'), value: amount(project.totalInvestment, t('tenThousand')) },
        { label: t('project.yearInvestment'), value: amount(project.yearInvestment, t('tenThousand')) },
        { label: t('project.leader'), value: project.leader },
        { label: t('project.entrustedOn'), value: project.entrustedOn },
        { label: t('project.landMu'), value: amount(project.landMu, t('mu')) },
        { label: t('project.households'), value: amount(project.households, t('householdUnit')) },
      ];
    }
    case 'HardProblemItem': {
      const { problem } = item;
      if (!problem) return shared;
      return [
        ...shared,
        { label: t('problem.background'), value: problem.background },
        { label: t('problem.plan'), value: problem.plan },
        { label: t('problem.team'), value: problem.team },
      ];
    }
    case 'LivelihoodWorkItem': {
      const { work } = item;
      if (!work) return shared;
      return [
        ...shared,
        { label: t('work.matter'), value: work.matter },
        { label: t('work.nature'), value: t(`natures.${work.nature}`) },
        { label: t('work.quantity'), value: amount(work.quantity, work.quantityUnit) },
        { label: t('work.promise'), value: work.promise },
        { label: t('work.startOn'), value: work.startOn },
        { label: t('work.finishOn'), value: work.finishOn },
        { label: t('work.fundsPlanned'), value: amount(work.fundsPlanned, t('tenThousand')) },
      ];
    }
    case 'ComplaintItem':
      return shared;
    case 'SupervisionTaskItem': {
      const { task } = item;
      if (!task) return shared;
      return [
        ...shared,
        { label: t('task.instructedBy'), value: task.instructedBy },
        { label: t('task.instructedOn'), value: task.instructedOn },
        { label: t('task.instruction'), value: task.instruction },
        { label: t('task.standard'), value: task.standard },
      ];
    }
    case 'PublicProblemItem': {
      const { raised } = item;
      if (!raised) return shared;
      return [
        ...shared,
        { label: t('raised.origin'), value: t(`origins.${raised.origin}`) },
        { label: t('raised.channel'), value: term('public-problem-channel', raised.channel) },
        { label: t('raised.externalNumber'), value: raised.externalNumber },
        { label: t('raised.content'), value: raised.content },
        { label: t('raised.peopleAffected'), value: amount(raised.peopleAffected, t('peopleUnit')) },
        { label: t('raised.measure'), value: raised.measure },
      ];
    }
    case 'RectificationProblemItem': {
      const { rectified } = item;
      if (!rectified) return shared;
      const { roadDisorder, enforcementDisorder } = rectified;
      return [
        ...shared,
        { label: t('rectified.roadDisorder'), value: roadDisorder && term('road-disorder', roadDisorder) },
        { label: t('rectified.enforcementDisorder'), value: enforcementDisorder && term('enforcement-disorder', enforcementDisorder) },
        { label: t('rectified.content'), value: rectified.content },
        { label: t('rectified.place'), value: rectified.place },
        { label: t('rectified.foundBy'), value: rectified.foundBy },
        { label: t('rectified.measure'), value: rectified.measure },
      ];
    }
  }
}
