import type { PromisesQuery } from '../gql/graphql.ts';
import { formatNumber, formatPercent } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Bar } from '../ui/bar.tsx';
import { Chinese } from '../ui/chinese.tsx';
import { LightMark } from '../ui/light.tsx';

type Progress = Pick<PromisesQuery['promises'][number], 'quantity' | 'quantityUnit' | 'actual' | 'percent' | 'plannedPercent' | 'state'>;

/** Light, percent with its fraction, plan, and the bar of them. */
export function PromiseProgress({ of }: { of: Progress }) {
  const { t, language } = useTexts();
  const fraction = { actual: formatNumber(language, of.actual), target: formatNumber(language, of.quantity), unit: of.quantityUnit };
  // What was never reported is no zero; what is late stands at its last figure.
  const percent = of.state === 'NOT_REPORTED' && of.actual === 0 ? null : of.percent;
  return (
    <div class="progress">
      <p>
        <LightMark state={of.state} />
        <strong>{percent === null ? t('promises.noPercent') : formatPercent(language, percent)}</strong>
        {percent !== null && (
          <span class="part">
            <Chinese>{t('promises.fraction', fraction)}</Chinese>
          </span>
        )}
        <span class="part second-ink">
          {of.plannedPercent === null
            ? t('promises.noPlan')
            : t('promises.planned', { percent: formatPercent(language, of.plannedPercent) })}
        </span>
      </p>
      <Bar percent={percent} planned={of.plannedPercent} />
    </div>
  );
}
