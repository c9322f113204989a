import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { ApolloProvider } from '@apollo/client/react';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import { readStored, writeStored } from '../ui/stored.ts';
import { type Appearance, appearances, ThemeContext } from '../ui/theme-context.ts';
import { antdThemeOf, type Mode } from '../ui/tokens.ts';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { client } from './apollo.ts';

const storedAs = 'appearance';

function storedAppearance(): Appearance {
  const stored = readStored(storedAs);
  return appearances.find((appearance) => appearance === stored) ?? 'system';
}

/** antd's texts in the language on screen; English comes when it is chosen. */
function useKitLocale() {
  const language = useLanguage();
  const [locale, setLocale] = useState(zhCN);
  useEffect(() => {
    let wanted = true;
    const load = async () => (language === 'en' ? (await import('antd/locale/en_US')).default : zhCN);
    void load().then((next) => wanted && setLocale(next));
    return () => {
      wanted = false;
    };
  }, [language]);
  return locale;
}

/** What every screen stands in: data client, language, light or dark, and the kit's theme. */
export function Providers({ children }: { children: ReactNode }) {
  const [appearance, setAppearance] = useState(storedAppearance);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const mode: Mode = appearance === 'system' ? (systemIsDark ? 'dark' : 'light') : appearance;
  const locale = useKitLocale();
  // A menu that is told to move at once, by the style sheet alone, may stay where it was measured: off the screen.
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => {
    const base = antdThemeOf(mode);
    return isStill ? { ...base, token: { ...base.token, motion: false } } : base;
  }, [mode, isStill]);

  useEffect(() => {
    document.documentElement.dataset.mode = mode;
  }, [mode]);

  const choice = useMemo(() => {
    const choose = (next: Appearance) => {
      writeStored(storedAs, next);
      setAppearance(next);
    };
    return { mode, appearance, choose };
  }, [mode, appearance]);

  return (
    <ApolloProvider client={client}>
      <ThemeContext.Provider value={choice}>
        <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
          <ConfigProvider locale={locale} theme={theme} button={{ autoInsertSpace: false }}>
            {children}
          </ConfigProvider>
        </StyleProvider>
      </ThemeContext.Provider>
    </ApolloProvider>
  );
}
