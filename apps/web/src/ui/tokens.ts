import { theme as antdTheme, type ThemeConfig } from 'antd';

/** Which ground the page stands on. */
export type Mode = 'light' | 'dark';

/** Every colour of the product by what it is for. Components name them through `colour`, never by value. */
export type Palette = Readonly<Record<keyof typeof lightPalette, string>>;

const lightPalette = {
  ground: '#ffffff',
  sunken: '#f6f7f9',
  raised: '#ffffff',
  ink: '#1a1f27',
  ink2: '#4a5463',
  ink3: '#667080',
  hairline: '#e4e7eb',
  line: '#c8ced6',
  control: '#8a94a3',
  accent: '#1f5fbf',
  accentHover: '#174c9b',
  accentSoft: '#e9f0fa',
  onAccent: '#ffffff',
  mark: '#8a94a3',
  markSoft: '#d5dae1',
  green: '#0b7a5b',
  yellow: '#a36100',
  red: '#c8201e',
  grey: '#667080',
  greenSoft: '#e3f3ee',
  yellowSoft: '#fbf0dd',
  redSoft: '#fbe9e8',
  greySoft: '#eef0f3',
  tip: '#262d38',
  tipInk: '#f4f6f8',
  shadow: 'rgba(20, 28, 40, 0.16)',
  seq0: '#f3f6fb',
  seq1: '#dfe9f7',
  seq2: '#bfd5f0',
  seq3: '#96bae6',
  seq4: '#6a9cd9',
  seq5: '#3671c1',
  seq6: '#1b4f9c',
  seqInk0: '#4a5463',
  seqInk1: '#1a1f27',
  seqInk2: '#1a1f27',
  seqInk3: '#1a1f27',
  seqInk4: '#10151c',
  seqInk5: '#ffffff',
  seqInk6: '#ffffff',
} as const;

const darkPalette: Palette = {
  ground: '#101318',
  sunken: '#161a20',
  raised: '#1b2027',
  ink: '#e8eaed',
  ink2: '#b2bac6',
  ink3: '#8d97a6',
  hairline: '#272d36',
  line: '#3d4551',
  control: '#737d8c',
  accent: '#79aaf2',
  accentHover: '#9cc2f8',
  accentSoft: '#1a2a43',
  onAccent: '#0d1626',
  mark: '#6f7988',
  markSoft: '#39414d',
  green: '#3dbb8c',
  yellow: '#e3a431',
  red: '#ff7168',
  grey: '#98a1ae',
  greenSoft: '#12302a',
  yellowSoft: '#352a14',
  redSoft: '#3b1d1d',
  greySoft: '#242a32',
  tip: '#39424f',
  tipInk: '#f4f6f8',
  shadow: 'rgba(0, 0, 0, 0.6)',
  seq0: '#171d27',
  seq1: '#1b2c47',
  seq2: '#204069',
  seq3: '#275491',
  seq4: '#3a6fb6',
  seq5: '#6599dd',
  seq6: '#9fc4f6',
  seqInk0: '#98a1ae',
  seqInk1: '#e8eaed',
  seqInk2: '#e8eaed',
  seqInk3: '#f4f6f8',
  seqInk4: '#ffffff',
  seqInk5: '#0b1018',
  seqInk6: '#0b1018',
};

export const palettes: Readonly<Record<Mode, Palette>> = { light: lightPalette, dark: darkPalette };

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1');

/** `var(--db-…)` of each colour: the page's mode decides the value, so a chart needs no redraw when it changes. */
export const colour = Object.fromEntries(Object.keys(lightPalette).map((name) => [name, `var(--db-${kebab(name)})`])) as Record<
  keyof Palette,
  string
>;

/** Steps of the single-hue scale of heat maps, with the ink that reads on each. */
export const sequence = [0, 1, 2, 3, 4, 5, 6].map((step) => ({
  fill: `var(--db-seq-${step})`,
  ink: `var(--db-seq-ink-${step})`,
}));

export const fontStack = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
/** Of numbers of items and of codes that are read out or typed. */
const codeFontStack = 'Consolas,"SFMono-Regular","Noto Sans Mono CJK SC",monospace';

const declarations = (palette: Palette) =>
  Object.entries(palette)
    .map(([name, value]) => `--db-${kebab(name)}:${value}`)
    .join(';');

/** The style sheet that gives both grounds; paper is always light. */
export const tokenStyles = `:root{color-scheme:light;${declarations(lightPalette)};--db-font:${fontStack};--db-font-code:${codeFontStack}}
@media screen{:root[data-mode="dark"]{color-scheme:dark;${declarations(darkPalette)}}}`;

/** antd's theme from the same tokens. `dense` is for ledgers and grids. */
export function antdThemeOf(mode: Mode, dense = false): ThemeConfig {
  const palette = palettes[mode];
  const ground = mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  return {
    algorithm: dense ? [ground, antdTheme.compactAlgorithm] : ground,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accent,
      colorLinkHover: palette.accentHover,
      colorSuccess: palette.green,
      colorWarning: palette.yellow,
      colorError: palette.red,
      colorInfo: palette.accent,
      colorText: palette.ink,
      colorTextSecondary: palette.ink2,
      colorTextTertiary: palette.ink3,
      colorTextDescription: palette.ink3,
      colorTextPlaceholder: palette.ink3,
      colorTextLightSolid: palette.onAccent,
      colorBgBase: palette.ground,
      colorBgContainer: palette.ground,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.ground,
      colorBgSpotlight: palette.tip,
      colorBorder: palette.line,
      colorBorderSecondary: palette.hairline,
      colorSplit: palette.hairline,
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      fontFamily: fontStack,
      fontSize: 14,
      controlHeight: 32,
      wireframe: false,
      motionDurationSlow: '0.16s',
      motionDurationMid: '0.12s',
      motionDurationFast: '0.08s',
    },
    components: {
      Tooltip: { colorTextLightSolid: palette.tipInk },
      Table: {
        headerBg: palette.sunken,
        headerColor: palette.ink2,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.accentSoft,
        cellFontSize: 14,
        cellFontSizeMD: 14,
        cellFontSizeSM: 14,
        bodySortBg: 'transparent',
        headerSortActiveBg: palette.sunken,
        headerSortHoverBg: palette.hairline,
        borderColor: palette.hairline,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  };
}
