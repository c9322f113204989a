import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlanCurve } from '../../charts/plan-curve.tsx';
import { formatPercent, formatPoints } from '../../ui/format.ts';
import { LightMark } from '../../ui/light-mark.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { curvesAtFirst, type WorkCurve } from './livelihood-query.ts';
import styles from './livelihood-works.module.css';

/** Plan against actual of each work as small multiples, the furthest behind first. */
export function WorkCurves({ curves }: { curves: readonly WorkCurve[] }) {
  const { t } = useTranslation('livelihood-works');
  const patch = useSearchPatch();
  const total = curves[0]?.total ?? 0;
  return (
    <>
      <div className={styles.curves}>
        {curves.map((curve) => (
          <OneCurve key={curve.number} curve={curve} />
        ))}
      </div>
      {curves.length < total && curves.length < 100 && (
        <Button
          size="small"
          className="no-print"
          onClick={() => patch({ curves: Math.min(100, curves.length + curvesAtFirst) }, { replace: true })}
        >
          {t('curves.more', { shown: curves.length, total })}
        </Button>
      )}
    </>
  );
}

function OneCurve({ curve }: { curve: WorkCurve }) {
  const { t } = useTranslation('livelihood-works');
  const href = useHref();
  const { lagPoints } = curve;
  const to = href({ to: '/items/$number', params: { number: curve.number } });
  return (
    <section className={styles.curve} aria-label={curve.title}>
      <h3>
        <a href={to}>{curve.title}</a>
        {curve.light && <LightMark light={curve.light} />}
      </h3>
      <p className={styles.faint}>
        {t('curves.facts', {
          unit: curve.unitName,
          progress: formatPercent(shareOf(curve.progressPercent)),
          plan: formatPercent(shareOf(curve.plannedPercent)),
        })}
        {lagPoints > 0 && t('curves.behind', { points: formatPoints(lagPoints) })}
        {lagPoints < 0 && t('curves.ahead', { points: formatPoints(lagPoints) })}
      </p>
      <PlanCurve
        label={t('curves.label', { title: curve.title, unit: curve.quantityUnit })}
        points={curve.points.map(({ month, planned, actual }) => ({ period: month, planned, actual }))}
        unit={curve.quantityUnit}
        height={150}
        {...(curve.reportedThrough ? { reportedThrough: curve.reportedThrough } : {})}
        href={() => to}
      />
    </section>
  );
}
