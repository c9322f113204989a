import { BellOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../../features/inbox/inbox.module.css';
import { InboxList } from '../../features/inbox/inbox-list.tsx';
import { inboxVariables } from '../../features/inbox/inbox-query.ts';
import { useInbox } from '../../features/inbox/use-inbox.ts';
import { useHref } from '../../ui/use-href.ts';
import bar from './top-bar.module.css';

const shown = 8;

/** The bell in the top bar: how many lines are unread; pressed, the newest ones. */
export function InboxBell() {
  const { t } = useTranslation('inbox');
  const href = useHref();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { inbox, error, open, markAll, marking } = useInbox({ ...inboxVariables({}), first: shown });
  const unread = inbox?.unreadCount ?? 0;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setOpen(false);
    button.current?.focus();
  };
  const content = (
    <div ref={panel} role="dialog" aria-label={t('title')} tabIndex={-1} className={styles.panel} onKeyDown={leave}>
      <div className={styles.panelHead}>
        <strong>{t('title')}</strong>
        <Button size="small" type="link" disabled={unread === 0} loading={marking} onClick={markAll}>
          {t('markAll')}
        </Button>
      </div>
      {inbox && inbox.nodes.length > 0 ? (
        <InboxList
          lines={inbox.nodes}
          onOpen={(line) => {
            setOpen(false);
            open(line);
          }}
        />
      ) : (
        <p className={styles.none}>{error ? t('failed') : t('none')}</p>
      )}
      <a href={href({ to: '/inbox' })} className={styles.all} onClick={() => setOpen(false)}>
        {t('all')}
      </a>
    </div>
  );
  return (
    <Popover
      content={content}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      afterOpenChange={(opened) => opened && panel.current?.focus()}
      destroyOnHidden
    >
      <button
        ref={button}
        type="button"
        className={bar.control}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={t('bell', { count: unread })}
      >
        <BellOutlined />
        {unread > 0 && <span className={styles.count}>{unread > 99 ? '99+' : unread}</span>}
      </button>
    </Popover>
  );
}
