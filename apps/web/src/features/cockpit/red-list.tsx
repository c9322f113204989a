import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { InstructButton } from '../../ui/acts/instruct-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LightShape } from '../../ui/light-shape.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { useWhy } from '../../ui/why.ts';
import styles from './cockpit.module.css';
import type { RedItem } from './cockpit-query.ts';

/** What is red, the worst first: number, title, whose it is, and why in one sentence. */
export function RedList({ items, total }: { items: readonly RedItem[]; total: number }) {
  const { t } = useTranslation(['cockpit', 'terms']);
  const href = useHref();
  const why = useWhy();
  const { isPast } = useSession();
  if (items.length === 0) return <EmptyState why={t('redList.none')} next={t('redList.noneNext')} />;
  const rows = items.map((item) => ({
    ...item,
    why: why(item.standing?.why) ?? '—',
    word: t(`terms:lightByRule.${item.standing?.why?.rule === 'BEHIND_PLAN' ? 'BEHIND_PLAN' : 'OVERDUE'}`),
    href: href({ to: '/items/$number', params: { number: item.number } }),
  }));
  const [worst] = rows;
  return (
    <ChartFrame
      label={t('redList.title')}
      role="group"
      summary={t('redList.summary', { count: total, title: worst?.title ?? '', why: worst?.why ?? '' })}
      table={{
        columns: [
          { id: 'number', title: t('terms:number') },
          { id: 'title', title: t('terms:title') },
          { id: 'unit', title: t('terms:leadUnit') },
          { id: 'why', title: t('redList.why') },
        ],
        rows: rows.map((row) => ({ id: row.id, cells: [row.number, row.title, row.leadUnit.shortName, row.why], href: row.href })),
      }}
    >
      <ul className={styles.red}>
        {rows.map((row) => (
          <li key={row.id} className={styles.redLine}>
            <a className={styles.redRow} href={row.href}>
              <span className={styles.redLight}>
                <LightShape light="RED" size={9} />
                <span>{row.word}</span>
              </span>
              <span className={styles.redNumber}>{row.number}</span>
              <span className={styles.redTitle} title={row.title}>
                {row.title}
              </span>
              <span className={styles.redUnit} title={row.leadUnit.shortName}>
                {row.leadUnit.shortName}
              </span>
              <span className={styles.redWhy} title={row.why}>
                {row.why}
              </span>
            </a>
            {!isPast && row.viewerActs.includes('INSTRUCT') && (
              <InstructButton itemId={row.id} number={row.number} className={`${styles.redAct} no-print`} />
            )}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
