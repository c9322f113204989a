import type { ComponentChildren } from 'preact';
import { formatDay } from '../i18n/format.ts';
import { chooseLanguage, useTexts } from '../i18n/i18n.ts';
import { useLargeType } from './display.ts';
import { href } from './router.ts';
import { useSite, useSiteTitle } from './site.ts';

const rooms = ['home', 'promises', 'figures', 'complain', 'answer'] as const;
const pathOfRoom = { home: '/', promises: '/promises', figures: '/figures', complain: '/complain', answer: '/answer' } as const;

/** Which room a path stands in; the problems' totals are a part of the promises. */
function roomOf(path: string): (typeof rooms)[number] | undefined {
  if (path === '/problems') return 'promises';
  return rooms.find((room) => path === pathOfRoom[room] || (room !== 'home' && path.startsWith(`${pathOfRoom[room]}/`)));
}

/** Head, rooms and foot around every page. */
export function Frame({ path, children }: { path: string; children: ComponentChildren }) {
  const { t, language } = useTexts();
  const site = useSite();
  const title = useSiteTitle();
  const { isLarge, toggle } = useLargeType();
  const room = roomOf(path);
  return (
    <>
      <a class="skip" href="#main">
        {t('site.skip')}
      </a>
      <header>
        <div class="wide head">
          <p class="site-title">
            <a class="site-name" href={href('/')}>
              {title}
            </a>
            {site?.isDemo && <span class="demo">{t('site.demo')}</span>}
          </p>
          {/* biome-ignore lint/a11y/useSemanticElements: two switches, not fields of a form */}
          <div class="display no-print" role="group" aria-label={t('site.display')}>
            <button type="button" aria-pressed={isLarge} onClick={toggle}>
              {t('site.large')}
            </button>
            <button
              type="button"
              lang={t('site.otherLanguageCode')}
              onClick={() => chooseLanguage(language === 'en' ? 'zh-CN' : 'en').catch(() => undefined)}
            >
              {t('site.otherLanguage')}
            </button>
          </div>
        </div>
        <nav class="no-print" aria-label={t('site.nav')}>
          <ul class="wide">
            {rooms.map((name) => (
              <li key={name}>
                <a href={href(pathOfRoom[name])} aria-current={name === room ? 'page' : undefined}>
                  {t(`nav.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" class="wide" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <div class="wide">
          {site && <p>{t('site.asOf', { day: formatDay(language, site.asOf) })}</p>}
          {site?.isDemo && <p>{t('site.demoNote')}</p>}
          <p>{t('site.footer')}</p>
        </div>
      </footer>
    </>
  );
}
