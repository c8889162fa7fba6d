import {
  Button,
  ButtonGroup,
  DayText,
  type FieldErrors,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  SummaryList,
  Table,
  TextArea,
} from '../../design/index.ts';
import type { WebContext } from '../../platform/http/env.ts';
import type { ImportReport } from '../actions/import-holidays.ts';
import type { Holiday } from '../rules/calendar.ts';
import { HOLIDAY_KINDS } from '../rules/holiday-kinds.ts';
import { HOLIDAY_DOUBTS, tellPlace } from '../rules/holiday-problems.ts';
import { wordsFor } from './frame.tsx';

/** What someone pasted or uploaded, carried from page to page until it is confirmed. */
export interface TypedImport {
  readonly text: string;
  readonly skb: string;
}

/** The dry run as a page: day by day what would change, with the form that confirms exactly this. */
export function showComparison(
  c: WebContext,
  typed: TypedImport,
  report: ImportReport,
  again?: { reason: string; status: number; errors: FieldErrors },
): Promise<Response> {
  const words = wordsFor(c);
  const language = c.get('language');
  const { plan, doubts } = report;
  const tell = (day: Holiday | null) =>
    day ? [HOLIDAY_KINDS[day.kind][language], day.name?.[language]].filter(Boolean).join(': ') : words.absent;
  return page(
    c,
    { title: words.compareTitle, wide: true, errors: again?.errors ?? [], status: again?.status },
    <>
      <PageHeading>{words.compareTitle}</PageHeading>
      {doubts.length > 0 && (
        <InsetText>
          <h2>{words.doubts}</h2>
          <ul>
            {doubts.map((doubt) => (
              <li>
                {tellPlace(doubt.place, language)}: {HOLIDAY_DOUBTS[doubt.code][language]}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {plan.years.length === 0 ? (
        <p>{words.nothingChanges}</p>
      ) : (
        <>
          <SummaryList
            rows={[
              {
                key: words.yearsAffected,
                value: plan.years
                  .map(({ after }) =>
                    [after.regionCode, words.yearWhole(after.year, after.days.length)].filter(Boolean).join(' '),
                  )
                  .join('; '),
              },
            ]}
          />
          <Table
            id="comparison"
            caption={words.comparison}
            stacked
            columns={[{ label: words.date }, { label: words.region }, { label: words.before }, { label: words.after }]}
            rows={plan.changes.map((change) => [
              <DayText on={((change.after ?? change.before) as Holiday).day} />,
              change.regionCode ?? words.national,
              tell(change.before),
              tell(change.after),
            ])}
          />
          <p>{words.recompute}</p>
        </>
      )}
      <Form action="/admin/law/holidays">
        <Hidden name="text" value={typed.text} />
        <Hidden name="skb" value={typed.skb} />
        <Hidden name="edition" value={String(report.edition)} />
        {plan.years.length > 0 && (
          <TextArea
            name="reason"
            label={words.reasonLabel}
            hint={words.reasonHint}
            value={again?.reason}
            rows={3}
            maxCharacters={500}
          />
        )}
        <ButtonGroup>
          {plan.years.length > 0 && <Button>{words.confirmImport}</Button>}
          <Button kind="secondary" name="mend" value="yes">
            {words.backToEdit}
          </Button>
        </ButtonGroup>
      </Form>
    </>,
  );
}
