/** Writing, publishing and taking back what the public reads of a case. */
import { type Finding, repeatsOfReporter, scanPersonalData } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import {
  checkText,
  judgeLeaks,
  mayBePublished,
  mayWrite,
  type Publication,
  type PublicationText,
  publish,
  slugOf,
  takeBack,
} from '../../rules/obligations/publication.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { publicationsOf, savePublication } from '../../store/obligations/publications.ts';
import { decide } from '../decide.ts';

export interface DraftOrder extends PublicationText {
  readonly caseId: string;
  /** Of the draft the form was made from; 0 = there was none. */
  readonly version: number;
  /** The author has looked at what is marked as personal data and keeps it: the number of an office, for example. */
  readonly isKept: boolean;
}

/** What a text would give away. Only places of the text itself are told, never what they were compared with. */
export async function scanPublication(
  tools: Tools,
  db: Db | Tx,
  caseId: string,
  { title, summary, actions }: PublicationText,
): Promise<{ readonly ofReporter: boolean; readonly marks: readonly string[] }> {
  const texts = [title, summary, actions];
  const repeats = await repeatsOfReporter(tools, db, caseId, texts);
  const parts = texts.flatMap((text, index) =>
    (repeats[index] ?? []).filter(({ what }) => what === 'part').map(({ start, end }) => text.slice(start, end)),
  );
  const marks = texts.flatMap((text) => scanPersonalData(text).map((hit: Finding) => text.slice(hit.start, hit.end)));
  // One word of a name may well mean something else ("Bali"): it is marked, the whole name is refused.
  const ofReporter = repeats.some((hits) => hits.some(({ what }) => what === 'whole'));
  return { ofReporter, marks: [...new Set([...parts, ...marks])] };
}

/** Writes the draft, or writes it anew. */
export async function draftPublication(tools: Tools, actor: Actor, order: DraftOrder): Promise<Result<Publication, CaseRefusal>> {
  return onPublication(tools, actor, order.caseId, 'publication-drafted', async (file, current, tx) => {
    if (actor.kind !== 'officer' || !mayWrite(file, actor)) return refuse('case.not-yours');
    if (!mayBePublished(file)) return refuse('case.publication-not-now');
    if (current?.state === 'published') return refuse('case.publication-not-now');
    if ((current?.version ?? 0) !== order.version) return refuse('case.publication-moved-on');
    const fault = checkText(order);
    if (fault) return refuse(fault);
    const { ofReporter, marks } = await scanPublication(tools, tx, file.id, order);
    const judged = judgeLeaks({ ofReporter, marked: marks.length > 0, isKept: order.isKept });
    if (!judged.ok) return judged;
    return {
      ok: true,
      value: {
        ...{ caseId: file.id, id: current?.id ?? tools.random.id(), slug: slugOf(file.number), state: 'draft' },
        ...{ kind: order.kind, title: order.title.trim(), summary: order.summary.trim(), actions: order.actions.trim() },
        ...{ writtenBy: actor.personId, writtenAt: tools.clock.now(), approvedBy: null, publishedAt: null },
        ...{ withdrawnAt: null, reason: null, version: (current?.version ?? 0) + 1 },
      },
    };
  });
}

/** A head who did not write it publishes the draft of this version. It is scanned once more: the reporter may have added facts since. */
export function publishCase(
  tools: Tools,
  actor: Actor,
  order: { readonly caseId: string; readonly version: number },
): Promise<Result<Publication, CaseRefusal>> {
  return onPublication(tools, actor, order.caseId, 'publication-published', async (file, current, tx) => {
    if (!current || current.state === 'withdrawn') return refuse('case.publication-not-now');
    if (current.version !== order.version) return refuse('case.publication-moved-on');
    const { ofReporter } = await scanPublication(tools, tx, file.id, current);
    if (ofReporter) return refuse('case.publication-names-reporter');
    return publish(current, file, actor, tools.clock.now());
  });
}

export function withdrawPublication(
  tools: Tools,
  actor: Actor,
  order: { readonly caseId: string; readonly version: number; readonly reason: string },
): Promise<Result<Publication, CaseRefusal>> {
  return onPublication(tools, actor, order.caseId, 'publication-withdrawn', async (file, current) => {
    if (!current) return refuse('case.publication-not-now');
    if (current.version !== order.version) return refuse('case.publication-moved-on');
    return takeBack(current, file, actor, order.reason, tools.clock.now());
  });
}

/** Under the lock of the case: its one draft or standing publication, and an event of what became of it. */
async function onPublication(
  tools: Tools,
  actor: Actor,
  caseId: string,
  event: string,
  rule: (file: Case, current: Publication | undefined, tx: Tx) => Promise<Result<Publication, CaseRefusal>>,
): Promise<Result<Publication, CaseRefusal>> {
  let kept: Publication | undefined;
  const done = await decide(tools, actor, { caseId, version: null }, async (file, _, tx) => {
    const [latest] = await publicationsOf(tx, file.id);
    const next = await rule(file, latest?.state === 'withdrawn' ? undefined : latest, tx);
    if (!next.ok) return next;
    kept = next.value;
    await savePublication(tx, next.value);
    return decision(file, {
      events: [{ type: event, payload: { publication: next.value.id, version: next.value.version } }],
    });
  });
  if (!done.ok) return done;
  return kept ? { ok: true, value: kept } : refuse('case.absent');
}
