/** `/desk/agreements/:code/lines/order?programme=`: the order of the lines of one programme, by numbers anyone can type. */
import { BackLink, Button, type FieldErrors, Form, Hidden, SubNavigation, seeOther, Table } from '../../../design/index.ts';
import { FORM_LIMITS } from '../../../platform/http/form-limits.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { reorderLines } from '../../actions/lines/reorder-lines.ts';
import type { Line } from '../../rules/line.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { linesOf } from '../../store/lines.ts';
import { programmes } from '../../store/programmes.ts';
import { agreementPage } from '../agreement-frame.tsx';
import type { OpenedAgreement } from '../opened.tsx';
import { wordsIn } from './words.ts';

/** Lines on one page: below what a form may hold, and as many as somebody still puts in order by hand. */
const MOST = FORM_LIMITS.fields - 100;

export async function orderPage(opened: OpenedAgreement): Promise<Response> {
  const { c, agreement, actor } = opened;
  if (!mayEditLines(actor, agreement)) return c.notFound();
  return show(opened, c.req.query('programme'), undefined, []);
}

export async function postOrder(opened: OpenedAgreement): Promise<Response> {
  const { c, agreement, actor, tools, language, path } = opened;
  if (!mayEditLines(actor, agreement)) return c.notFound();
  const words = wordsIn(language);
  const form = readForm(c);
  const programme = form.text('programme');
  const lines = await linesOf(tools.db, agreement.id);
  const named = lines.filter((line) => line.programme === programme && form.has(`place-${line.ordinal}`));
  const places = new Map(named.map(({ id, ordinal }) => [id, form.text(`place-${ordinal}`).trim().replace(',', '.')]));
  const wrong = named.filter(({ id }) => !/^\d{1,6}(\.\d{1,3})?$/.test(places.get(id) ?? ''));
  if (wrong.length > 0) {
    const errors = wrong.map(({ ordinal }) => ({ field: `place-${ordinal}`, message: words.order.wrong }));
    return show(opened, programme, places, errors);
  }
  const order = named.toSorted((a, b) => Number(places.get(a.id)) - Number(places.get(b.id))).map(({ id }) => id);
  const done = await reorderLines(tools, actor, agreement.id, order);
  if (!done.ok) return c.notFound();
  return seeOther(c, `${path}/lines/order?programme=${encodeURIComponent(programme)}`, words.order.saved);
}

async function show(
  opened: OpenedAgreement,
  wanted: string | undefined,
  typed: ReadonlyMap<string, string> | undefined,
  errors: FieldErrors,
): Promise<Response> {
  const { agreement, tools, language, path } = opened;
  const words = wordsIn(language);
  const [lines, all] = await Promise.all([linesOf(tools.db, agreement.id), programmes(tools.db)]);
  const kept = lines.filter(({ state }) => state !== 'dropped');
  const used = all.filter(({ code }) => kept.some(({ programme }) => programme === code));
  const programme = used.find(({ code }) => code === wanted)?.code ?? used[0]?.code ?? '';
  const own = kept.filter((line) => line.programme === programme).slice(0, MOST);
  return agreementPage(
    opened,
    'lines',
    words.order.title,
    <>
      <BackLink href={`${path}/lines`} text={words.line.toPlan} />
      <p>{words.order.lead}</p>
      <SubNavigation
        label={words.plan.programme}
        items={used.map(({ code, label }) => ({
          text: label[language],
          href: `${path}/lines/order?programme=${code}`,
          current: code === programme,
        }))}
      />
      <Form action={`${path}/lines/order`} errors={errors}>
        <Hidden name="programme" value={programme} />
        <Table
          id="order"
          caption={used.find(({ code }) => code === programme)?.label[language] ?? ''}
          rowHeaders={false}
          columns={[{ label: words.order.place }, { label: words.plan.activity }]}
          rows={own.map((line, index) => [
            <Place
              line={line}
              value={typed?.get(line.id) ?? String(index + 1)}
              label={words.order.placeOf(line.ordinal)}
              errors={errors}
            />,
            `${line.ordinal}. ${line.activity}`,
          ])}
        />
        <Button>{words.order.save}</Button>
      </Form>
    </>,
    { errors, ...(errors.length > 0 ? { status: 422 as const } : {}) },
  );
}

function Place(props: { line: Line; value: string; label: string; errors: FieldErrors }) {
  const { line, value, label, errors } = props;
  const name = `place-${line.ordinal}`;
  const error = errors.find(({ field }) => field === name);
  return (
    <>
      <label class="govuk-visually-hidden" for={name}>
        {label}
      </label>
      {error && (
        <p class="govuk-error-message" id={`${name}-error`}>
          {error.message}
        </p>
      )}
      <input
        class={`govuk-input govuk-input--width-3${error ? ' govuk-input--error' : ''}`}
        id={name}
        name={name}
        value={value}
        inputmode="decimal"
        aria-describedby={error ? `${name}-error` : undefined}
      />
    </>
  );
}
