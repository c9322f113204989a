import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActItemDocument } from './act-query.ts';
import { type DoneAct, DoneNotice } from './done-notice.tsx';
import { openActsOf } from './open-acts.ts';
import { useActWords } from './use-act-words.ts';

const ActDrawer = lazy(() => import('./act-drawer.tsx').then((module) => ({ default: module.ActDrawer })));

type InstructButtonProps = { itemId: string; number: string; className?: string | undefined };

/** 批示 in one step from a line about an item: the form opens over the list, and the list stays where it was. */
export function InstructButton({ itemId, number, className }: InstructButtonProps) {
  const { t } = useTranslation('acts');
  const [isOpen, setIsOpen] = useState(false);
  const [done, setDone] = useState<DoneAct | null>(null);
  return (
    <span className={className}>
      {done ? (
        <DoneNotice done={done} brief />
      ) : (
        <Button size="small" aria-label={t('instructOn', { number })} onClick={() => setIsOpen(true)}>
          {t('acts.instructItem.verb')}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <Form itemId={itemId} onClose={() => setIsOpen(false)} onDone={setDone} />
        </Suspense>
      )}
    </span>
  );
}

function Form({ itemId, onClose, onDone }: { itemId: string; onClose: () => void; onDone: (done: DoneAct) => void }) {
  const { data, refetch, error } = useQuery(ActItemDocument, { variables: { id: itemId }, fetchPolicy: 'cache-and-network' });
  const words = useActWords();
  const item = data?.item;
  const act = item && openActsOf(item).find(({ spec }) => spec.mutation === 'instructItem');
  if (error) return <p role="alert">{words.refusal({ kind: 'FAILED', error: { kind: 'offline' } })}</p>;
  if (!item) return null;
  if (!act) return <p role="alert">{words.refusal({ kind: 'GONE' })}</p>;
  return (
    <ActDrawer
      item={item}
      act={act}
      refresh={refetch}
      onClose={onClose}
      onDone={(outcome) => {
        onClose();
        onDone({ spec: act.spec, partId: null, outcome });
      }}
    />
  );
}
