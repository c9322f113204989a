import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './item.module.css';
import type { ProjectItem } from './item-query.ts';

/** Who serves the project, and each breach of the two zero-contact rules (policy 2(2)1). */
export function ProjectTeam({ project }: { project: NonNullable<ProjectItem['project']> }) {
  const { t } = useTranslation(['item', 'ledger']);
  return (
    <>
      <Panel id="team" title={t('team')} chart={false}>
        <ul className={styles.list}>
          <li>
            {t('project.leader')} · {project.leader}
          </li>
          {project.members.map(({ unit, member }) => (
            <li key={unit.id}>{[unit.name, member].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      </Panel>
      <Panel id="breaches" title={t('breaches')} unit={t('times')} chart={false}>
        {project.breaches.length === 0 ? (
          <EmptyState why={t('noBreach')} />
        ) : (
          <ul className={styles.list}>
            {project.breaches.map((breach) => (
              <li key={breach.id}>
                <div className={styles.faint}>
                  {breach.occurredOn} · {t(`ledger:breachKinds.${breach.kind}`)}
                  {breach.unit && ` · ${breach.unit.name}`}
                </div>
                {breach.description}
                <div className={styles.faint}>{breach.settledOn ? t('settledOn', { day: breach.settledOn }) : t('unsettled')}</div>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
