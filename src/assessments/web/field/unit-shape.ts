/** A unit's sheets with everything on them, for whoever fills them: one rating, and nothing of another one. */

import { formatBytes } from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { COMPONENTS, type ComponentCode, mayReadInternal, serviceStandard, tellComponent } from '../../../services/index.ts';
import { todayAt } from '../../actions/fill-sheet.ts';
import { writeAnswer } from '../../rules/answer-kinds.ts';
import { tellAnswer } from '../../rules/answer-words.ts';
import { NOT_APPLICABLE } from '../../rules/answers.ts';
import type { Rating, SheetRow } from '../../rules/assessment.ts';
import type { KeptAnswer } from '../../rules/filling.ts';
import type { Indicator } from '../../rules/instrument.ts';
import { missingOnSheet } from '../../rules/missing.ts';
import { quotaLabel } from '../../rules/quotas.ts';
import { questionsOn } from '../../rules/walk.ts';
import { answersOfUnit } from '../../store/answers.ts';
import { type Conflict, openConflictsOf, type Side } from '../../store/conflicts.ts';
import { type Evidence, evidenceOf } from '../../store/evidence.ts';
import { type Field, factsOf, pushedFor, pushedKeys } from '../../store/filling.ts';
import type { SecondaryValue } from '../../store/secondary.ts';
import { sheetsOf } from '../../store/sheets.ts';
import { instrumentKey } from './form-shape.ts';
import type { AnswerShape, ConflictShape, EvidenceShape, SheetShape, SideShape, StandardLine, UnitShape } from './shapes.ts';

export interface UnitPlace {
  readonly unitNo: number;
  readonly rating: Rating;
}

/** Who asks, when. */
export interface Asking {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Moment;
}

/** @param only the number of one sheet, when the rest is not needed */
export async function unitShape({ db, actor, now }: Asking, field: Field, place: UnitPlace, only?: number): Promise<UnitShape> {
  const today = todayAt(field, now);
  const { assessment, round, instrument } = field;
  const { unitNo, rating } = place;
  const at = { assessmentId: assessment.id, unitNo, rating };
  const [sheets, answers, evidence, conflicts, pushed, agencies] = await Promise.all([
    sheetsOf(db, assessment.id, place),
    answersOfUnit(db, assessment.id, unitNo, rating),
    evidenceOf(db, at),
    openConflictsOf(db, assessment.id),
    rating === 1 ? pushedFor(db, field, unitNo) : new Map<string, SecondaryValue>(),
    agenciesByIds(db, [assessment.agencyId]),
  ]);
  const agency = agencies.get(assessment.agencyId)?.name ?? '';
  const own = conflicts.filter(({ key }) => key.unitNo === unitNo && key.rating === rating);
  const shown = sheets.filter((sheet) => only === undefined || sheet.sheetNo === only);
  return {
    ...at,
    agency,
    unit: assessment.units.find((unit) => unit.no === unitNo)?.name ?? agency,
    round: round.title,
    until: (rating === 0 ? (round.selfAssessmentUntil ?? round.endsOn) : round.endsOn).toString(),
    instrument: instrumentKey(instrument),
    sheets: await Promise.all(
      shown.map(async (sheet) =>
        sheetShape(field, sheet, {
          answers: answers.get(sheet.sheetNo) ?? [],
          evidence: evidence.filter(({ key }) => key.sheetNo === sheet.sheetNo),
          conflicts: own.filter(({ key }) => key.sheetNo === sheet.sheetNo),
          standard: await standardOf(db, actor, field, sheet, today),
          pushed,
        }),
      ),
    ),
  };
}

interface Beside {
  readonly answers: readonly KeptAnswer[];
  readonly evidence: readonly Evidence[];
  readonly conflicts: readonly Conflict[];
  readonly standard: readonly StandardLine[];
  readonly pushed: ReadonlyMap<string, SecondaryValue>;
}

function sheetShape({ instrument }: Field, sheet: SheetRow, beside: Beside): SheetShape {
  const indicators = new Map(questionsOn(instrument, sheet.kind).map(({ indicator }) => [indicator.code, indicator]));
  const facts = factsOf(sheet, beside.answers, beside.evidence);
  const missing = missingOnSheet(instrument, sheet, facts, pushedKeys(sheet.unitNo, beside.pushed));
  const lacking = (lack: string) => missing.flatMap((each) => (each.lack === lack ? (each.indicator ?? []) : []));
  return {
    sheetNo: sheet.sheetNo,
    kind: sheet.kind,
    product: sheet.serviceName,
    mayNameProduct: sheet.kind === 'product' && sheet.serviceId === null && sheet.rating === 1,
    quota: sheet.quota === null ? null : (quotaLabel(sheet.quota) ?? null),
    quotaCode: sheet.quota,
    done: sheet.done,
    missing: {
      answers: [...lacking('no-answer'), ...lacking('must-apply')],
      evidence: lacking('no-evidence'),
      product: missing.some(({ lack }) => lack === 'no-product'),
    },
    answers: beside.answers.map((answer) => answerShape(indicators.get(answer.indicator), answer)),
    evidence: beside.evidence.map(evidenceShape),
    conflicts: beside.conflicts.map((conflict) => conflictShape(indicators.get(conflict.indicator), conflict, beside.answers)),
    standard: beside.standard,
    pushed: pushedShape([...indicators.values()], beside.pushed),
  };
}

function writtenIn(indicator: Indicator | undefined, value: string | null): string {
  if (value === null) return NOT_APPLICABLE;
  return indicator ? writeAnswer(indicator.answer, value) : value;
}

function answerShape(indicator: Indicator | undefined, answer: KeptAnswer): AnswerShape {
  const { note, revision } = answer;
  return { indicator: answer.indicator, value: writtenIn(indicator, answer.value), note, revision };
}

export function conflictShape(
  indicator: Indicator | undefined,
  conflict: Conflict,
  answers: readonly KeptAnswer[],
): ConflictShape {
  const side = (one: Side | null): SideShape | null => one && { value: writtenIn(indicator, one.value), note: one.note };
  const present = answers.find((answer) => answer.indicator === conflict.indicator);
  return {
    id: conflict.id,
    indicator: conflict.indicator,
    device: side(conflict.device),
    server: side(present ?? null),
    revision: present?.revision ?? 0,
    writtenAt: conflict.writtenAt?.toString() ?? null,
    receivedAt: conflict.receivedAt.toString(),
  };
}

function evidenceShape(evidence: Evidence): EvidenceShape {
  const isPicture = evidence.thumbnailKey !== null;
  const kind: Label = isPicture ? { id: 'Foto', en: 'Photograph' } : { id: 'Dokumen', en: 'Document' };
  return {
    id: evidence.id,
    indicator: evidence.indicator,
    about: { id: `${kind.id}, ${formatBytes(evidence.size, 'id')}`, en: `${kind.en}, ${formatBytes(evidence.size, 'en')}` },
    caption: evidence.caption,
    hasThumbnail: isPicture,
  };
}

function pushedShape(indicators: readonly Indicator[], pushed: ReadonlyMap<string, SecondaryValue>): SheetShape['pushed'] {
  const entries = indicators.flatMap(({ code, answer, measure }) => {
    const found = measure === null ? undefined : pushed.get(measure);
    return found ? [[code, { told: tellAnswer(answer, found.value), source: found.source, rowsAt: found.rowsAt }] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What the office has published about what each question looks at; nothing when the product is not one it has published. */
async function standardOf(
  db: Db,
  actor: Actor,
  { instrument, assessment }: Field,
  sheet: SheetRow,
  today: Day,
): Promise<StandardLine[]> {
  if (sheet.serviceId === null) return [];
  const published = await serviceStandard(db, sheet.serviceId, today);
  if (!published) return [];
  const office = assessment.units.find((unit) => unit.no === sheet.unitNo);
  const mayReadAll = mayReadInternal(actor, { agencyPath: office?.agencyPath ?? assessment.agencyPath });
  return questionsOn(instrument, sheet.kind).flatMap(({ indicator }): StandardLine[] => {
    const code = componentCode(indicator.component);
    if (!code || (COMPONENTS[code].side === 'internal' && !mayReadAll)) return [];
    const lines = { id: tellComponent(code, published.standard, 'id'), en: tellComponent(code, published.standard, 'en') };
    return [{ indicator: indicator.code, title: COMPONENTS[code].label, lines }];
  });
}

/** Instruments name components as they name everything, `complaint-handling`; the room of services by its own names. */
function componentCode(name: string | null): ComponentCode | undefined {
  const code = name?.replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return code !== undefined && Object.hasOwn(COMPONENTS, code) ? (code as ComponentCode) : undefined;
}
