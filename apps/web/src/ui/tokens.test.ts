import { describe, expect, test } from 'vitest';
import { antdThemeOf, palettes, sequence } from './tokens.ts';

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('%s', (mode) => {
  const palette = palettes[mode];

  test.each(['ink', 'ink2', 'ink3', 'accent', 'green', 'yellow', 'red', 'grey'] as const)('%s reads on every ground', (name) => {
    expect(contrast(palette[name], palette.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[name], palette.sunken)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['control', 'mark'] as const)('%s is seen on the ground', (name) => {
    expect(contrast(palette[name], palette.ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(sequence.map((_, step) => step))('the number reads on step %i of the heat map', (step) => {
    const fill = palette[`seq${step}` as keyof typeof palette];
    const ink = palette[`seqInk${step}` as keyof typeof palette];
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
  });

  test('tips and main buttons read', () => {
    expect(contrast(palette.tipInk, palette.tip)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test('red is of the red light alone: the kit uses it only for what destroys', () => {
    expect(antdThemeOf(mode).token?.colorError).toBe(palette.red);
    expect(antdThemeOf(mode).token?.colorPrimary).toBe(palette.accent);
  });
});
