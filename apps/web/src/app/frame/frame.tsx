import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, SessionContext } from '../../ui/session.ts';
import { readStored, writeStored } from '../../ui/stored.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { LiveUpdates } from '../live/live.tsx';
import { BottomBar } from './bottom-bar.tsx';
import styles from './frame.module.css';
import { OfflineBar } from './offline-bar.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

type FrameProps = {
  session: Session;
  scope: string | undefined;
  onAsOf: (asOf: string | undefined) => void;
  onScope: (scope: string | undefined) => void;
  onSignOut: () => void;
  /** A page is on its way: the old one stays, under a thin moving line. */
  pending: boolean;
  children: ReactNode;
};

/** What stands around every page. */
export function Frame({ session, pending, children, ...bar }: FrameProps) {
  const { t } = useTranslation('common');
  const narrow = useMediaQuery('(max-width: 1100px)');
  const [chosen, setChosen] = useState(() => readStored('rail'));
  const collapsed = typeof chosen === 'boolean' ? chosen : narrow;
  const collapse = (next: boolean) => {
    setChosen(next);
    writeStored('rail', next);
  };
  return (
    <SessionContext.Provider value={session}>
      <LiveUpdates>
        <div className={styles.frame}>
          <a className={styles.skip} href="#main">
            {t('skipToContent')}
          </a>
          {pending && <div className={styles.progress} aria-hidden="true" />}
          <Rail collapsed={collapsed} onCollapse={collapse} />
          <div className={styles.column}>
            <TopBar session={session} {...bar} />
            <OfflineBar />
            <main id="main" className={styles.main} tabIndex={-1} aria-busy={pending}>
              {children}
            </main>
          </div>
          <BottomBar />
        </div>
      </LiveUpdates>
    </SessionContext.Provider>
  );
}
