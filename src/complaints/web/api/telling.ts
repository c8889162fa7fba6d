/** From complaints to the API's answers. */
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { LawBook } from '../../../law/index.ts';
import { type Clock, isLate, isPaused } from '../../rules/clocks.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { statusOf } from '../../rules/status.ts';
import type { TimelineItem } from '../../rules/timeline.ts';
import { officeIds } from '../../rules/visibility.ts';
import type { PublicSummary } from '../../store/lists.ts';
import { nextDueAt } from '../../store/rows.ts';
import { explainClock, shownClocks } from '../telling/deadlines.tsx';
import type { Names } from '../telling/names.ts';
import { sentenceOf } from '../telling/timeline.tsx';

/** RFC 3339 with seconds, as the schemas promise. */
export const stamp = (at: Moment): string => at.toString({ smallestUnit: 'second' });
export const stampOrNull = (at: Moment | null): string | null => (at ? stamp(at) : null);

interface Telling {
  readonly book: LawBook;
  readonly language: Language;
  readonly now: Moment;
}

function deadlineJson(clock: Clock, complaint: Complaint, { book, language, now }: Telling) {
  return {
    kind: clock.kind,
    dueAt: stamp(clock.dueAt),
    zone: complaint.zone,
    isProvisional: clock.isProvisional,
    isPaused: isPaused(clock),
    metAt: stampOrNull(clock.stoppedAt),
    isLate: isLate(clock, now),
    explanation: explainClock(clock, complaint, book, language),
  };
}

export function deadlinesJson(complaint: Complaint, telling: Telling) {
  return shownClocks(complaint.clocks).map((clock) => deadlineJson(clock, complaint, telling));
}

export function timelineJson(
  items: readonly TimelineItem[],
  telling: { readonly names: Names; readonly language: Language; readonly zone: Complaint['zone'] },
) {
  return items.map((item) => ({
    type: item.type,
    at: stamp(item.at),
    summary: sentenceOf(item, telling),
    text: item.entry?.text ?? null,
  }));
}

export function publicJson(complaint: PublicSummary, names: Names, baseUrl: string) {
  const named = (code: string | null, name: string) => (code === null ? null : { code, name });
  return {
    trackingNumber: complaint.trackingNumber,
    class: complaint.class,
    title: complaint.title,
    description: complaint.description,
    status: complaint.status,
    outcome: complaint.outcome,
    filedAt: stamp(complaint.filedAt),
    releasedAt: stamp(complaint.releasedAt),
    region: named(complaint.regionCode, names.region(complaint.regionCode)),
    category: named(complaint.categoryCode, names.category(complaint.categoryCode)),
    agencies: complaint.officeIds.flatMap((id) => {
      const agency = names.agencyOf(id);
      return agency ? [{ code: agency.code, name: agency.name }] : [];
    }),
    nextDueAt: stampOrNull(complaint.nextDueAt),
    links: {
      page: `${baseUrl}/complaints/${complaint.trackingNumber}`,
      self: `${baseUrl}/api/v1/complaints/${complaint.trackingNumber}`,
    },
  };
}

/** A released complaint as the list's line tells it. Callers have asked `viewOf` before. */
export function publicSummaryOf(complaint: Complaint): PublicSummary | undefined {
  if (!complaint.publicText) return undefined;
  return {
    trackingNumber: complaint.trackingNumber,
    title: complaint.publicText.title,
    description: complaint.publicText.description,
    releasedAt: complaint.publicText.releasedAt,
    class: complaint.class,
    status: statusOf(complaint),
    outcome: complaint.outcome,
    filedAt: complaint.filedAt,
    zone: complaint.zone,
    regionCode: complaint.regionCode,
    categoryCode: complaint.categoryCode,
    officeIds: officeIds(complaint),
    nextDueAt: nextDueAt(complaint.clocks),
  };
}
