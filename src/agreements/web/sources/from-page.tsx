/** `/desk/agreements/lines/from?item=ID|obligation=ID`: what is to become a line, looked at and changed before it does. The card's button posts here too. */
import {
  BackLink,
  Button,
  DateInput,
  type DateParts,
  DayText,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  Hidden,
  PageHeading,
  page,
  Select,
  SummaryList,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { Refused } from '../../actions/create-agreement.ts';
import { type FoundSource, findSource, type SourceAsked } from '../../actions/sources/find-source.ts';
import { takeIntoPlan } from '../../actions/sources/take-into-plan.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind, FACTORS, type Factor } from '../../rules/kinds.ts';
import { LINE_LIMITS } from '../../rules/lines/line-order.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { type ProposalEdits, proposal } from '../../rules/sources/proposal.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { programmes } from '../../store/programmes.ts';
import { plansFor } from '../../store/sources/plans.ts';
import { linesFromSource } from '../../store/sources/taken.ts';
import { agreementPath } from '../opened.tsx';
import { FROM, planOptions } from './source-card.tsx';
import { wordsIn } from './words.ts';

export function mountFromPage(app: WebRoutes): void {
  app.get(
    FROM,
    officersOnly((asked) =>
      onSource(
        asked,
        (name) => asked.c.req.query(name),
        (found, source) => fromPage(asked, found, source),
      ),
    ),
  );
  app.post(
    FROM,
    officersOnly((asked) => {
      const form = readForm(asked.c);
      return onSource(
        asked,
        (name) => form.text(name),
        (found, source) => take(asked, found, source),
      );
    }),
  );
}

async function onSource(
  asked: OfficerAsked,
  given: (name: string) => string | undefined,
  answer: (found: FoundSource, source: SourceAsked) => Promise<Response>,
): Promise<Response> {
  const [item, obligation] = [given('item') ?? '', given('obligation') ?? ''];
  const source: SourceAsked | undefined = isUuid(item)
    ? { itemId: item }
    : isUuid(obligation)
      ? { obligationId: obligation }
      : undefined;
  const found = source && (await findSource(asked.tools.db, asked.actor, source));
  return source && found ? answer(found, source) : asked.c.notFound();
}

interface Typed {
  readonly agreement: string;
  readonly activity: string;
  readonly programme: string;
  readonly factor: string;
  readonly evidence: string;
  readonly due: DateParts;
}

async function take(asked: OfficerAsked, found: FoundSource, source: SourceAsked): Promise<Response> {
  const { c, tools, actor, language } = asked;
  const words = wordsIn(language).from;
  const form = readForm(c);
  const typed: Typed = {
    ...{ agreement: form.text('agreement'), activity: form.text('activity'), programme: form.text('programme') },
    ...{ factor: form.text('factor'), evidence: form.text('evidence'), due: dateParts(form.typed(), 'due') },
  };
  const again = (refused: readonly Refused[]) => fromPage(asked, found, source, typed, refused);
  const agreement = /^[A-Z]{2,4}-\d{4}-\d{4,}$/.test(typed.agreement)
    ? await loadAgreementByCode(tools.db, typed.agreement)
    : undefined;
  // Whether others have a draft under a code is not told.
  if (!agreement || !isInside(actor, agreement)) return again([{ code: 'agreement.plan-unknown', field: 'agreement' }]);
  const edits = editsOf(typed, form.text('edited') === 'yes');
  if (edits === 'day-wrong') return again([{ code: 'agreement.day-wrong', field: 'due' }]);
  const done = await takeIntoPlan(tools, actor, { source, agreementId: agreement.id, edits });
  if (done.ok) return seeOther(c, `${agreementPath(agreement)}/lines/${done.value.line.ordinal}`, words.made);
  return again(done.refusal);
}

/** What the form says otherwise; the card's button says nothing and takes the proposal as it is. */
function editsOf(typed: Typed, isEdited: boolean): ProposalEdits | 'day-wrong' {
  if (!isEdited) return {};
  const isEmpty = [typed.due.day, typed.due.month, typed.due.year].every((part) => part.trim() === '');
  const dueOn = isEmpty ? undefined : dayFromParts(typed.due);
  if (!isEmpty && !dueOn) return 'day-wrong';
  return {
    ...{ activity: typed.activity, programme: typed.programme, evidenceAsked: typed.evidence },
    ...(Object.hasOwn(FACTORS, typed.factor) ? { factor: typed.factor as Factor } : {}),
    ...(dueOn ? { dueOn } : {}),
  };
}

const FIELDS: Readonly<Record<string, string>> = { startsOn: 'due', dueOn: 'due', evidenceAsked: 'evidence' };
const SHOWN = ['agreement', 'activity', 'programme', 'factor', 'evidence', 'due'];

async function fromPage(
  asked: OfficerAsked,
  { source, path }: FoundSource,
  id: SourceAsked,
  typed?: Typed,
  refused: readonly Refused[] = [],
): Promise<Response> {
  const { c, tools, actor, language, now } = asked;
  const words = wordsIn(language).from;
  const today = dayOf(now, 'Asia/Jakarta');
  const plans = await plansFor(tools.db, actor, source.owner.path, today);
  const taken = (await linesFromSource(tools.db, id)).some(({ state }) => state !== 'dropped');
  const errors: FieldErrors = refused.map(({ code, field }) => {
    const at = FIELDS[field] ?? field;
    return { field: SHOWN.includes(at) ? at : 'agreement', message: AGREEMENT_REFUSALS[code][language] };
  });
  const [first] = plans;
  const plan = plans.find(({ code }) => code === typed?.agreement) ?? first;
  const isForbidden = refused.some(({ code }) => AGREEMENT_REFUSALS[code].kind === 'forbidden');
  return page(
    c,
    {
      title: words.title,
      before: <BackLink href={path} text={words.back} />,
      errors,
      ...(isForbidden
        ? { status: 403 as const }
        : refused.some(({ code }) => AGREEMENT_REFUSALS[code].kind === 'conflict')
          ? { status: 409 as const }
          : {}),
    },
    <>
      <PageHeading caption={source.kind === 'item' ? words.item(source.year) : words.obligation}>{words.title}</PageHeading>
      <SummaryList
        rows={[
          { key: words.what, value: <a href={path}>{source.kind === 'item' ? source.asked : source.name}</a> },
          { key: words.owner, value: source.owner.name },
          { key: words.due, value: <DayText on={source.dueOn} /> },
        ]}
      />
      {taken ? (
        <p>{words.taken}</p>
      ) : !source.isOpen ? (
        <p>{AGREEMENT_REFUSALS['agreement.source-over'][language]}</p>
      ) : plan ? (
        await fromForm(asked, source, id, plans, plan, typed)
      ) : (
        <p>{wordsIn(language).card.noPlan}</p>
      )}
    </>,
  );
}

async function fromForm(
  { tools, language, now }: OfficerAsked,
  source: FoundSource['source'],
  id: SourceAsked,
  plans: readonly Agreement[],
  plan: Agreement,
  typed: Typed | undefined,
) {
  const all = wordsIn(language);
  const words = all.from;
  const known = await programmes(tools.db);
  const order = proposal(
    source,
    plan,
    dayOf(now, plan.zone),
    known.map(({ code }) => code),
  );
  // A form that came from the card's button had no fields of its own: it shows the proposal.
  const had = typed && (typed.activity !== '' || typed.programme !== '') ? typed : undefined;
  return (
    <>
      <p>{words.lead}</p>
      <Form action={FROM}>
        {'itemId' in id ? <Hidden name="item" value={id.itemId} /> : <Hidden name="obligation" value={id.obligationId} />}
        <Hidden name="edited" value="yes" />
        <Select name="agreement" label={words.plan} options={planOptions(plans, language)} value={plan.code} />
        <TextArea
          name="activity"
          label={words.activity}
          hint={source.kind === 'obligation' ? all.card.unpublished : words.activityPublic}
          value={had?.activity ?? order.activity}
          maxCharacters={LINE_LIMITS.activity}
          rows={3}
        />
        <Select
          name="programme"
          label={words.programme}
          options={known.map(({ code, label }) => ({ value: code, label: label[language] }))}
          value={had?.programme ?? order.programme}
        />
        {plans.some(({ kind }) => agreementKind(kind).hasFactors) && (
          <Select
            name="factor"
            label={words.factor}
            options={Object.entries(FACTORS).map(([value, label]) => ({ value, label: label[language] }))}
            value={had?.factor ?? 'sop'}
          />
        )}
        <TextArea
          name="evidence"
          label={words.evidence}
          value={had?.evidence ?? order.evidenceAsked ?? ''}
          maxCharacters={LINE_LIMITS.evidenceAsked}
          rows={2}
        />
        <DateInput name="due" label={words.dueOn} hint={words.dueHint} value={had?.due} />
        <Button>{words.make}</Button>
      </Form>
    </>
  );
}
