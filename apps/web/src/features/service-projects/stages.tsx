import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { LightsBar } from '../../charts/lights-bar.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { Stage } from './projects-query.ts';

type StagesProps = { stages: readonly Stage[]; filter: ItemFilter };

/** How many projects stand at which stage, in the order of the stages, and the lights of all. */
export function Stages({ stages, filter }: StagesProps) {
  const { t } = useTranslation(['service-projects', 'terms']);
  const { points, total, link } = useStages(stages, filter);
  return (
    <>
      <BarList
        label={t('stages.title')}
        points={points.map(({ id, label, projects }) => ({ id, label, value: projects }))}
        unit={t('projects')}
        rowTitle={t('stage')}
        href={({ id, value }) => (value ? link({ categories: [id] }) : undefined)}
      />
      {total && (
        <LightsBar
          label={t('stages.lights')}
          counts={{ GREEN: total.lights.green, YELLOW: total.lights.yellow, RED: total.lights.red, GREY: total.lights.grey }}
          words
          {...(filter.lights ? {} : { href: (light) => link({ lights: [light] }) })}
        />
      )}
    </>
  );
}

/** Issues that enterprises raised and the share solved, by stage and of all. Leads to the stage's projects. */
export function Issues({ stages, filter }: StagesProps) {
  const { t } = useTranslation(['service-projects', 'charts']);
  const { points, total, link } = useStages(stages, filter);
  const all = total ? [{ ...total, id: 'ALL', label: t('charts:total') }] : [];
  return (
    <BarList
      label={t('issues.title')}
      points={[...all, ...points].map(({ id, label, solvedPercent, issuesSolved, issuesRaised }) => ({
        id,
        label,
        value: shareOf(solvedPercent),
        numerator: issuesSolved,
        denominator: issuesRaised,
      }))}
      unit={t('issues.share')}
      format="percent"
      rowTitle={t('stage')}
      emphasis="ALL"
      href={({ id, denominator }) => (denominator ? link(id === 'ALL' ? {} : { categories: [id] }) : undefined)}
    />
  );
}

function useStages(stages: readonly Stage[], filter: ItemFilter) {
  const english = useLanguage() === 'en';
  const href = useHref();
  return {
    points: stages.flatMap((one) =>
      one.stage === null ? [] : [{ ...one, id: one.stage, label: (english ? one.stageNameEn : one.stageName) ?? one.stage }],
    ),
    total: stages.find(({ stage }) => stage === null),
    link: (more: ItemFilter) => href({ to: '/items', search: ledgerSearch({ ...filter, ...more }) }),
  };
}
