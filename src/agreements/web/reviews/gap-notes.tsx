/** Uncovered and doubly covered days, on every page about an agreement that has any: no uncovered day goes unsaid. */
import type { Child } from 'hono/jsx';
import { formatDay, InsetText, WarningText } from '../../../design/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { neighboursOf } from '../../actions/reviews/gaps.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { type Gap, gapWords } from '../../rules/reviews/renewal.ts';
import { isPublic, maySee } from '../../rules/visibility.ts';
import { carriedOf, gapNoteOf } from '../../store/reviews/renewals.ts';
import { AGREEMENTS } from '../opened.tsx';
import { wordsIn } from './words.ts';

/**
 * @param actor who reads it from inside; `null` = everybody: drafts that follow, and what was noted when a renewal was begun, are for the parties alone
 * @returns `null` when every day is covered once
 */
export async function gapNotes(
  db: Db,
  agreement: Agreement,
  today: Day,
  language: Language,
  actor: Actor | null,
): Promise<Child> {
  const words = wordsIn(language).gap;
  const day = (on: Day, of: Language = language) => formatDay(on, of, 'short');
  const around = await neighboursOf(db, agreement, today, actor ? (after) => maySee(actor, after) : isPublic);
  const notes: Child[] = [];
  for (const { side, other, gap, overlap } of around) {
    if (gap) {
      const said = gapWords(agreement.kind, gap, day)[language];
      const lead = other === null ? '' : side === 'before' ? words.before(other.code) : words.after(other.code);
      const renewed = side === 'before' ? agreement.id : other?.id;
      const note = actor === null || renewed === undefined ? undefined : await gapNoteOf(db, renewed);
      notes.push(
        <WarningText>
          {lead === '' ? said : `${lead} ${said.slice(0, 1).toLowerCase()}${said.slice(1)}`} {other === null && words.none}{' '}
          {note && `${words.note} ${note}`}
        </WarningText>,
      );
    }
    if (overlap && other)
      notes.push(<InsetText>{words.overlap(day(overlap.from), day(overlap.to), overlap.days, other.code)}</InsetText>);
  }
  return notes.length === 0 ? null : notes;
}

/** The uncovered days of a government, a line each: for the coverage board. */
export function GapLines({ gaps, language }: { readonly gaps: readonly Gap[]; readonly language: Language }): Child {
  const day = (on: Day, of: Language) => formatDay(on, of, 'short');
  return gaps.map((gap) => (
    <>
      <br />
      <strong>{gapWords('nota-kesepakatan', gap, day)[language]}</strong>
    </>
  ));
}

/** Where a line came from and where it goes on; `null` = neither. For the page of a line. */
export async function carriedNotes(db: Db, lineId: string, language: Language): Promise<Child> {
  const words = wordsIn(language).gap;
  const carried = await carriedOf(db, lineId);
  if (carried.length === 0) return null;
  return (
    <InsetText>
      {carried.map(({ direction, code, ordinal }) => (
        <p>
          {direction === 'from' ? words.carriedFrom : words.carriedTo}{' '}
          <a href={`${AGREEMENTS}/${code}/lines/${ordinal}`}>{words.line(code, ordinal)}</a>
        </p>
      ))}
    </InsetText>
  );
}
