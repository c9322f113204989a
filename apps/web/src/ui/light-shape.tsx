import type { Light } from '@duban/rules/vocabulary';
import { colour } from './tokens.ts';

/** Text, fill and soft-ground colour of a light. */
export const lightColour: Readonly<Record<Light, { ink: string; soft: string }>> = {
  GREEN: { ink: colour.green, soft: colour.greenSoft },
  YELLOW: { ink: colour.yellow, soft: colour.yellowSoft },
  RED: { ink: colour.red, soft: colour.redSoft },
  GREY: { ink: colour.grey, soft: colour.greySoft },
};

/** Circle, triangle, square or ring: the shape that tells a light apart without colour. Give the word beside it. */
export function LightShape({ light, size = 10 }: { light: Light; size?: number }) {
  const { ink } = lightColour[light];
  return (
    <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {light === 'GREEN' && <circle cx="5" cy="5" r="4.5" fill={ink} />}
      {light === 'YELLOW' && <path d="M5 0.4 9.9 9.4H0.1Z" fill={ink} />}
      {light === 'RED' && <rect x="0.5" y="0.5" width="9" height="9" fill={ink} />}
      {light === 'GREY' && <circle cx="5" cy="5" r="3.7" fill="none" stroke={ink} strokeWidth="1.6" />}
    </svg>
  );
}
