import { BgColorsOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '../../i18n/i18n.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { appearances, useThemeChoice } from '../../ui/theme-context.ts';
import styles from './top-bar.module.css';

const languageNames = { 'zh-CN': '中文', en: 'English' } as const;

/** Language, and light, dark or as the system. */
export function DisplayMenu() {
  const { t } = useTranslation('nav');
  const language = useLanguage();
  const { appearance, choose } = useThemeChoice();
  const groups = [
    {
      id: 'language',
      label: t('language'),
      items: languages.map((one) => ({
        id: one,
        label: languageNames[one],
        chosen: one === language,
        onChoose: () => void chooseLanguage(one),
      })),
    },
    {
      id: 'appearance',
      label: t('appearance'),
      items: appearances.map((one) => ({ id: one, label: t(one), chosen: one === appearance, onChoose: () => choose(one) })),
    },
  ];
  return (
    <MenuButton label={t('display')} className={styles.control} groups={groups} placement="bottomRight">
      <BgColorsOutlined />
    </MenuButton>
  );
}
