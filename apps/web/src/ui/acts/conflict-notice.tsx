import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { timeInCity } from '../time-in-city.ts';
import styles from './acts.module.css';
import type { OthersAct } from './use-act.ts';

/** Somebody was faster: who did what and when, and the way on with what was typed. */
export function ConflictNotice({ changes, busy, onContinue }: { changes: readonly OthersAct[]; busy: boolean; onContinue: () => void }) {
  const { t } = useTranslation(['acts', 'item']);
  return (
    <div role="alert" className={styles.notice}>
      <strong>{t('conflict.title')}</strong>
      <ul className={styles.others}>
        {changes.map(({ at, actorTitle, action }) => (
          <li key={`${at}${action}`}>
            <time dateTime={at}>{timeInCity(at)}</time> {actorTitle} {t(`item:story.actions.${action}`, { state: '' })}
          </li>
        ))}
      </ul>
      <p>{t('conflict.kept')}</p>
      <Button size="small" loading={busy} onClick={onContinue}>
        {t('conflict.continue')}
      </Button>
    </div>
  );
}
