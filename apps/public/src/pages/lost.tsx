import { Page } from '../app/page.tsx';
import { href } from '../app/router.ts';
import { useTexts } from '../i18n/i18n.ts';

/** An address that leads nowhere. */
export function LostPage() {
  const { t } = useTexts();
  return (
    <Page title={t('lost.title')}>
      <p>{t('lost.text')}</p>
      <p>
        <a href={href('/')}>{t('lost.home')}</a>
      </p>
    </Page>
  );
}
