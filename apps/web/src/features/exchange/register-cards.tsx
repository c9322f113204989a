import { useSuspenseQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { stringifySearch } from '../../ui/search-params.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './exchange.module.css';
import { LedgerRightsDocument } from './exchange-query.ts';
import { UploadZone } from './upload-zone.tsx';

/** One card a register: template, current data, upload; as far as this person may. */
export function RegisterCards({ asOf, onUploaded }: { asOf: string | undefined; onUploaded: (runId: string) => void }) {
  const { t } = useTranslation('exchange');
  const href = useHref();
  const { data } = useSuspenseQuery(LedgerRightsDocument);
  const shown = data.ledgers.filter(({ viewerCanImport, viewerCanExport }) => viewerCanImport || viewerCanExport);
  if (shown.length === 0) return <EmptyState why={t('noRights')} next={t('noRightsNext')} />;
  return (
    <ul className={styles.cards}>
      {shown.map(({ kind, viewerCanImport, viewerCanExport }) => {
        const name = t(`registers.${kind}`);
        return (
          <li key={kind} className={styles.card}>
            <h2>{name}</h2>
            <p className={styles.faint}>{t(`about.${kind}`)}</p>
            <div className={styles.links}>
              {viewerCanExport && (
                <>
                  <a href={`/files/ledgers/${kind}/template.xlsx`} download>
                    {t('template')}
                  </a>
                  <a href={`/files/ledgers/${kind}/data.xlsx${stringifySearch({ asOf })}`} download>
                    {t('data')}
                  </a>
                </>
              )}
              <a href={href({ to: '/items', search: { kinds: [kind] } })}>{t('open')}</a>
            </div>
            {viewerCanImport ? (
              <UploadZone kind={kind} name={name} onUploaded={onUploaded} />
            ) : (
              <p className={styles.faint}>{t('readOnly')}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
