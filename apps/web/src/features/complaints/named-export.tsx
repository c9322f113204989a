import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../ui/menu-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { fetchNamedExport } from './fetch-named-export.ts';
import styles from './named-export.module.css';

const ReasonDrawer = lazy(() => import('../item/reason-drawer.tsx').then((module) => ({ default: module.ReasonDrawer })));

/** A menu beside the plain export: the same rows with who complained, for the inspection office. It asks why first, and the reason is recorded. */
export function NamedExport({ href }: { href: string }) {
  const { t } = useTranslation('complaints');
  const [isAsking, setIsAsking] = useState(false);
  const take = async (reason: string): Promise<string | null> => {
    const answer = await fetchNamedExport(href, reason);
    if ('problem' in answer) return answer.problem;
    saveFile(answer.file, answer.name ?? t('namedExport.file'));
    setIsAsking(false);
    return null;
  };
  return (
    <>
      <MenuButton
        label={t('namedExport.menu')}
        className={styles.more}
        placement="bottomRight"
        groups={[{ id: 'named', items: [{ id: 'named', label: t('namedExport.item'), onChoose: () => setIsAsking(true) }] }]}
      >
        <span aria-hidden="true">▾</span>
      </MenuButton>
      {isAsking && (
        <Suspense fallback={null}>
          <ReasonDrawer
            title={t('namedExport.title')}
            note={t('namedExport.note')}
            words={{
              reason: t('namedExport.reason'),
              reasonHelp: t('namedExport.reasonHelp'),
              reasonRequired: t('namedExport.reasonRequired'),
              confirm: t('namedExport.confirm'),
            }}
            look={take}
            onClose={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
