import type { Instrument } from '../rules/instrument.ts';
import { KEPATUHAN_2019, KEPATUHAN_2021 } from './kepatuhan.ts';
import { OPINI_2025 } from './opini.ts';
import { PENILAIAN_2022, PENILAIAN_2023, PENILAIAN_2024 } from './penilaian.ts';

/** The instruments Tuntas is shipped with, oldest first. Nothing of a published version is ever changed: a change is version 2. */
export const SHIPPED_INSTRUMENTS: readonly Instrument[] = [
  KEPATUHAN_2019,
  KEPATUHAN_2021,
  PENILAIAN_2022,
  PENILAIAN_2023,
  PENILAIAN_2024,
  OPINI_2025,
];

export function shippedInstrument(id: string): Instrument | undefined {
  return SHIPPED_INSTRUMENTS.find((instrument) => instrument.id === id);
}
