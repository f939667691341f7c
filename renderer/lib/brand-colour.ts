import type { CSSProperties } from 'react';

type Rgb = readonly [number, number, number];

export type ColourScheme = 'light' | 'dark';

/** Grounds of design tokens that brand text stands on. */
const grounds = { light: ['#ffffff', '#efece5'], dark: ['#1c1c1a', '#2a2924'] } as const;
const surfaces = { light: '#ffffff', dark: '#1c1c1a' } as const;
const tintShare = { light: 0.1, dark: 0.18 } as const;

/** Contrast of text, WCAG 2.2 AA. */
const minContrast = 4.5;

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Mixes `share` of `other` into `base`. */
export const mix = (base: string, other: string, share: number): string => {
  const [from, to] = [parse(base), parse(other)];
  return toHex([0, 1, 2].map((i) => (from[i] ?? 0) * (1 - share) + (to[i] ?? 0) * share) as unknown as Rgb);
};

const luminance = (hex: string): number => {
  const [r, g, b] = parse(hex).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

/** Mixes a colour towards white or black until it can be read on every ground. */
const readableOn = (colour: string, onto: readonly string[], towards: string): string => {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, towards, share);
    if (onto.every((ground) => contrast(mixed, ground) >= minContrast)) return mixed;
  }
  return towards;
};

/** White where it can be read, else ink, else black: one of them always can. */
const textOn = (fill: string): string =>
  ['#ffffff', '#1d1c1a'].find((text) => contrast(text, fill) >= minContrast) ?? '#000000';

export interface BrandColours {
  /** Fill: Send button, edges, marks. */
  readonly fill: string;
  /** Text on the fill. */
  readonly onFill: string;
  /** Ground of the composer's head and of own messages. */
  readonly tint: string;
  /** Text in the brand's colour, readable on surface, selected row and tint. */
  readonly text: string;
  /** Rail tile: the colour as the client knows it. */
  readonly tile: string;
  readonly onTile: string;
}

const known = new Map<string, BrandColours>();

/** A brand's colour made readable in a scheme: mixed towards white in the dark, towards black in the light, where it must. */
export const brandColours = (colour: string, scheme: ColourScheme): BrandColours => {
  const key = `${colour} ${scheme}`;
  const found = known.get(key);
  if (found) return found;
  const surface = surfaces[scheme];
  const tint = mix(surface, colour, tintShare[scheme]);
  const text = readableOn(colour, [...grounds[scheme], tint], scheme === 'dark' ? '#ffffff' : '#000000');
  const fill = scheme === 'dark' ? text : colour;
  const made = { fill, onFill: textOn(fill), tint, text, tile: colour, onTile: textOn(colour) };
  known.set(key, made);
  return made;
};

/** CSS custom properties of a brand, to be set on the element under which they count. */
export type BrandStyle = CSSProperties &
  Readonly<
    Record<'--brand' | '--brand-on' | '--brand-tint' | '--brand-text' | '--brand-tile' | '--brand-tile-on', string>
  >;

const styles = new Map<string, BrandStyle>();

/** `style` for an element: everything below may use `var(--brand)` and its kin. The same object for the same brand. */
export const brandStyle = (colour: string, scheme: ColourScheme): BrandStyle => {
  const key = `${colour} ${scheme}`;
  const found = styles.get(key);
  if (found) return found;
  const made = brandColours(colour, scheme);
  const style: BrandStyle = {
    '--brand': made.fill,
    '--brand-on': made.onFill,
    '--brand-tint': made.tint,
    '--brand-text': made.text,
    '--brand-tile': made.tile,
    '--brand-tile-on': made.onTile,
  };
  styles.set(key, style);
  return style;
};
