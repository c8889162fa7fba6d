/** `/desk/agreements/new`, and changing or correcting the facts of one. */
import {
  BackLink,
  Button,
  Columns,
  type FieldErrors,
  Form,
  Hidden,
  PageHeading,
  page,
  Radios,
  Select,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import { type Agency, agenciesByIds, type OfficerAsked, officersOnly, ombudsmanOfficeFor } from '../../../directory/index.ts';
import { can } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Form as Sent } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { createAgreement, type Refused } from '../../actions/create-agreement.ts';
import { changeFacts, type FactsOrder, mayCorrect } from '../../actions/register/change-facts.ts';
import { AGREEMENT_KINDS, type AgreementKind, agreementKind, isAgreementKind, KINDS } from '../../rules/kinds.ts';
import { mayEdit } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { memorandaOf } from '../../store/register/memoranda.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { AGREEMENTS, agreementPath, type OpenedAgreement, onAgreement, versionOf } from '../opened.tsx';
import { foundAgencies, keepersOf, nearAgencies, programmesOn } from './choices.ts';
import { isLookUp, named, orderOf, readFacts, relatedOf, type TypedFacts } from './facts.ts';
import { FactsInputs, type Offered } from './facts-form.tsx';
import { type RegisterWords, wordsIn } from './words.ts';

const NOTHING: TypedFacts = {
  ...{ kind: '', keeper: '', title: '', basis: '', purpose: '', place: '', source: '', programmes: [], parties: [] },
  ...{ yearFrom: '', yearUntil: '', parent: '', predecessor: '' },
  signedOn: { day: '', month: '', year: '' },
  inForceFrom: { day: '', month: '', year: '' },
  inForceUntil: { day: '', month: '', year: '' },
};

/** The status of the gravest refusal, for the page that comes again. */
export function statusOf(flaws: readonly Refused[]): 403 | 409 | 422 {
  const kinds = flaws.map(({ code }) => refusalStatus(AGREEMENT_REFUSALS[code].kind));
  return kinds.includes(403) ? 403 : kinds.includes(409) ? 409 : 422;
}

export function errorsOf(flaws: readonly Refused[], language: 'id' | 'en', fallback = 'title'): FieldErrors {
  return flaws.map(({ field, code }) => ({
    field: field === 'keeperId' ? 'keeper' : field || fallback,
    message: AGREEMENT_REFUSALS[code][language],
  }));
}

async function offeredFor(
  asked: OfficerAsked,
  typed: TypedFacts,
  keeper: Agency | undefined,
  form: Sent | null,
): Promise<Offered> {
  const { tools, actor, now } = asked;
  const parties = await agenciesByIds(
    tools.db,
    typed.parties.flatMap(({ agencyId }) => agencyId ?? []),
  );
  const governments = [...parties.values()].filter(({ kind, parentId }) => parentId === null && kind.endsWith('-government'));
  const officesOf = governments.filter(({ id }) => form?.text('offices') === id).map(({ id }) => id);
  const query = form?.has('find') ? form.text('q') : '';
  return {
    near: keeper ? await nearAgencies(tools.db, keeper) : [],
    found: form ? await foundAgencies(tools.db, query, keeper, officesOf) : [],
    query,
    governments: governments.slice(0, 3).map(({ id, name }) => ({ id, name })),
    programmes: await programmesOn(tools.db, dayOf(now, 'Asia/Jakarta'), typed.programmes),
    memoranda: await memorandaOf(tools.db, actor),
    hasLines: !isAgreementKind(typed.kind) || agreementKind(typed.kind).hasLines,
  };
}

export const newAgreement = officersOnly(async (asked) => {
  const { c, tools, actor } = asked;
  if (!can(actor, 'agreement.prepare')) return c.notFound();
  const keepers = await keepersOf(tools.db, actor);
  const form = c.req.method === 'POST' ? readForm(c) : null;
  if (!form) {
    const keeper = keepers[0];
    const own = keeper && (keeper.kind.startsWith('ombudsman') ? keeper : await ombudsmanOfficeFor(tools.db, keeper.regionCode));
    const sides = [own, keeper].filter((agency): agency is Agency => agency !== undefined);
    const parties = [...new Map(sides.map((agency) => [agency.id, agency])).values()];
    const first = {
      ...NOTHING,
      keeper: keeper?.id ?? '',
      yearFrom: String(dayOf(asked.now, 'Asia/Jakarta').year),
      parties: parties.map(({ id, name }) => ({ agencyId: id, name, ownNumber: '' })),
    };
    return newPage(asked, keepers, first, null, []);
  }
  const typed = readFacts(form);
  const read = { ...typed, parties: await named(tools.db, typed.parties) };
  const isDone = form.text('isSigned') === 'yes';
  if (isLookUp(form)) return newPage(asked, keepers, read, form, []);
  const { order, flaws } = await orderOf(tools.db, actor, read);
  const kind = isAgreementKind(read.kind) ? read.kind : undefined;
  const early: Refused[] = [...(kind ? [] : [{ code: 'agreement.kind-unknown' as const, field: 'kind' }]), ...flaws];
  const made =
    kind && early.length === 0
      ? await createAgreement(tools, actor, { ...order, ...yearsFor(kind, order), kind, keeperId: read.keeper })
      : undefined;
  if (made?.ok) {
    const path = agreementPath(made.value);
    return seeOther(c, isDone ? `${path}/record` : path, wordsIn(asked.language).facts.created(made.value.code));
  }
  return newPage(asked, keepers, read, form, made ? made.refusal : early);
});

/** The form proposes this year; kinds that run for years have none. */
function yearsFor(kind: AgreementKind, { yearFrom, yearUntil }: Pick<FactsOrder, 'yearFrom' | 'yearUntil'>) {
  return agreementKind(kind).hasLines ? { yearFrom, yearUntil } : { yearFrom: null, yearUntil: null };
}

async function newPage(
  asked: OfficerAsked,
  keepers: readonly Agency[],
  typed: TypedFacts,
  form: Sent | null,
  flaws: readonly Refused[],
): Promise<Response> {
  const { c, language } = asked;
  const words = wordsIn(language);
  const w = words.facts;
  const keeper = keepers.find(({ id }) => id === typed.keeper) ?? keepers[0];
  const offered = { ...(await offeredFor(asked, typed, keeper, form)), hasLines: true };
  return page(
    c,
    {
      title: w.newTitle,
      before: <BackLink href={AGREEMENTS} text={words.desk.title} />,
      errors: errorsOf(flaws, language),
      ...(flaws.length > 0 ? { status: statusOf(flaws) } : {}),
    },
    <Columns>
      <PageHeading>{w.newTitle}</PageHeading>
      <p>{w.newLead}</p>
      <Form action={`${AGREEMENTS}/new`}>
        <Radios
          name="kind"
          label={w.kind}
          value={typed.kind}
          choices={KINDS.map((value) => ({ value, label: AGREEMENT_KINDS[value].label[language], hint: w.kindHints[value] }))}
        />
        {keepers.length > 1 ? (
          <Select
            name="keeper"
            label={w.keeper}
            hint={w.keeperHint}
            value={typed.keeper}
            options={keepers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <Hidden name="keeper" value={keeper?.id ?? ''} />
        )}
        <FactsInputs typed={typed} offered={offered} words={words} language={language} />
        <Radios
          name="isSigned"
          label={w.isSigned}
          value={form?.text('isSigned') || 'no'}
          choices={[
            { value: 'no', label: w.notSigned, hint: w.notSignedHint },
            { value: 'yes', label: w.signedElsewhere, hint: w.signedElsewhereHint },
          ]}
        />
        <Button>{w.create}</Button>
      </Form>
    </Columns>,
  );
}

/** Changing a draft, or setting right a record that was entered from the files. */
export const editFacts = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path } = opened;
  const isDraft = mayEdit(actor, agreement);
  if (!isDraft && !mayCorrect(actor, agreement)) return c.notFound();
  const form = c.req.method === 'POST' ? readForm(c) : null;
  if (!form) return editPage(opened, await relatedOf(tools.db, agreement), null, [], isDraft);
  const read = readFacts(form);
  const typed = { ...read, kind: agreement.kind, parties: await named(tools.db, read.parties) };
  if (isLookUp(form)) return editPage(opened, typed, form, [], isDraft);
  const { order, flaws } = await orderOf(tools.db, actor, typed);
  if (flaws.length > 0) return editPage(opened, typed, form, flaws, isDraft);
  const target = { agreementId: agreement.id, version: versionOf(form.text('version')) };
  const done = await changeFacts(tools, actor, target, order, form.text('reason'));
  if (done.ok) return seeOther(c, path, wordsIn(opened.language).facts.saved);
  return editPage(opened, typed, form, done.refusal, isDraft);
});

async function editPage(
  opened: OpenedAgreement,
  typed: TypedFacts,
  form: Sent | null,
  flaws: readonly Refused[],
  isDraft: boolean,
): Promise<Response> {
  const { tools, agreement, path, language } = opened;
  const words: RegisterWords = wordsIn(language);
  const w = words.facts;
  const keeper = (await agenciesByIds(tools.db, [agreement.keeperId])).get(agreement.keeperId);
  const offered = await offeredFor(opened, typed, keeper, form);
  return agreementPage(
    opened,
    'overview',
    isDraft ? w.editTitle : w.correctTitle,
    <Columns>
      <p>{isDraft ? w.editLead : w.correctLead}</p>
      <Form action={`${path}/edit`}>
        <Hidden name="version" value={String(agreement.version)} />
        <FactsInputs typed={typed} offered={offered} words={words} language={language} />
        {!isDraft && <TextArea name="reason" label={w.reason} hint={w.reasonHint} value={form?.text('reason') ?? ''} rows={2} />}
        <Button>{w.save}</Button>
      </Form>
      <p>
        <a href={path}>{w.backToOverview}</a>
      </p>
    </Columns>,
    { errors: errorsOf(flaws, language), ...(flaws.length > 0 ? { status: statusOf(flaws) } : {}) },
  );
}
