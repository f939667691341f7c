import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Warm neutral greys from light to dark; Mantine takes its own greys and darks from here. */
const warm: MantineColorsTuple = [
  '#fbfaf8',
  '#f6f5f2',
  '#efece5',
  '#e7e4de',
  '#d9d5cd',
  '#a19d94',
  '#716d65',
  '#4f4c46',
  '#2b2a27',
  '#1d1c1a',
];

const night: MantineColorsTuple = [
  '#ecebe6',
  '#c5c1b8',
  '#a19d94',
  '#7d7971',
  '#3a3833',
  '#2b2a27',
  '#21211e',
  '#1c1c1a',
  '#181816',
  '#151513',
];

/** Accent (ink) and stop (red) from the tokens, which turn with the scheme; Mantine's own shades would not keep their contrast. */
const variantColors: VariantColorsResolver = (input) => {
  const base = defaultVariantColorsResolver(input);
  const isStop = input.color === 'red';
  if (!isStop && input.color !== undefined && input.color !== 'ink') return base;
  const [fill, onFill, tint] = isStop
    ? ['var(--red)', 'var(--surface)', 'var(--red-tint)']
    : ['var(--inverse)', 'var(--on-inverse)', 'var(--selected)'];
  switch (input.variant) {
    case 'filled':
      return {
        ...base,
        background: fill,
        hover: `color-mix(in srgb, ${fill} 86%, var(--surface))`,
        color: onFill,
        hoverColor: onFill,
        border: '1px solid transparent',
      };
    case 'subtle':
    case 'light':
      return { ...base, background: 'transparent', hover: tint, color: isStop ? fill : 'var(--text)' };
    default:
      return base;
  }
};

const overlay = { color: 'var(--overlay)', backgroundOpacity: 1 } as const;

/** The look of Mantine's parts: dense, warm, one accent (ink), no shadows where a line will do. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '18px' }, h2: { fontSize: '15px' }, h3: { fontSize: '13px' } },
  },
  colors: { gray: warm, dark: night, ink: warm },
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 0 },
  autoContrast: true,
  variantColorResolver: variantColors,
  defaultRadius: 'md',
  cursorType: 'default',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs', radius: 'md' } },
    Switch: { defaultProps: { size: 'sm' } },
    // The body never scrolls, so nothing has to be locked.
    Modal: { defaultProps: { radius: 'lg', yOffset: '8vh', lockScroll: false, overlayProps: overlay } },
    Drawer: { defaultProps: { lockScroll: false, overlayProps: overlay } },
    Menu: { defaultProps: { radius: 'md', withInitialFocusPlaceholder: false, menuItemTabIndex: 0 } },
    Tooltip: { defaultProps: { openDelay: 500, withArrow: false } },
  },
});

/** Ties Mantine's own variables to the tokens, so that both speak of the same colours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-anchor': 'var(--link)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--selected)',
    '--mantine-color-disabled-color': 'var(--muted)',
    '--mantine-color-red-6': 'var(--red)',
    '--mantine-color-ink-filled': 'var(--inverse)',
    '--mantine-color-ink-filled-hover': 'var(--inverse)',
    '--mantine-primary-color-filled': 'var(--inverse)',
    '--mantine-primary-color-filled-hover': 'var(--inverse)',
    '--mantine-primary-color-contrast': 'var(--on-inverse)',
    '--mantine-line-height': 'var(--leading)',
    '--mantine-shadow-md': 'var(--shadow)',
    '--mantine-shadow-xl': 'var(--shadow)',
  },
  light: {},
  dark: {},
});
