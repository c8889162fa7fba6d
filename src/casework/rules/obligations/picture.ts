/** The life of an obligation as a picture for the room's README; a test holds the two together. */
import { OBLIGATION_TRANSITIONS } from './obligation.transitions.ts';

const node = (state: string): string => state.replaceAll('-', '_');

export function obligationPicture(): string {
  const ways = Map.groupBy(OBLIGATION_TRANSITIONS, ({ from, to }) => `${node(from)} --> ${node(to)}`);
  const lines = [...ways].map(([way, all]) => `  ${way}: ${[...new Set(all.map(({ action }) => action))].join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> issued', ...lines, '```'].join('\n');
}
