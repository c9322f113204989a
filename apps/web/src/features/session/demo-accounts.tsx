import type { Role } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import styles from './session.module.css';

type DemoAccount = { account: string; password: string; postTitle: string; role: Role };

type DemoAccountsProps = {
  accounts: readonly DemoAccount[];
  disabled: boolean;
  onChoose: (account: string, password: string) => void;
};

/** One button per role: the server offers them only while demo data is loaded. */
export function DemoAccounts({ accounts, disabled, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation(['session', 'terms']);
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demoTitle')}</h2>
      <p className={styles.help}>{t('demoHelp')}</p>
      <ul className={styles.accounts}>
        {accounts.map(({ account, password, postTitle, role }) => (
          <li key={account}>
            <button type="button" className={styles.account} disabled={disabled} onClick={() => onChoose(account, password)}>
              <span>{postTitle}</span>
              <span className={styles.role}>
                {t(`terms:roles.${role}`)} · {account}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
