import { OPINI_2025 } from '../../src/assessments/data/opini.ts';
import { PENILAIAN_2024 } from '../../src/assessments/data/penilaian.ts';
import { withEqualWeights } from '../../src/assessments/data/standing.ts';
import type { Dimension, Instrument } from '../../src/assessments/rules/instrument.ts';
import { placesOf } from '../../src/assessments/rules/walk.ts';

/** What users are asked: as many questions as make about two million answers of 130,000 respondents. */
const USER_QUESTIONS = 12;

/**
 * The instrument of 2024 with a longer interview of users: its own questions, those about trust of 2025, and some of them again under
 * codes of their own.
 */
export function nationalInstrument(): Instrument {
  const asked = [...usersOf(PENILAIAN_2024), ...usersOf(OPINI_2025).filter(({ code }) => code.startsWith('percaya'))];
  const again = asked.map((one) => ({ ...one, code: `${one.code}-lagi` }));
  const indicators = withEqualWeights([...asked, ...again].slice(0, USER_QUESTIONS));
  return {
    ...PENILAIAN_2024,
    id: 'bench-national',
    dimensions: PENILAIAN_2024.dimensions.map(
      (dimension): Dimension => ({
        ...dimension,
        variables: dimension.variables.map((variable) => (variable.code === 'persepsi' ? { ...variable, indicators } : variable)),
      }),
    ),
  };
}

function usersOf(instrument: Instrument) {
  return placesOf(instrument).flatMap(({ indicator }) => (indicator.from === 'user' ? [indicator] : []));
}
