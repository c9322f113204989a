import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSession } from '../session.ts';
import type { ActItem, ActPart } from './act-item.ts';
import type { ActField, ActSpec } from './act-spec.ts';
import type { ActProblem } from './act-values.ts';
import type { ActRefusal } from './use-act.ts';

/** Acts, fields and refusals in words. The server's own sentences are in Chinese: in English they are told by their codes. */
export function useActWords() {
  const { t, i18n } = useTranslation(['acts', 'errors']);
  const language = useLanguage();
  const { campaign, viewer } = useSession();
  const has = (key: string) => i18n.exists(key, { ns: 'acts' });
  const isOffice = viewer.desks.includes('SUPERVISION');

  return {
    /** What the button says. */
    verb: ({ mutation }: ActSpec) => (mutation === 'instructItem' && isOffice ? t('enterPaper') : t(`acts.${mutation}.verb`)),
    help: ({ mutation }: ActSpec) => (mutation === 'instructItem' && isOffice ? t('enterPaperHelp') : t(`acts.${mutation}.help`)),
    label: ({ words }: ActField) => t(`fields.${words}.label`),
    fieldHelp: ({ words }: ActField) => t(`fields.${words}.help`),
    /** What is wrong with a field. */
    problem: ({ code, message }: ActProblem, field: ActField | undefined, part: ActPart | null, item: ActItem): string => {
      if (message && (language !== 'en' || !has(`problems.${code}`))) return message;
      if (!has(`problems.${code}`)) return t('problems.OTHER');
      return t(`problems.${code as 'REQUIRED'}`, {
        label: field ? t(`fields.${field.words}.label`) : '',
        most: field?.most ?? 0,
        today: campaign.today,
        due: part?.dueOn ?? item.standing?.dueOn ?? '',
      });
    },
    /** Why an act was not done; null where the problems stand at their fields, or the conflict is told at length. */
    refusal: (refusal: ActRefusal): string | null => {
      switch (refusal.kind) {
        case 'REFUSED':
          return language === 'en' && has(`refusals.${refusal.code}`) ? t(`refusals.${refusal.code as 'EXPIRED'}`) : refusal.message;
        case 'GONE':
          return t('gone');
        case 'FAILED': {
          const { kind, id } = refusal.error;
          const said =
            kind === 'offline' || kind === 'unavailable' ? t('notSent') : `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}`;
          return id ? `${said} ${t('errors:reference', { id })}` : said;
        }
        default:
          return null;
      }
    },
    isOffice,
  };
}
