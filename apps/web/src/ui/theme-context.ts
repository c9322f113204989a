import type { ThemeConfig } from 'antd';
import { createContext, useContext, useMemo } from 'react';
import { antdThemeOf, type Mode } from './tokens.ts';

/** What a person chose; `system` follows the machine. */
export type Appearance = Mode | 'system';
export const appearances = ['light', 'dark', 'system'] as const satisfies readonly Appearance[];

/** The mode on screen, the choice behind it, and how to change it. */
export type ThemeChoice = { mode: Mode; appearance: Appearance; choose: (appearance: Appearance) => void };

export const ThemeContext = createContext<ThemeChoice>({ mode: 'light', appearance: 'system', choose: () => undefined });

export const useThemeChoice = () => useContext(ThemeContext);

/** antd's compact theme in the current mode, for ledgers and grids. */
export function useDenseTheme(): ThemeConfig {
  const { mode } = useThemeChoice();
  return useMemo(() => antdThemeOf(mode, true), [mode]);
}
