/** The readiness list of an agreement as it stands, and what the words in braces of its text are filled with. */
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { type Field, type FieldFacts, fieldValues } from '../../rules/signing/fields.ts';
import { isReadyToSign, type ReadinessPoint, readinessPoints } from '../../rules/signing/readiness.ts';
import type { TextVersion } from '../../rules/signing/text.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { linesOf } from '../../store/lines.ts';
import { programmes } from '../../store/programmes.ts';
import { departedPoints } from '../../store/register/focal-points.ts';
import { plannedDay } from '../../store/signing/ceremonies.ts';
import { openComments } from '../../store/signing/comments.ts';
import { linesStanding } from '../../store/signing/lines-standing.ts';
import { consentsTo, currentText } from '../../store/signing/texts.ts';
import { voicelessOf } from '../lines/voiceless.ts';

export interface TextState {
  /** `undefined` = nobody has begun one. */
  readonly text: TextVersion | undefined;
  readonly values: Readonly<Record<Field, string | null>>;
  readonly facts: FieldFacts;
}

/** The newest version with what fills its fields. */
export async function textStateOf(db: Db | Tx, agreement: Agreement): Promise<TextState> {
  const facts: FieldFacts = {
    programmes: await programmes(db),
    parent: agreement.parentId === null ? null : ((await loadAgreement(db, agreement.parentId)) ?? null),
    predecessor: agreement.predecessorId === null ? null : ((await loadAgreement(db, agreement.predecessorId)) ?? null),
    plannedOn: await plannedDay(db, agreement.id),
    lines: await linesStanding(db, agreement.id),
  };
  return { text: await currentText(db, agreement.id), values: fieldValues(agreement, facts), facts };
}

export async function readinessOf(
  db: Db | Tx,
  agreement: Agreement,
  today: Day,
  state?: TextState,
): Promise<readonly ReadinessPoint[]> {
  const { text, values, facts } = state ?? (await textStateOf(db, agreement));
  const voiceless = agreementKind(agreement.kind).hasLines
    ? await voicelessOf(db, agreement, await linesOf(db, agreement.id), today)
    : { owners: [], confirmers: [] };
  return readinessPoints(agreement, {
    voiceless: [...voiceless.owners, ...voiceless.confirmers],
    ...{ sections: text?.sections ?? null, values, lines: facts.lines, today },
    openComments: (await openComments(db, [agreement.id])).get(agreement.id) ?? 0,
    departed: await departedPoints(db as Db, agreement.id, today),
    consents: text ? await consentsTo(db, agreement.id, text.no) : [],
  });
}

/** Whether the readiness list has no blocking point open: asked in the transaction that settles the text or opens the signing. */
export async function isReady(tools: Pick<Tools, 'clock'>, db: Db | Tx, agreement: Agreement): Promise<boolean> {
  return isReadyToSign(await readinessOf(db, agreement, dayOf(tools.clock.now(), agreement.zone)));
}
