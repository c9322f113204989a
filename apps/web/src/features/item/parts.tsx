import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel/panel.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

/** The units that owe it, the lead first, each with its own state and days. */
export function Parts({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  return (
    <Panel id="parts" title={t('parts')} chart={false}>
      <ul className={styles.list}>
        {item.parts.map((part) => (
          <li key={part.id}>
            <div className={styles.part}>
              <span>
                {part.unit.name} <span className={styles.faint}>{t(`duties.${part.duty}`)}</span>
              </span>
              <StateTag state={part.state} />
            </div>
            <div className={styles.faint}>
              {[
                t('partAssigned', { day: part.assignedOn }),
                part.signedOn && t('partSigned', { day: part.signedOn }),
                part.closedOn
                  ? t('partClosed', { day: part.closedOn })
                  : part.dueOn.startsWith('9999')
                    ? t('noDueDay')
                    : t('partDue', { day: part.dueOn }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
