/**
 * Which instruments measure the same way. Results of one method may be compared and ranked; results of different methods are shown side
 * by side, never on one line as if they were equal.
 *
 * An instrument of a year (`penilaian-2023`) belongs to the method it is named after (`penilaian`): three zones until 2021, four
 * dimensions 2022 to 2024, the opinion from 2025. Decision of Tuntas: within a method a year's changed weights are accepted.
 */
export function methodOf(instrumentId: string): string {
  return instrumentId.replace(/-\d{4}$/, '');
}
