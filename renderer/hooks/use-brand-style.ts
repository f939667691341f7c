import { useComputedColorScheme } from '@mantine/core';
import { brandStyle, type BrandStyle } from '@renderer/lib/brand-colour';

/** `style` that makes `var(--brand)`, `--brand-on`, `--brand-tint` and `--brand-text` of one brand known below an element. */
export const useBrandStyle = (colour: string): BrandStyle => brandStyle(colour, useComputedColorScheme('light'));
