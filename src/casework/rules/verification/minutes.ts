/**
 * What the minutes of a plenary say, put together from what was recorded. In Indonesian: minutes are a document of the office. Internal; they go
 * to nobody.
 */
import { DECISION_LABELS, type PlenaryItem } from './plenary.ts';

export interface MinutesFacts {
  readonly heldOn: string;
  readonly heldAt: string;
  readonly place: string;
  /** Name and position of members, in the order of the list. */
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly items: readonly (Pick<PlenaryItem, 'decision' | 'discussion' | 'reasons' | 'members' | 'present'> & {
    /** The case's number and title. */
    readonly reference: string;
    readonly excluded: readonly string[];
    readonly dissents: readonly { readonly name: string; readonly opinion: string }[];
  })[];
}

/** The longest the fields of the document may be. */
const MOST = { course: 20_000, decisions: 10_000 } as const;
const CUT = ' \u2026 (selengkapnya dalam catatan rapat)';

/** Fields of the document kind `plenary-minutes`. */
export function minutesFields(
  facts: MinutesFacts,
): Readonly<Record<'heldOn' | 'heldAt' | 'place' | 'present' | 'quorum' | 'course' | 'decisions', string>> {
  const total = facts.present.length + facts.absent.length;
  const room = { course: MOST.course - 400, decisions: MOST.decisions - 200 };
  const share = Math.max(1, facts.items.length);
  return {
    heldOn: facts.heldOn,
    heldAt: facts.heldAt,
    place: facts.place,
    present: facts.present.join('\n'),
    quorum: `${facts.present.length} dari ${total} anggota hadir`,
    course: [
      ...(facts.absent.length > 0 ? [`Tidak hadir: ${facts.absent.join('; ')}.`] : []),
      ...facts.items.map((item, index) => shortened(courseOf(item, index + 1), Math.floor(room.course / share))),
    ]
      .join('\n\n')
      .slice(0, MOST.course),
    decisions:
      facts.items.length === 0
        ? 'Tidak ada perkara yang diputus.'
        : facts.items.map((item) => shortened(decisionOf(item), Math.floor(room.decisions / share))).join('\n'),
  };
}

function courseOf(item: MinutesFacts['items'][number], no: number): string {
  const lines = [`${no}. ${item.reference}.`, item.discussion.replaceAll(/\n\s*\n/g, '\n')];
  if (item.excluded.length > 0) lines.push(`Tidak ikut membahas karena benturan kepentingan: ${item.excluded.join('; ')}.`);
  for (const each of item.dissents) lines.push(`Pendapat berbeda dari ${each.name}: ${each.opinion}`);
  return lines.filter((line) => line !== '').join('\n');
}

function decisionOf(item: MinutesFacts['items'][number]): string {
  const decided = item.decision ? DECISION_LABELS[item.decision].id : 'Belum diputus';
  const why = item.reasons === '' ? '' : ` Alasan: ${item.reasons.replaceAll(/\s+/g, ' ')}`;
  return `${item.reference}: ${decided} (${item.present ?? 0} dari ${item.members ?? 0} anggota yang berhak memutus hadir).${why}`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - CUT.length)}${CUT}`;
}
