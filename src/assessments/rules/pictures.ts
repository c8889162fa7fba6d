/** The stages as a picture for the room's README; a test holds the two together. */
import { STAGE_TRANSITIONS } from './assessment.transitions.ts';

/** A Mermaid state diagram; arrows between the same two stages share one line. */
export function stagePicture(): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, action, to } of STAGE_TRANSITIONS) {
    const key = `${name(from)} --> ${name(to)}`;
    arrows.set(key, (arrows.get(key) ?? new Set()).add(action));
  }
  const rows = [...arrows].map(([arrow, actions]) => `  ${arrow}: ${[...actions].join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', ...rows, '```'].join('\n');
}

const name = (state: string) => state.replaceAll('-', '_');
