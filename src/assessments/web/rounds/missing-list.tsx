/** What is missing before an assessment may be submitted: which unit, which sheet, which indicator, with the way there. */
import { Details } from '../../../design/index.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { Instrument } from '../../rules/instrument.ts';
import type { Missing } from '../../rules/missing.ts';
import { placesByCode } from '../../rules/walk.ts';
import type { AskedAssessment } from './opened.tsx';
import { unitPath } from './unit-page.tsx';

/** Where it can be mended, or at least seen: the own sheet for who fills it, the unit as it was found for the Ombudsman's officers. */
function placeOf({ asked, assessment }: { asked: AskedAssessment; assessment: Assessment }, one: Missing, sheetNo: number) {
  const { actor, view, path } = asked;
  const field = `/field/${assessment.id}/${one.unitNo}/${one.rating}/${sheetNo}`;
  const unit = assessment.units.find((each) => each.no === one.unitNo) ?? assessment.units[0];
  const isMine = (one.rating === 1 ? unit?.assessorId : unit?.secondAssessorId) === actor.personId;
  if (isMine) return field;
  return view.as === 'ombudsman' ? `${unitPath(path, one.unitNo)}${one.indicator ? `#${one.indicator}` : ''}` : undefined;
}

/** A sheet that nobody has begun is one line, not one for each of its questions. */
const MOST_OF_A_SHEET = 3;

/** What of a sheet is said line by line, and how many alike are said in one. */
function inLines(missing: readonly Missing[]): readonly { readonly first: Missing; readonly alike: number }[] {
  const groups = Map.groupBy(missing, (one) => `${one.rating} ${one.sheetNo} ${one.lack}`);
  return [...groups.values()].flatMap((all) =>
    all.length > MOST_OF_A_SHEET && all[0] ? [{ first: all[0], alike: all.length }] : all.map((first) => ({ first, alike: 1 })),
  );
}

/** More than this nobody reads at once; the units say themselves what else is missing. */
const MOST_LISTED = 60;

export function MissingList(props: {
  asked: AskedAssessment;
  instrument: Instrument;
  assessment: Assessment;
  missing: readonly Missing[];
  open?: boolean;
}) {
  const { asked, instrument, assessment, missing } = props;
  const { words, language } = asked;
  if (missing.length === 0) return null;
  const places = placesByCode(instrument);
  const byUnit = [...Map.groupBy(missing, (one) => one.unitNo)];
  let listed = 0;
  return (
    <Details summary={words.missing.title(missing.length)} open={props.open}>
      {byUnit.map(([unitNo, all]) => {
        const lines = inLines(all);
        const shown = lines.slice(0, Math.max(0, MOST_LISTED - listed));
        listed += shown.length;
        const left = lines.slice(shown.length).reduce((sum, line) => sum + line.alike, 0);
        const name = unitNo === 0 ? words.agencyItself : (assessment.units.find((unit) => unit.no === unitNo)?.name ?? '');
        return (
          <section>
            <h3>{name}</h3>
            <p>{words.missing.count(all.length)}</p>
            <ul>
              {shown.map(({ first: one, alike }) => {
                const named = alike === 1 && one.indicator && places.get(one.indicator)?.indicator.name[language];
                const indicator = alike > 1 ? words.missing.questions(alike) : named;
                const text = words.missing.lacks[one.lack];
                const sheet = one.sheetNo === null ? undefined : words.missing.sheet(one.sheetNo, one.rating);
                const said = [sheet, indicator, text].filter(Boolean).join(' · ');
                const href = one.sheetNo === null ? undefined : placeOf(props, one, one.sheetNo);
                return <li>{href ? <a href={href}>{said}</a> : said}</li>;
              })}
            </ul>
            {left > 0 && <p>{words.missing.more(left)}</p>}
          </section>
        );
      })}
    </Details>
  );
}
