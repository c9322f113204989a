import { useSuspenseQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import styles from './session.module.css';
import { useSetUp } from './use-set-up.ts';
import { useSignIn } from './use-sign-in.ts';

const SignInPageDocument = graphql(/* GraphQL */ `
  query SignInPage {
    setUpNeeded
    campaign {
      title
      titleEn
    }
    demoAccounts {
      account
      password
      postTitle
      role
    }
  }
`);

/** The door: account and password; demo accounts while demo data is loaded; the first administrator in a new city. */
export function SignInPage() {
  const { t } = useTranslation(['session', 'common']);
  const { data } = useSuspenseQuery(SignInPageDocument, { fetchPolicy: 'network-only' });
  const { from } = useSearch({ from: '/sign-in' });
  const { signIn, signingIn, refusal, failure } = useSignIn(from);
  const english = useLanguage() === 'en';
  const until = refusal?.until
    ? new Date(refusal.until).toLocaleTimeString(english ? 'en' : 'zh-CN', { hour: '2-digit', minute: '2-digit' })
    : '';

  return (
    <main id="main" className={styles.page}>
      <title>{t('common:documentTitle', { page: data.setUpNeeded ? t('setUpTitle') : t('title') })}</title>
      <p className={styles.product}>
        <img src="/favicon.svg" width="32" height="32" alt="" />
        {t('common:product')}
      </p>
      {data.campaign && <p className={styles.campaign}>{english ? data.campaign.titleEn : data.campaign.title}</p>}
      {data.setUpNeeded ? (
        <SetUp />
      ) : (
        <>
          <h1 className={styles.title}>{t('title')}</h1>
          <CredentialsForm
            submitLabel={t('submit')}
            busy={signingIn}
            onSubmit={(account, password) => void signIn(account, password)}
            refusal={refusal ? t(`refused.${refusal.reason}`, { until }) : undefined}
            failure={failure}
            passwordKind="current-password"
          />
          {data.demoAccounts.length > 0 && (
            <DemoAccounts
              accounts={data.demoAccounts}
              disabled={signingIn}
              onChoose={(account, password) => void signIn(account, password)}
            />
          )}
        </>
      )}
      <p className={styles.secrecy}>{t('secrecy')}</p>
    </main>
  );
}

function SetUp() {
  const { t } = useTranslation('session');
  const { setUp, settingUp, problems, failure } = useSetUp();
  return (
    <>
      <h1 className={styles.title}>{t('setUpTitle')}</h1>
      <p className={styles.help}>{t('setUpHelp')}</p>
      <CredentialsForm
        submitLabel={t('setUpSubmit')}
        busy={settingUp}
        onSubmit={(account, password) => void setUp(account, password)}
        problems={problems}
        failure={failure}
        passwordKind="new-password"
      />
    </>
  );
}
