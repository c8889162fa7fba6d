/**
 * Colours of paper: the light values of `src/design/styles/_palette.scss`, by the names they have there. The platform may not import the
 * design; `palette.test.ts` compares the two.
 */
export const PALETTE = {
  text: '#0b0c0c',
  muted: '#4a585e',
  white: '#ffffff',
  line: '#b6c2c6',
  header: '#0b3c49',
  accent: '#f0a63a',
  'accent-text': '#8a4508',
  primary: '#0b5563',
  surface: '#f0f5f5',
  'neutral-bg': '#e1e8ea',
  'neutral-fg': '#26363d',
  'info-bg': '#d3e8f1',
  'info-fg': '#0a3f5c',
  'success-bg': '#d2ecde',
  'success-fg': '#0b4a30',
  'warn-bg': '#ffe7b0',
  'warn-fg': '#583a00',
  'danger-bg': '#f9d8d5',
  'danger-fg': '#7b1912',
  'zone-green-bg': '#157a51',
  'zone-green-fg': '#ffffff',
  'zone-yellow-bg': '#ffd24d',
  'zone-yellow-fg': '#2b2000',
  'zone-red-bg': '#b3261e',
  'zone-red-fg': '#ffffff',
  'zone-none-bg': '#d9e2e6',
  'zone-none-fg': '#1d2f37',
  'zone-dark-green-bg': '#053d27',
  'zone-dark-green-fg': '#ffffff',
} as const;

export type Colour = keyof typeof PALETTE;
