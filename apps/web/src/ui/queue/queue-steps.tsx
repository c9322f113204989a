import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './queue.module.css';
import { useStepKeys } from './use-step-keys.ts';

type QueueStepsProps = {
  place: { at: number; of: number };
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
};

/** Where one is in a queue, and the ways on and back, by button and by J and K. */
export function QueueSteps({ place, onPrevious, onNext }: QueueStepsProps) {
  const { t } = useTranslation('review');
  useStepKeys(onPrevious, onNext);
  return (
    <div className={`${styles.steps} no-print`}>
      <span className={styles.faint}>{t('place', place)}</span>
      <Button size="small" disabled={!onPrevious} onClick={onPrevious} title={t('previousKey')}>
        {t('previous')}
      </Button>
      <Button size="small" disabled={!onNext} onClick={onNext} title={t('nextKey')}>
        {t('next')}
      </Button>
    </div>
  );
}
