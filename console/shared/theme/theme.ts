import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { colours } from './colours.ts';

const TEXT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", "Open Sans", sans-serif';
const TITLES =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Noto Serif", serif';

/** Quiet: paper, ink, one colour to act with; the rest of the colours say what became of somebody. */
export const theme = createTheme({
  colors: colours,
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  black: '#262521',
  fontFamily: TEXT,
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.65' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontFamily: TITLES,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** What is not a colour of Mantine's own: grounds, soft text, and the tones of what became of somebody. */
export const variables: CSSVariablesResolver = ({ colors }) => {
  const shade = (name: keyof typeof colours, at: number): string => colors[name]?.[at] ?? '';
  return {
    variables: {},
    light: {
      '--mantine-color-body': shade('gray', 0),
      '--mantine-color-dimmed': shade('gray', 6),
      '--mantine-color-placeholder': shade('gray', 6),
      '--mantine-color-default-border': shade('gray', 3),
      '--mantine-color-anchor': shade('pine', 7),
      '--mantine-color-error': shade('brick', 6),
      '--focus': shade('pine', 7),
      '--ground-card': '#ffffff',
      '--ground-nav': shade('gray', 1),
      '--ground-hover': shade('gray', 1),
      '--ground-marked': shade('pine', 1),
      '--line': shade('gray', 2),
      '--tone-good': shade('pine', 7),
      '--tone-good-ground': shade('pine', 0),
      '--tone-wait': shade('amber', 7),
      '--tone-wait-ground': shade('amber', 0),
      '--tone-bad': shade('brick', 6),
      '--tone-bad-ground': shade('brick', 0),
      '--tone-person': shade('plum', 6),
      '--tone-person-ground': shade('plum', 0),
      '--tone-plain': shade('gray', 7),
      '--tone-plain-ground': shade('gray', 1),
    },
    dark: {
      '--mantine-color-body': shade('dark', 7),
      '--mantine-color-dimmed': shade('dark', 2),
      '--mantine-color-placeholder': shade('dark', 2),
      '--mantine-color-default-border': shade('dark', 4),
      '--mantine-color-anchor': shade('pine', 3),
      '--mantine-color-error': shade('brick', 2),
      '--focus': shade('pine', 3),
      '--ground-card': shade('dark', 6),
      '--ground-nav': shade('dark', 8),
      '--ground-hover': shade('dark', 5),
      '--ground-marked': shade('pine', 9),
      '--line': shade('dark', 5),
      '--tone-good': shade('pine', 2),
      '--tone-good-ground': '#1c2f28',
      '--tone-wait': shade('amber', 2),
      '--tone-wait-ground': '#332a17',
      '--tone-bad': shade('brick', 2),
      '--tone-bad-ground': '#3a2420',
      '--tone-person': shade('plum', 2),
      '--tone-person-ground': '#2e2635',
      '--tone-plain': shade('dark', 1),
      '--tone-plain-ground': shade('dark', 5),
    },
  };
};
