import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './rectifications.module.css';
import type { BoardStage } from './rectifications-query.ts';
import { useStageWords } from './stage-words.ts';

/** 动员 → 排查 → 整治 → 巩固: each with planned and actual days; a late one says so in words, the present one is marked. */
export function StageLine({ stages }: { stages: readonly BoardStage[] }) {
  const { t } = useTranslation('rectifications');
  const words = useStageWords();
  if (stages.length === 0) return <EmptyState why={t('notSetUp')} />;
  return (
    <ol className={styles.stages}>
      {stages.map((stage) => {
        const late = words.lateOf(stage);
        return (
          <li key={stage.stage} data-phase={stage.phase} aria-current={stage.isNow ? 'step' : undefined}>
            <p className={styles.stageName}>
              <strong>{words.nameOf(stage)}</strong>
              <span>{t(`stage.phases.${stage.phase}`)}</span>
            </p>
            <p>{words.plannedOf(stage)}</p>
            {stage.startedOn && <p>{words.actualOf(stage)}</p>}
            {late && <p className={styles.late}>{late}</p>}
            {stage.summary && <p className={styles.summary}>{stage.summary}</p>}
          </li>
        );
      })}
    </ol>
  );
}
