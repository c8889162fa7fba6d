/** What the parts of a plan's page are made from, and where its forms go. */
import { type DateParts, Hidden } from '../../../design/index.ts';
import type { Line } from '../../rules/line.ts';
import type { RadAction } from '../../rules/rad/rad.transitions.ts';
import type { Rad } from '../../rules/rad/rad.ts';
import type { RadNote } from '../../store/rad/rads.ts';
import { agreementPath, type OpenedAgreement } from '../opened.tsx';
import type { RadWords } from './words.ts';

/** What was typed into the form of a step, to show it again. */
export interface TypedStep {
  readonly values: Readonly<Record<string, string>>;
  readonly decidedOn?: DateParts;
  readonly inForceFrom?: DateParts;
}

export interface Shown {
  readonly opened: OpenedAgreement;
  readonly words: RadWords;
  readonly rad: Rad;
  readonly lines: readonly Line[];
  readonly notes: readonly RadNote[];
  readonly actions: readonly RadAction[];
  readonly typed: TypedStep;
}

export const stepAddress = ({ opened }: Shown, step: RadAction) => `${agreementPath(opened.agreement)}/rad/${step}`;

export function Version({ shown }: { shown: Shown }) {
  return <Hidden name="version" value={String(shown.opened.agreement.version)} />;
}
