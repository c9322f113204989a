import { useQuery } from '../api/use-query.ts';
import { SiteDocument, type SiteQuery } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';

export type Site = SiteQuery['site'];

/** What the site says of itself; null until it is read, or where it can't be. */
export function useSite(): Site | null {
  const read = useQuery(SiteDocument, {});
  return read.state === 'READ' ? read.data.site : null;
}

/** The site's name in the page's language. */
export function useSiteTitle(): string {
  const site = useSite();
  const { t, language } = useTexts();
  if (!site) return t('site.name');
  return language === 'en' ? site.titleEn : site.title;
}
