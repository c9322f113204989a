import { Page } from '../app/page.tsx';
import { href } from '../app/router.ts';
import { useSite } from '../app/site.ts';
import { formatDay } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Notice } from '../ui/notice.tsx';

const doors = ['promises', 'figures', 'complain', 'answer'] as const;

/** What the site is, and its four doors. */
export function HomePage() {
  const { t, language } = useTexts();
  const site = useSite();
  return (
    <Page title={t('home.title')}>
      <p class="lead">{site && language === 'zh-CN' ? t('home.lead', { city: site.cityName }) : t('home.leadPlain')}</p>
      {site && <p class="hint">{t('site.asOf', { day: formatDay(language, site.asOf) })}</p>}
      {site?.isDemo && (
        <Notice kind="plain" title={t('site.demo')}>
          <p>{t('site.demoNote')}</p>
        </Notice>
      )}
      <ul class="doors">
        {doors.map((door) => (
          <li key={door}>
            <h2>
              <a href={href(`/${door}`)}>{t(`nav.${door}`)}</a>
            </h2>
            <p>{t(`home.${door}`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
