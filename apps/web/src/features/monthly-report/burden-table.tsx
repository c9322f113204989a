import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { MonthlyBurdenDocument } from './monthly-query.ts';
import styles from './monthly-report.module.css';

/** Burden meter for those who see more units than one: what the month asks of each, and how far it is. */
export function BurdenTable({ periodOn }: { periodOn: string }) {
  const { t } = useTranslation('monthly-report');
  const href = useHref();
  const { data } = useQuery(MonthlyBurdenDocument, { variables: { periodOn }, fetchPolicy: 'cache-and-network' });
  if (!data) return <Skeleton height={240} />;
  if (data.burden.length < 2) return null;
  return (
    <Panel id="burden" title={t('burdenTable')} chart={false}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('burdenItems')}</th>
            <th scope="col">{t('burdenAsked')}</th>
            <th scope="col">{t('burdenWithLast')}</th>
            <th scope="col">{t('burdenFilled')}</th>
            <th scope="col">{t('burdenState')}</th>
          </tr>
        </thead>
        <tbody>
          {data.burden.map(({ unitId, unitName, items, askedCount, withLastCount, filledCount, state }) => (
            <tr key={unitId}>
              <th scope="row">
                <a href={href({ to: '/monthly-report', search: { unit: unitId, month: periodOn.slice(0, 7) } })}>{unitName}</a>
              </th>
              <td>{items}</td>
              <td>{askedCount}</td>
              <td>{withLastCount}</td>
              <td>{filledCount}</td>
              <td>{t(`states.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
