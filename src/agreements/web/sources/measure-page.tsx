/** `/desk/agreements/:code/lines/:ordinal/measure`: the number with the complaints behind it, and which measure the line has. */
import { MEASURE_CODES, MEASURES } from '../../../complaints/index.ts';
import {
  Button,
  Card,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  Hidden,
  partsOfDay,
  Select,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import { agenciesByIds, officesUnder } from '../../../directory/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { measuredLine, measureOf } from '../../actions/sources/measured-line.ts';
import { type MeasureOrder, setMeasure } from '../../actions/sources/set-measure.ts';
import { LINE_TEXT_LIMIT } from '../../rules/move-line.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import type { Span } from '../../rules/sources/measure-period.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedLine, onLine } from '../lines/opened-line.ts';
import { versionOf } from '../opened.tsx';
import { LINE_PATH } from './line-path.ts';
import { MeasureBlock } from './measure-block.tsx';
import { behindTheNumber } from './measure-rows.tsx';
import { wordsIn } from './words.ts';

const MEASURE = `${LINE_PATH}/measure` as const;

export function mountMeasurePage(app: WebRoutes): void {
  app.get(
    MEASURE,
    onLine((opened) => measurePage(opened)),
  );
  app.post(MEASURE, onLine(save));
}

interface Typed {
  readonly measure: string;
  readonly agency: string;
  readonly from: DateParts;
  readonly until: DateParts;
  readonly reason: string;
}

const isEmpty = (parts: DateParts) => [parts.day, parts.month, parts.year].every((part) => part.trim() === '');

/** The days that were typed; `null` = none, `undefined` = something that is no pair of days. */
function spanOfTyped({ from, until }: Typed): Span | null | undefined {
  if (isEmpty(from) && isEmpty(until)) return null;
  const [first, last] = [dayFromParts(from), dayFromParts(until)];
  return first && last ? { from: first, until: last } : undefined;
}

const FIELD_OF: Readonly<Partial<Record<AgreementRefusal, string>>> = {
  'agreement.measure-agency': 'agency',
  'agreement.measure-days': 'from',
  'agreement.reason-missing': 'reason',
  'agreement.text-too-long': 'reason',
  'agreement.personal-data': 'reason',
};

async function save(opened: OpenedLine): Promise<Response> {
  const { c, tools, actor, line, here, language } = opened;
  const words = wordsIn(language).measure;
  const form = readForm(c);
  const typed: Typed = {
    ...{ measure: form.text('measure'), agency: form.text('agency'), reason: form.text('reason') },
    ...{ from: dateParts(form.typed(), 'from'), until: dateParts(form.typed(), 'until') },
  };
  const span = spanOfTyped(typed);
  const refused = (code: AgreementRefusal) => {
    const { kind, [language]: message } = AGREEMENT_REFUSALS[code];
    const status = refusalStatus(kind);
    if (status === 404) return c.notFound();
    const errors = [{ field: FIELD_OF[code] ?? 'measure', message }];
    return measurePage(opened, typed, errors, status === 403 || status === 409 ? status : 422);
  };
  if (typed.measure !== '' && span === undefined) return refused('agreement.measure-days');
  const order: MeasureOrder | null =
    typed.measure === '' ? null : { measure: typed.measure, agencyId: typed.agency, span: span ?? null };
  const target = { lineId: line.id, version: versionOf(form.text('version')) };
  const done = await setMeasure(tools, actor, target, order, typed.reason);
  if (!done.ok) return refused(done.refusal);
  return seeOther(c, order ? `${here}/measure` : here, order ? words.saved : words.removed);
}

async function measurePage(
  opened: OpenedLine,
  typed?: Typed,
  errors: FieldErrors = [],
  status?: 403 | 409 | 422,
): Promise<Response> {
  const { actor, tools, agreement, line, here, language } = opened;
  const words = wordsIn(language).measure;
  const measured = await measuredLine(tools, line, agreement.zone, 'inside');
  const path = `${here}/measure`;
  return agreementPage(
    opened,
    'lines',
    `${words.pageTitle}: ${words.toLine(line.ordinal)}`,
    <>
      <p>
        <a href={here}>{words.toLine(line.ordinal)}</a>: {line.activity}
      </p>
      {measured ? (
        <>
          <MeasureBlock reading={{ measured, line, language, viewer: 'inside' }} level={2} />
          <h2>{words.behind}</h2>
          <p>{words.pageLead}</p>
          {await behindTheNumber(opened, measured, path)}
        </>
      ) : (
        <p>{words.none}</p>
      )}
      {mayEditLines(actor, agreement) &&
        (line.state === 'planned' || line.state === 'running') &&
        (await settings(opened, path, typed))}
    </>,
    { errors, ...(status ? { status } : {}), wide: true },
  );
}

async function settings(opened: OpenedLine, path: string, typed: Typed | undefined) {
  const { tools, agreement, line, language } = opened;
  const words = wordsIn(language).measure;
  const about = await measureOf(tools, line);
  const own = about?.isOwnSpan ? about.span : null;
  const value = {
    measure: typed?.measure ?? line.measure ?? '',
    agency: typed?.agency ?? line.measureAgencyId ?? line.owner.agencyId,
    from: typed?.from ?? (own ? partsOfDay(own.from) : undefined),
    until: typed?.until ?? (own ? partsOfDay(own.until) : undefined),
  };
  return (
    <Card title={words.settings}>
      <Form action={path}>
        <Hidden name="version" value={String(line.version)} />
        <Select
          name="measure"
          label={words.choose}
          options={MEASURE_CODES.map((code) => ({ value: code, label: MEASURES[code].label[language] }))}
          emptyLabel={words.nothing}
          value={value.measure}
        />
        <Select
          name="agency"
          label={words.chooseAgency}
          hint={words.agencyHint}
          options={await measurable(opened, value.agency)}
          value={value.agency}
          narrowing
        />
        <DateInput name="from" label={words.from} hint={words.daysHint} value={value.from} />
        <DateInput name="until" label={words.until} value={value.until} />
        {agreement.state === 'signed' && (
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            value={typed?.reason ?? ''}
            rows={3}
            maxCharacters={LINE_TEXT_LIMIT}
          />
        )}
        <Button>{words.save}</Button>
      </Form>
    </Card>
  );
}

/** The parties of government and the offices below them, and the one that is chosen. */
async function measurable({ tools, agreement }: OpenedLine, chosen: string): Promise<{ value: string; label: string }[]> {
  const ids = agreement.parties.flatMap(({ side, agencyId }) => (side === 'government' && agencyId !== null ? [agencyId] : []));
  const under = await officesUnder(tools.db, ids, { limit: MOST_OFFICES });
  const own = await agenciesByIds(tools.db, [...ids, chosen]);
  const seen = new Map(
    [...own.values(), ...[...under.values()].flatMap(({ offices }) => offices)].map(({ id, name }) => [id, name]),
  );
  return [...seen].map(([value, label]) => ({ value, label }));
}

/** Of each party; below them lie villages, whose complaints are few. */
const MOST_OFFICES = 500;
