import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { useFigures } from '../../charts/use-figures.ts';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './accountability.module.css';
import type { AccountabilityFigures } from './accountability-query.ts';

type KeyFiguresProps = { figures: AccountabilityFigures; scope: string | undefined };

/** How many were held to account, how many of them head a body, and how many complaints found true had consequences. */
export function KeyFigures({ figures, scope }: KeyFiguresProps) {
  const { t } = useTranslation('accountability');
  const { number } = useFigures();
  const href = useHref();
  const { accountabilityHeads: heads, accountabilityFollowUp: followUp } = figures;
  return (
    <div className={styles.figures}>
      <article className={styles.total} aria-label={t('figures.total')}>
        <header>
          <h2>
            <a href={href({ to: '/accountability', search: { status: 'IN_FORCE' }, hash: 'register' })}>{t('figures.total')}</a>
          </h2>
          <span className={styles.faint}>{t('figures.totalOf')}</span>
        </header>
        <p className={styles.rate}>
          {number(heads.total)} <span className={styles.unit}>{t('people')}</span>
        </p>
        <p className={styles.faint}>{t('figures.totalNote')}</p>
      </article>
      <KeyFigure
        theme={t('figures.heads')}
        label={t('figures.headsOf')}
        share={shareOf(heads.percent)}
        numerator={heads.heads}
        denominator={heads.total}
        change={null}
        href={href({ to: '/accountability', search: { head: 'yes', status: 'IN_FORCE' }, hash: 'register' })}
      />
      {followUp && !scope && (
        <div>
          <KeyFigure
            theme={t('figures.followUp')}
            label={t('figures.followUpOf')}
            share={shareOf(followUp.percent)}
            numerator={followUp.followed}
            denominator={followUp.complaints}
            change={null}
            href={href({ to: '/accountability', search: { followsComplaint: true, status: 'IN_FORCE' }, hash: 'register' })}
          />
          <p className={styles.links}>
            <a href={href({ to: '/accountability', search: { followsComplaint: true, status: 'IN_FORCE' }, hash: 'register' })}>
              {t('figures.records', { count: followUp.records })}
            </a>
            <a href={href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], findings: ['TRUE', 'PARTLY_TRUE'] }) })}>
              {t('figures.complaints', { count: followUp.complaints })}
            </a>
          </p>
        </div>
      )}
    </div>
  );
}
