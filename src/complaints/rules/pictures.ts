/** The transition tables as pictures for the room's README; a test holds the two together. */
import { DESK_TRANSITIONS, PART_TRANSITIONS } from './complaint.transitions.ts';

type Line = { readonly from: string; readonly action: string; readonly to: string };

/** A Mermaid state diagram; arrows between the same two states share one line. */
function picture(lines: readonly Line[]): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, action, to } of lines) {
    const key = `${name(from)} --> ${name(to)}`;
    arrows.set(key, (arrows.get(key) ?? new Set()).add(action));
  }
  const rows = [...arrows].map(([arrow, actions]) => `  ${arrow}: ${[...actions].join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', ...rows, '```'].join('\n');
}

const name = (state: string) => state.replaceAll('-', '_');

export const deskPicture = (): string => picture(DESK_TRANSITIONS);
export const partPicture = (): string => picture(PART_TRANSITIONS);
