import { useApolloClient } from '@apollo/client/react';
import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { dayInCity } from '../../ui/time-in-city.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

const ForwardFilesDrawer = lazy(() => import('./forward-files-drawer.tsx').then((module) => ({ default: module.ForwardFilesDrawer })));

/**
 * What complainants brought, for inspection alone: each file with the name under which a copy was handed on, and the way to hand on more.
 * Nothing is shown where there is none.
 */
export function ForwardFiles({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const { isPast } = useSession();
  const client = useApolloClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const [forwarded, setForwarded] = useState(0);
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (forwarded > 0) notice.current?.focus({ preventScroll: true });
  }, [forwarded]);
  const files = item.attachments.filter(({ isFromComplainant }) => isFromComplainant);
  if (files.length === 0) return null;
  const copyOf = new Map(item.attachments.flatMap((file) => (file.forwardedFrom ? [[file.forwardedFrom.id, file.name] as const] : [])));
  const mayForward = !isPast && item.viewerActs.includes('FORWARD_FILES');
  const waiting = files.filter(({ id }) => !copyOf.has(id));
  const picked = waiting.filter(({ id }) => chosen.includes(id));
  return (
    <Panel id="complainant-files" title={t('forward.title')} chart={false} note={t('forward.note')}>
      <ul className={styles.list}>
        {files.map((file) => {
          const copy = copyOf.get(file.id);
          return (
            <li key={file.id} className={styles.forwardFile}>
              {mayForward && !copy && (
                <Checkbox
                  checked={chosen.includes(file.id)}
                  aria-label={t('forward.choose', { name: file.name })}
                  onChange={({ target }) => setChosen(target.checked ? [...chosen, file.id] : chosen.filter((id) => id !== file.id))}
                />
              )}
              <div>
                <FilePreview file={file} />
                <div className={styles.faint}>
                  {dayInCity(file.addedAt)} · {copy ? t('forward.as', { name: copy }) : t('forward.notYet')}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      {forwarded > 0 && (
        <p ref={notice} tabIndex={-1} role="status" className={styles.notice}>
          {t('forward.done', { count: forwarded })}
        </p>
      )}
      {mayForward && waiting.length > 0 && (
        <Button size="small" disabled={picked.length === 0} onClick={() => setIsOpen(true)}>
          {t('forward.open', { count: picked.length })}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <ForwardFilesDrawer
            itemId={item.id}
            version={item.version}
            files={picked}
            onClose={() => setIsOpen(false)}
            onDone={() => {
              setForwarded(picked.length);
              setChosen([]);
              setIsOpen(false);
              void client.refetchQueries({ include: ['ItemPage'] });
            }}
          />
        </Suspense>
      )}
    </Panel>
  );
}
