/** Writing, approving and publishing the year-end notes of an office. */
import { type Agency, agencyById } from '../../../../directory/index.ts';
import { actorReference, type Officer } from '../../../../kernel/actor.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { dayOf, Temporal } from '../../../../kernel/time.ts';
import { appendEvents } from '../../../../platform/audit/index.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { orRollBack } from '../../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { CaseRefusal } from '../../../rules/refusals.ts';
import { type Period, periodOf } from '../../../rules/reports/period.ts';
import { isHeadOf, mayReportOn } from '../../../rules/reports/reach.ts';
import {
  LONGEST_NOTE,
  MOST_APPRECIATIONS,
  moveNotes,
  NOTE_HEADINGS,
  type NoteHeading,
  type NotesActor,
  type YearNotesAction,
} from '../../../rules/reports/year-notes.ts';
import {
  beginNotes,
  insertAppreciation,
  type KeptNotes,
  loadNotes,
  meritOf,
  removeAppreciation,
  saveNotes,
  saveText,
} from '../../../store/reports/year-notes.ts';
import { officeReport } from '../figures/office-report.ts';
import { zoneOf } from '../work/recorded-work.ts';

export interface NotesTarget {
  readonly officeId: string;
  readonly year: number;
  readonly version: number;
}

export function yearOf(year: number): Period {
  return periodOf(Temporal.PlainDate.from({ year, month: 1, day: 1 }), 'year');
}

export function notesActor(actor: Officer, office: Pick<Agency, 'id' | 'path'>): NotesActor {
  return { isOfficer: mayReportOn(actor, office), isHead: isHeadOf(actor, office) };
}

type Answer = Result<KeptNotes, CaseRefusal>;

async function onNotes(
  tools: Tools,
  actor: Officer,
  target: NotesTarget,
  action: YearNotesAction,
  texts: NoteTexts,
  work: (tx: Tx, notes: KeptNotes, office: Agency) => Promise<Result<KeptNotes, CaseRefusal>>,
): Promise<Answer> {
  return orRollBack(tools, async (tx) => {
    const office = await agencyById(tx, target.officeId);
    if (!office || !mayReportOn(actor, office)) return refuse('case.absent');
    await beginNotes(tx, target.officeId, target.year);
    const before = await loadNotes(tx, target.officeId, target.year, true);
    if (!before) throw new Error('the notes just begun are not there');
    const written = writtenInto(before, texts);
    if (!written.ok) return written;
    const notes = written.value;
    const isYearOver = dayOf(tools.clock.now(), zoneOf(office)).year > target.year;
    const hasText = [...notes.texts.values()].some((text) => text !== '');
    const moved = moveNotes(notes, notesActor(actor, office), { action, version: target.version, isYearOver, hasText });
    if (!moved.ok) return moved;
    for (const [heading, text] of notes.texts) {
      if (text !== before.texts.get(heading)) await saveText(tx, notes, heading, text);
    }
    return work(tx, { ...notes, ...moved.value }, office);
  });
}

/**
 * Sections as the page sends them with every step: words typed beside a button are never lost to it. Only a draft takes them.
 */
export type NoteTexts = Readonly<Partial<Record<NoteHeading, string>>>;

function writtenInto(notes: KeptNotes, texts: NoteTexts): Result<KeptNotes, CaseRefusal> {
  if (notes.state !== 'draft') return ok(notes);
  const next = new Map(notes.texts);
  for (const heading of NOTE_HEADINGS) {
    const text = texts[heading]?.trim();
    if (text === undefined) continue;
    if (text.length > LONGEST_NOTE) return refuse('case.text-too-long');
    next.set(heading, text);
  }
  return ok({ ...notes, texts: next });
}

export function writeNotes(tools: Tools, actor: Officer, target: NotesTarget, texts: NoteTexts): Promise<Answer> {
  return onNotes(tools, actor, target, 'write', texts, async (tx, notes) => {
    await saveNotes(tx, notes, notes);
    return ok(notes);
  });
}

export function appreciate(
  tools: Tools,
  actor: Officer,
  target: NotesTarget,
  order: { readonly kind: 'agency' | 'officer'; readonly subjectId: string; readonly reason: string },
  texts: NoteTexts = {},
): Promise<Answer> {
  return onNotes(tools, actor, target, 'write', texts, async (tx, notes) => {
    const reason = order.reason.trim();
    if (reason === '') return refuse('case.reason-missing');
    if (reason.length > LONGEST_NOTE) return refuse('case.text-too-long');
    if (notes.appreciations.length >= MOST_APPRECIATIONS) return refuse('case.appreciation-too-many');
    // Praise without a row behind it would make all others worth less.
    const scope = { officeIds: [target.officeId], period: yearOf(target.year) };
    const merit = isUuid(order.subjectId) ? await meritOf(tx, scope, order.kind, order.subjectId) : undefined;
    if (!merit) return refuse('case.appreciation-unfounded');
    const { kind, subjectId } = order;
    await insertAppreciation(tx, notes, { id: tools.random.id(), kind, subjectId, reason, restsOn: merit });
    await saveNotes(tx, notes, notes);
    return ok(notes);
  });
}

export function takeBackAppreciation(
  tools: Tools,
  actor: Officer,
  target: NotesTarget,
  id: string,
  texts: NoteTexts = {},
): Promise<Answer> {
  return onNotes(tools, actor, target, 'write', texts, async (tx, notes) => {
    if (isUuid(id)) await removeAppreciation(tx, notes, id);
    await saveNotes(tx, notes, notes);
    return ok(notes);
  });
}

/** Approved, published, kept, or taken back to be written on: the figures are fixed with the approval. */
export function stepNotes(
  tools: Tools,
  actor: Officer,
  target: NotesTarget,
  action: Exclude<YearNotesAction, 'write'>,
  texts: NoteTexts = {},
): Promise<Answer> {
  const at = tools.clock.now();
  return onNotes(tools, actor, target, action, texts, async (tx, notes, office) => {
    const change =
      action === 'approve'
        ? {
            figures: await officeReport({ db: tx }, { officeIds: [office.id], period: yearOf(target.year) }),
            ...{ approvedBy: actor.personId, approvedAt: at, publishedAt: null },
          }
        : action === 'withdraw'
          ? { figures: null, approvedBy: null, approvedAt: null, publishedAt: null }
          : { ...notes, publishedAt: action === 'publish' ? at : null };
    await saveNotes(tx, notes, change);
    await appendEvents(tools, tx, { kind: 'office-reports', id: office.id }, [
      { type: `year-notes-${action}`, at, actor: actorReference(actor), payload: { year: target.year, version: notes.version } },
    ]);
    return ok({ ...notes, ...change });
  });
}
