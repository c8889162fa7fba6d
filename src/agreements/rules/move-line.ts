/** The only way a line changes its state: through the transition table. Pure. */
import type { Actor } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Agreement } from './agreement.ts';
import type { LineAction } from './line.transitions.ts';
import { LINE_TRANSITIONS } from './line.transitions.ts';
import type { Line } from './line.ts';
import { isHeldByEdition, lineActions } from './permissions.ts';
import { hasPersonalData } from './public-text.ts';
import type { AgreementRefusal } from './refusals.ts';

/** What is written with these everybody reads, at once or once it is confirmed; a line of a draft is dropped in silence. */
const PUBLIC_TEXT: readonly LineAction[] = ['report', 'report-last', 'judge-not-done', 'drop'];

/** Longest word on a line. No regulation sets it. */
export const LINE_TEXT_LIMIT = 4000;

export interface MovedLine {
  readonly line: Line;
  readonly event: {
    readonly type: string;
    readonly payload: { readonly line: string; readonly from: string; readonly to: string };
  };
}

export function moveLine(
  line: Line,
  agreement: Agreement,
  action: LineAction,
  { at, actor, text }: { readonly at: Moment; readonly actor: Actor; readonly text: string },
): Result<MovedLine, AgreementRefusal> {
  if (!LINE_TRANSITIONS.some((each) => each.from === line.state && each.action === action)) return refuse('agreement.not-now');
  const open = lineActions(actor, agreement, line).find((each) => each.action === action);
  if (!open)
    return refuse(action === 'drop' && isHeldByEdition(actor, agreement) ? 'agreement.rad-by-edition' : 'agreement.not-yours');
  const note = text.trim();
  if (open.needsText && note === '') return refuse('agreement.text-missing');
  if (note.length > LINE_TEXT_LIMIT) return refuse('agreement.text-too-long');
  if (agreement.state === 'signed' && PUBLIC_TEXT.includes(action) && hasPersonalData(note))
    return refuse('agreement.personal-data');
  const moved = open.to !== line.state;
  // What both sides have signed is withdrawn in everybody's sight; a line of a draft was never promised.
  const isWithdrawn = action === 'drop' && agreement.state === 'signed';
  return {
    ok: true,
    value: {
      line: { ...line, state: open.to, isWithdrawn, ...(moved ? { stateAt: at, stateNote: note === '' ? null : note } : {}) },
      event: { type: `line-${action}`, payload: { line: line.id, from: line.state, to: open.to } },
    },
  };
}
