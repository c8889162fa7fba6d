/** Opening, changing and closing agencies: for those who keep the whole directory. */
import {
  BackLink,
  Button,
  type FieldErrors,
  Form,
  PageHeading,
  page,
  Select,
  seeOther,
  TextArea,
  TextInput,
  WarningButton,
} from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { changeAgency, closeAgency, openAgency } from '../../actions/keep-agencies.ts';
import { AGENCY_KINDS, type Agency, type AgencyKind } from '../../rules/agency.ts';
import { LOWER_KINDS, mayKeepDirectory, problemsOfAgency, problemsOfNewAgency, ROOT_KINDS } from '../../rules/agency-changes.ts';
import type { DirectoryRefusal } from '../../rules/refusals.ts';
import { managing, wordsFor } from '../frame.tsx';
import { AgencyInputs, NOTHING, particulars, readTyped, refusedWith, type Typed } from './agency-inputs.tsx';
import { withAgency } from './agency-page.tsx';

const PATH = '/admin/agencies';

function isAgencyKind(text: string): text is AgencyKind {
  return Object.hasOwn(AGENCY_KINDS, text);
}

/** Like `withAgency`, for keepers of the directory alone. */
function keeping(c: WebContext, answer: (agency: Agency) => Promise<Response>): Promise<Response> {
  return withAgency(c, async (agency, actor) => (mayKeepDirectory(actor) ? answer(agency) : c.notFound()));
}

function keepingRoots(c: WebContext, answer: () => Promise<Response>): Promise<Response> {
  return managing(c, async (_reach, actor) => (mayKeepDirectory(actor) ? answer() : c.notFound()));
}

export function changeForm(c: WebContext): Promise<Response> {
  return keeping(c, (agency) =>
    showChange(c, agency, {
      ...NOTHING,
      name: agency.name,
      shortName: agency.shortName,
      functions: agency.functions.join(' '),
      desk: agency.isCoordinatorDesk,
    }),
  );
}

export function change(c: WebContext): Promise<Response> {
  return keeping(c, async (agency) => {
    const typed = readTyped(readForm(c));
    const order = particulars(typed);
    const problems = problemsOfAgency(order);
    if (problems.length > 0) return showChange(c, agency, typed, problems);
    const done = await changeAgency(c.get('tools'), c.get('actor'), agency.id, order);
    return done.ok ? seeOther(c, `${PATH}/${agency.code}`, wordsFor(c).changed) : showChange(c, agency, typed, [done.refusal]);
  });
}

export function addForm(c: WebContext): Promise<Response> {
  return keeping(c, (parent) => showAdd(c, parent, NOTHING));
}

export function add(c: WebContext): Promise<Response> {
  return keeping(c, (parent) => open(c, parent));
}

export function addRootForm(c: WebContext): Promise<Response> {
  return keepingRoots(c, () => showAdd(c, null, NOTHING));
}

export function addRoot(c: WebContext): Promise<Response> {
  return keepingRoots(c, () => open(c, null));
}

async function open(c: WebContext, parent: Agency | null): Promise<Response> {
  const typed = readTyped(readForm(c));
  if (!isAgencyKind(typed.kind))
    return showAdd(c, parent, typed, [], [{ field: 'kind', message: wordsFor(c).agencyKindMissing }]);
  const order = { ...particulars(typed), parentId: parent?.id ?? null, slug: typed.slug, kind: typed.kind };
  const problems = problemsOfNewAgency(order);
  if (problems.length > 0) return showAdd(c, parent, typed, problems);
  const done = await openAgency(c.get('tools'), c.get('actor'), order);
  return done.ok ? seeOther(c, `${PATH}/${done.value.code}`, wordsFor(c).added) : showAdd(c, parent, typed, [done.refusal]);
}

export function closeForm(c: WebContext): Promise<Response> {
  return keeping(c, (agency) => showClose(c, agency, ''));
}

export function close(c: WebContext): Promise<Response> {
  return keeping(c, async (agency) => {
    const reason = readForm(c).text('reason');
    const done = await closeAgency(c.get('tools'), c.get('actor'), agency.id, reason);
    return done.ok ? seeOther(c, `${PATH}/${agency.code}`, wordsFor(c).closed) : showClose(c, agency, reason, [done.refusal]);
  });
}

function showChange(c: WebContext, agency: Agency, typed: Typed, problems: readonly DirectoryRefusal[] = []) {
  const words = wordsFor(c);
  const path = `${PATH}/${agency.code}`;
  return page(
    c,
    { title: words.changeTitle, before: <BackLink href={path} />, ...refusedWith(c, problems) },
    <>
      <PageHeading caption={agency.name}>{words.changeTitle}</PageHeading>
      <Form action={`${path}/change`}>
        <AgencyInputs c={c} typed={typed} isRoot={agency.parentId === null} />
        <Button>{words.save}</Button>
      </Form>
    </>,
  );
}

function showAdd(
  c: WebContext,
  parent: Agency | null,
  typed: Typed,
  problems: readonly DirectoryRefusal[] = [],
  more: FieldErrors = [],
) {
  const words = wordsFor(c);
  const path = parent === null ? PATH : `${PATH}/${parent.code}`;
  const title = parent === null ? words.addNational : words.addTitle(parent.shortName);
  const kinds = (parent === null ? ROOT_KINDS : LOWER_KINDS).map((value) => ({
    value,
    label: AGENCY_KINDS[value][c.get('language')],
  }));
  return page(
    c,
    { title, before: <BackLink href={path} />, ...refusedWith(c, problems, more) },
    <>
      <PageHeading>{title}</PageHeading>
      <Form action={`${path}/new`}>
        <Select name="kind" label={words.agencyKind} options={kinds} value={typed.kind} emptyLabel={words.agencyKindMissing} />
        <TextInput
          name="slug"
          label={words.slug}
          hint={words.slugHint}
          value={typed.slug}
          width={20}
          code
          prefix={parent === null ? undefined : `${parent.code}.`}
        />
        <AgencyInputs c={c} typed={typed} isRoot={parent === null} />
        <Button>{words.add}</Button>
      </Form>
    </>,
  );
}

function showClose(c: WebContext, agency: Agency, reason: string, problems: readonly DirectoryRefusal[] = []) {
  const words = wordsFor(c);
  const path = `${PATH}/${agency.code}`;
  return page(
    c,
    { title: words.close, before: <BackLink href={path} />, ...refusedWith(c, problems) },
    <>
      <PageHeading caption={agency.name}>{words.close}</PageHeading>
      <p>{words.closeHelp}</p>
      <Form action={`${path}/close`}>
        <TextArea name="reason" label={words.reason} value={reason} rows={2} maxCharacters={300} />
        <WarningButton>{words.close}</WarningButton>
      </Form>
    </>,
  );
}
