/**
 * Who complained, and the complainant's own words: asked with a purpose, shown once on the answering page, every look recorded. Whoever may
 * not ask finds no such page.
 */
import {
  BackLink,
  Button,
  Columns,
  type FieldErrors,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  Radios,
  SummaryList,
  Table,
  TextArea,
  Time,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { type Access, type Contact, identityRefusals, listAccesses, type OriginalWords } from '../../../identity/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { type LookRefusal, readIdentity, readOriginalWords } from '../../actions/read-identity.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import { maySeeIdentity } from '../../rules/visibility.ts';
import { type Opened, onComplaint } from './opened.tsx';

const PATH = '/desk/complaints/:trackingNumber/identity';
const LOOKS_SHOWN = 50;
const LOOKS_AN_HOUR = 40;
const NO_STORE = { 'Cache-Control': 'no-store' };
const PARTS = ['contact', 'original'] as const;
type Part = (typeof PARTS)[number];

interface Typed {
  readonly what: string;
  readonly purpose: string;
}

type Shown = { readonly contact: Contact } | { readonly original: OriginalWords };

export function mountIdentity(app: WebRoutes): void {
  app.get(
    PATH,
    onComplaint((opened) => (allowed(opened) ? lookPage(opened, { what: '', purpose: '' }) : opened.c.notFound())),
  );
  app.post(
    PATH,
    onComplaint((opened) => (allowed(opened) ? look(opened) : opened.c.notFound())),
  );
}

const allowed = ({ complaint, actor }: Opened) => maySeeIdentity(complaint, actor);

async function look(opened: Opened): Promise<Response> {
  const { c, tools, actor, complaint, words, now, language } = opened;
  const form = readForm(c);
  const typed: Typed = { what: form.text('what'), purpose: form.text('purpose') };
  const errors = [
    ...(PARTS.includes(typed.what as Part) ? [] : [{ field: 'what', message: words.lookWhatMissing }]),
    ...(typed.purpose.trim().length >= 5 ? [] : [{ field: 'purpose', message: words.lookPurposeMissing }]),
    ...(typed.purpose.length > 500 ? [{ field: 'purpose', message: words.lookPurposeLong }] : []),
  ];
  if (errors.length > 0) return lookPage(opened, typed, { errors });
  const { allowed: within, retryAfterSeconds } = await allow(tools, {
    bucket: 'identity-look',
    key: actor.personId,
    limit: LOOKS_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!within) throw new RefusedRequest('too-often', retryAfterSeconds);
  const order = { complaintId: complaint.id, purpose: typed.purpose };
  if (typed.what === 'original') {
    const result = await readOriginalWords(tools, actor, order);
    if (result.ok) return lookPage(opened, { what: '', purpose: '' }, { shown: { original: result.value } });
    return refusedLook(opened, typed, result.refusal);
  }
  const result = await readIdentity(tools, actor, order);
  if (result.ok) return lookPage(opened, { what: '', purpose: '' }, { shown: { contact: result.value } });
  return refusedLook(opened, typed, result.refusal);

  function refusedLook(at: Opened, kept: Typed, refusal: LookRefusal): Response | Promise<Response> {
    if (refusal === 'complaint.absent' || refusal === 'complaint.not-yours') return at.c.notFound();
    const text =
      refusal === 'complaint.reason-missing'
        ? words.lookPurposeMissing
        : identityRefusals[refusal === 'identity.erased' ? 'erased' : 'nothing-sealed'][language];
    return lookPage(at, kept, { errors: [{ field: 'what', message: text }] });
  }
}

async function lookPage(
  opened: Opened,
  typed: Typed,
  { errors = [], shown }: { errors?: FieldErrors; shown?: Shown } = {},
): Promise<Response> {
  const { c, words, complaint, path, tools } = opened;
  const looks = await listAccesses(tools.db, { complaintId: complaint.id, limit: LOOKS_SHOWN });
  const people = await peopleByIds(
    tools.db,
    looks.map(({ actor }) => actor.replace(/^person:/, '')),
  );
  return page(
    c,
    {
      title: words.identityTitle,
      before: <BackLink href={path} text={words.toFile} />,
      errors,
      headers: NO_STORE,
    },
    <Columns>
      <PageHeading caption={words.complaintNumber(showTrackingNumber(complaint.trackingNumber))}>
        {words.identityTitle}
      </PageHeading>
      {shown ? <WhatWasSealed shown={shown} opened={opened} /> : <p>{words.identityLead}</p>}
      {complaint.anonymous && <InsetText>{words.identityAnonymous}</InsetText>}
      <Form action={`${path}/identity`}>
        <Radios
          name="what"
          label={words.lookWhat}
          value={typed.what}
          choices={PARTS.map((value) => ({ value, label: words.lookParts[value].label, hint: words.lookParts[value].hint }))}
        />
        <TextArea name="purpose" label={words.lookPurpose} hint={words.lookPurposeHint} value={typed.purpose} rows={3} />
        <Hidden name="version" value={String(complaint.version)} />
        <Button>{words.lookNow}</Button>
      </Form>
      <Looks looks={looks} opened={opened} name={(reference) => people.get(reference.replace(/^person:/, ''))?.name} />
    </Columns>,
  );
}

function WhatWasSealed({ shown, opened }: { shown: Shown; opened: Opened }) {
  const { words } = opened;
  if ('original' in shown) {
    const { title, description, place } = shown.original;
    return (
      <>
        <InsetText>{words.lookRecorded}</InsetText>
        <SummaryList
          title={words.lookParts.original.label}
          rows={[
            { key: words.titleKey, value: title },
            { key: words.textKey, value: <span class="tuntas-preserve">{description}</span> },
            place ? { key: words.placeKey, value: place } : null,
          ]}
        />
      </>
    );
  }
  const { name, email, phone, nik } = shown.contact;
  return (
    <>
      <InsetText>{words.lookRecorded}</InsetText>
      <SummaryList
        title={words.lookParts.contact.label}
        rows={[
          { key: words.nameKey, value: name ?? words.notGiven },
          { key: words.emailKey, value: email ?? words.notGiven },
          { key: words.phoneKey, value: phone ?? words.notGiven },
          nik ? { key: words.nikKey, value: nik } : null,
        ]}
      />
    </>
  );
}

function Looks(props: { looks: readonly Access[]; opened: Opened; name: (reference: string) => string | undefined }) {
  const { looks, opened, name } = props;
  const { words, complaint } = opened;
  if (looks.length === 0) return <p>{words.noLooks}</p>;
  return (
    <Table
      id="looks"
      caption={words.looks}
      columns={[words.lookWhen, words.lookWho, words.lookSaw, words.lookWhy].map((label) => ({ label }))}
      rows={looks.map((each) => [
        <Time at={each.at} zone={complaint.zone} />,
        name(each.actor) ?? (each.actor === 'complainant' ? words.theComplainant : words.theSystem),
        each.act === 'change'
          ? words.lookChanged
          : each.part === 'particulars'
            ? words.lookParts.contact.label
            : words.lookParts[each.part].label,
        each.purpose,
      ])}
      stacked
    />
  );
}
