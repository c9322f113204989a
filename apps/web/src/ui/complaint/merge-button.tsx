import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActItem } from '../acts/act-item.ts';
import { openActsOf } from '../acts/open-acts.ts';
import { useSession } from '../session.ts';

const ActDrawer = lazy(() => import('../acts/act-drawer.tsx').then((module) => ({ default: module.ActDrawer })));

type MergeButtonProps = { item: ActItem; into: { id: string; number: string; title: string }; onMerged: () => Promise<unknown> };

/** 并入 in one step: the form opens with the target chosen and a reason to start from. Not there where the matter can't be merged now. */
export function MergeButton({ item, into, onMerged }: MergeButtonProps) {
  const { t } = useTranslation('item');
  const { isPast } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const act = openActsOf(item).find(({ spec }) => spec.mutation === 'mergeItem');
  if (!act || isPast) return null;
  return (
    <>
      <Button
        size="small"
        className="no-print"
        aria-label={t('related.mergeInto', { number: into.number })}
        onClick={() => setIsOpen(true)}
      >
        {t('related.merge')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ActDrawer
            item={item}
            act={act}
            preset={{ targetId: [into.id, `${into.number} ${into.title}`], reason: t('related.mergeReason') }}
            refresh={onMerged}
            onClose={() => setIsOpen(false)}
            onDone={() => {
              setIsOpen(false);
              void onMerged();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
