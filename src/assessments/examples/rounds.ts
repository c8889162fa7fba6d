/**
 * Invented results of real agencies, marked as examples wherever they are shown: a round that has come to its end, and one that is
 * under way with an agency at each stage, so that every example account finds something to do.
 */
import type { Stage } from '../rules/assessment.transitions.ts';

export interface ExampleAgency {
  readonly code: string;
  /** How good its services are, 0 to 1: what the invented answers are drawn from. */
  readonly quality: number;
  readonly until: Stage;
  /** Units that stay empty, by their number, of an assessment that is being filled in. */
  readonly emptyUnits?: readonly number[];
}

export interface ExampleRound {
  readonly code: string;
  readonly title: string;
  readonly instrument: string;
  /** The year assessed; `null` = this one. */
  readonly year: number | null;
  readonly startedDaysAgo: number;
  readonly lastsDays: number;
  readonly agencies: readonly ExampleAgency[];
}

export const EXAMPLE_ROUNDS: readonly ExampleRound[] = [
  {
    code: 'contoh-bali-2024',
    title: 'Penilaian Bali 2024 (contoh)',
    instrument: 'penilaian-2024/1',
    year: 2024,
    startedDaysAgo: 110,
    lastsDays: 60,
    agencies: [
      { code: '51.05', quality: 0.62, until: 'published' },
      { code: '51.03', quality: 0.93, until: 'published' },
      { code: '51.02', quality: 0.7, until: 'published' },
      { code: '51.71', quality: 0.3, until: 'published' },
    ],
  },
  {
    code: 'contoh-bali-berjalan',
    title: 'Opini Bali, sedang berjalan (contoh)',
    instrument: 'opini-2025/1',
    year: null,
    startedDaysAgo: 25,
    lastsDays: 75,
    agencies: [
      { code: '51.05', quality: 0.94, until: 'draft', emptyUnits: [2, 3] },
      { code: '51.03', quality: 0.95, until: 'submitted' },
      { code: '51.71', quality: 0.8, until: 'notified' },
    ],
  },
];

/** Who does what, by the address of the example account. */
export const EXAMPLE_TEAM = {
  manager: 'koordinator-penilaian@ombudsman.example',
  assessor: 'penilai@ombudsman-bali.example',
  second: 'penilai2@ombudsman-bali.example',
  checker: 'pemeriksa@ombudsman-bali.example',
  publisher: 'ketua@ombudsman.example',
} as const;
