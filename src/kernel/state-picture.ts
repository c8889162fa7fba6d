/** A transition table as a picture for a room's README: a Mermaid state diagram. Arrows between the same two states share one line. */
export function statePicture(lines: readonly { readonly from: string; readonly action: string; readonly to: string }[]): string {
  const arrows = new Map<string, Set<string>>();
  for (const { from, action, to } of lines) {
    const key = `${name(from)} --> ${name(to)}`;
    arrows.set(key, (arrows.get(key) ?? new Set()).add(action));
  }
  const rows = [...arrows].map(([arrow, actions]) => `  ${arrow}: ${[...actions].join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', ...rows, '```'].join('\n');
}

/** Mermaid takes a hyphen for an arrow. */
const name = (state: string) => state.replaceAll('-', '_');
