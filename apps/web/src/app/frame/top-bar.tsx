import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchButton } from '../../features/search/search-button.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Session } from '../../ui/session.ts';
import { AsOfPicker } from './as-of-picker.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { InboxBell } from './inbox-bell.tsx';
import { PersonMenu } from './person-menu.tsx';
import { ScopeSelect } from './scope-select.tsx';
import styles from './top-bar.module.css';

type TopBarProps = {
  session: Session;
  scope: string | undefined;
  onAsOf: (asOf: string | undefined) => void;
  onScope: (scope: string | undefined) => void;
  onSignOut: () => void;
};

/** The bar over every page: day and scope at the left, the person at the right. */
export function TopBar({ session, scope, onAsOf, onScope, onSignOut }: TopBarProps) {
  const { t } = useTranslation('nav');
  const { viewer, campaign, asOf, units } = session;
  const title = useLanguage() === 'en' ? campaign.titleEn : campaign.title;
  return (
    <header className={`${styles.bar} no-print`}>
      <AsOfPicker asOf={asOf} today={campaign.today} onChange={onAsOf} />
      <ScopeSelect units={units} scope={scope} onChange={onScope} />
      {campaign.isDemo && (
        <Tooltip title={t('demoWhy')} trigger={['hover', 'focus']}>
          <button type="button" className={styles.demo}>
            {t('demo')}
          </button>
        </Tooltip>
      )}
      <span className={styles.campaign} title={title}>
        {title}
      </span>
      <SearchButton />
      <InboxBell />
      <DisplayMenu />
      <PersonMenu viewer={viewer} onSignOut={onSignOut} />
    </header>
  );
}
