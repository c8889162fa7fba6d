/** The lines of a plan by factor, with what reviewers said of each. */
import { DayText, EmptyState, formatMoment, InsetText, LinkButton, Table } from '../../../design/index.ts';
import { FACTORS, type Factor } from '../../rules/kinds.ts';
import type { Line } from '../../rules/line.ts';
import { showAmount } from '../../rules/lines/amount.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { FACTOR_CODES, yearsWithoutLine } from '../../rules/rad/handing-in.ts';
import type { Shown } from './plan-shown.tsx';

const lineAddress = (shown: Shown, line: Line) => `${shown.opened.path}/lines/${line.ordinal}`;

export function LineTable({ shown, factor }: { shown: Shown; factor: Factor }) {
  const { words, lines, opened } = shown;
  const { language } = opened;
  const own = lines.filter((line) => line.factor === factor);
  const why = shown.rad.gaps[factor];
  if (own.length === 0)
    return why ? (
      <InsetText>
        {words.plan.gapSaid} {why}
      </InsetText>
    ) : (
      <EmptyState title={words.plan.noLine} />
    );
  return (
    <Table
      id={`lines-${factor}`}
      caption={FACTORS[factor][language]}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.column.activity },
        { label: words.column.indicator },
        { label: words.column.target },
        { label: words.column.responsible },
        { label: words.column.due },
      ]}
      rows={own.map((line) => {
        const target = line.targets.findLast((each) => each !== null) ?? null;
        return [
          <a href={lineAddress(shown, line)}>
            {line.ordinal}. {line.activity}
          </a>,
          line.indicator || '–',
          target === null ? '–' : `${showAmount(target, language)} ${line.unit}`,
          line.owner.position || '–',
          <DayText on={line.dueOn} />,
        ];
      })}
    />
  );
}

/** Told to whoever hands a plan of several years in and to whoever reviews it: years nobody has promised anything for yet. */
export function YearsWithoutLine({ shown }: { shown: Shown }) {
  const years = yearsWithoutLine(shown.lines, shown.opened.agreement);
  return years.length === 0 ? null : <InsetText>{shown.words.plan.yearsWithoutLine(years)}</InsetText>;
}

/** What reviewers said of a line (`null` = of the whole), the last round first; the answers beside it. */
export function Notes({ shown, lineId }: { shown: Shown; lineId: string | null }) {
  const { words, opened, notes } = shown;
  const about = notes.filter((note) => note.lineId === lineId).toReversed();
  if (about.length === 0) return null;
  const line = shown.lines.find(({ id }) => id === lineId);
  return (
    <ul>
      {about.map((note) => (
        <li>
          <strong>
            {words.plan.noteOf[note.step]}
            {line ? ` ${words.plan.aboutLine(line.ordinal)}` : ''}
          </strong>{' '}
          ({formatMoment(note.at, opened.agreement.zone, opened.language)}): {note.text}
          {note.answer !== null && (
            <>
              <br />
              {words.plan.answered}: {note.answer}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Factors({ shown }: { shown: Shown }) {
  const { opened, words, lines } = shown;
  const { language, path, actor, agreement } = opened;
  return (
    <>
      {mayEditLines(actor, agreement) && (
        <p>
          <LinkButton href={`${path}/lines`} kind="secondary">
            {words.plan.editLines}
          </LinkButton>
        </p>
      )}
      {FACTOR_CODES.map((factor) => (
        <section aria-labelledby={`factor-${factor}`}>
          <h2 id={`factor-${factor}`}>{FACTORS[factor][language]}</h2>
          <LineTable shown={shown} factor={factor} />
          {lines
            .filter((line) => line.factor === factor)
            .map((line) => (
              <Notes shown={shown} lineId={line.id} />
            ))}
        </section>
      ))}
    </>
  );
}

export function GeneralNotes({ shown }: { shown: Shown }) {
  const { words, notes } = shown;
  if (!notes.some(({ lineId }) => lineId === null)) return null;
  return (
    <section aria-labelledby="general-notes">
      <h2 id="general-notes">{words.plan.generalNotes}</h2>
      <Notes shown={shown} lineId={null} />
    </section>
  );
}
