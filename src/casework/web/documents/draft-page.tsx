/** `.../documents/new?kind=...` and `.../documents/:document/edit`: writing a draft. What is wrong is told at its input, nothing typed is lost. */
import { Button, ButtonGroup, Columns, Form, Hidden, InsetText, seeOther, WarningText } from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { draftDocument, reviseDraft } from '../../actions/documents/draft-document.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind, isDocumentKind } from '../../rules/documents/kinds.ts';
import { mayAct, mayDraft } from '../../rules/documents/permissions.ts';
import { inProcedure } from '../../rules/documents/procedure-words.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import {
  addresseeInput,
  NOBODY_CHOSEN,
  readAddressees,
  shownAddressee,
  type TypedAddressee,
  typedAddressee,
} from './addressee-form.tsx';
import { FieldInput, type Typed, typedFields } from './fields-form.tsx';
import type { DocumentPlace, DocumentsPlace } from './place.ts';
import { type Refused, refusedDocument } from './refused.ts';
import { wordsIn } from './words.ts';

interface Draft {
  readonly kind: DocumentKind;
  /** `null` for a new one. */
  readonly document: CaseDocument | null;
  readonly revision: number;
  readonly fields: Typed;
  readonly addressee: TypedAddressee;
  readonly replaces: CaseDocument | null;
  readonly basedOn: CaseDocument | null;
}

/** A new draft; one that replaces or follows another begins with what that one says. */
export async function newDraftPage(place: DocumentsPlace): Promise<Response> {
  const { c } = place;
  const replaces = await related(place, c.req.query('replaces'));
  const basedOn = await related(place, c.req.query('basedOn'));
  const asked = c.req.query('kind') ?? replaces?.kind ?? '';
  if (asked === '') return seeOther(c, place.path);
  if (!isDocumentKind(asked) || !mayDraft(place.opened.reach(place.actor), asked)) return c.notFound();
  const from = replaces ?? basedOn;
  const addressee = from ? await shownAddressee(place, from) : NOBODY_CHOSEN;
  return draftForm(place, { kind: asked, document: null, revision: 0, fields: from?.fields ?? {}, addressee, replaces, basedOn });
}

export async function makeDraft(place: DocumentsPlace): Promise<Response> {
  const { c, tools, actor, opened, path, language } = place;
  const form = readForm(c);
  const kind = form.text('kind');
  if (!isDocumentKind(kind)) return c.notFound();
  const replaces = await related(place, form.text('replaces'));
  const basedOn = await related(place, form.text('basedOn'));
  const [fields, addressee] = [typedFields(form, kind), typedAddressee(form)];
  const draft: Draft = { kind, document: null, revision: 0, fields, addressee, replaces, basedOn };
  const addressees = await readAddressees(place, addressee);
  if (!addressees) return draftForm(place, draft, wrongAddressee(place));
  const done = await draftDocument(tools, actor, {
    subject: opened.subject,
    kind,
    fields,
    addressees,
    ...(replaces ? { replacesId: replaces.id } : {}),
    ...(basedOn ? { basedOnId: basedOn.id } : {}),
  });
  if (done.ok) return seeOther(c, `${path}/${done.value.id}`, wordsIn(language).draft.saved);
  if (done.refusal.code === 'case.document-absent') return c.notFound();
  return draftForm(place, draft, refusedDocument(done.refusal, language, { kind, otherwise: fieldFor(done.refusal.code) }));
}

export async function editDraftPage(place: DocumentPlace): Promise<Response> {
  const { c, document, opened, actor, own } = place;
  if (document.kind === 'answer') return c.notFound();
  if (mayAct(opened.reach(actor), actor, document, 'revise') !== 'yes') return seeOther(c, own);
  const addressee = await shownAddressee(place, document);
  const { kind, fields, revision } = document;
  return draftForm(place, { kind, document, revision, fields, addressee, ...(await around(place)) });
}

export async function saveDraftPage(place: DocumentPlace): Promise<Response> {
  const { c, tools, actor, document, language, own } = place;
  if (document.kind === 'answer') return c.notFound();
  const { kind } = document;
  const form = readForm(c);
  const [fields, addressee] = [typedFields(form, kind), typedAddressee(form)];
  const revision = /^\d{1,9}$/.test(form.text('revision')) ? Number(form.text('revision')) : 0;
  const draft: Draft = { kind, document, revision, fields, addressee, ...(await around(place)) };
  const addressees = await readAddressees(place, addressee);
  if (!addressees) return draftForm(place, draft, wrongAddressee(place));
  const done = await reviseDraft(tools, actor, { documentId: document.id, revision, fields, addressees });
  if (done.ok) return seeOther(c, own, wordsIn(language).draft.saved);
  if (done.refusal.code === 'case.document-absent') return c.notFound();
  // Whoever has read the sentence and sends again means it: the form then carries the newest revision.
  const moved = done.refusal.code === 'case.document-moved-on' ? { ...draft, revision: document.revision } : draft;
  return draftForm(place, moved, refusedDocument(done.refusal, language, { kind, otherwise: fieldFor(done.refusal.code) }));
}

const fieldFor = (code: string) => (code.startsWith('case.addressee') ? 'to' : 'draft');

function wrongAddressee({ language }: DocumentsPlace): Refused {
  const message = wordsIn(language).draft.addresseeWrong;
  return { errors: [{ field: 'to', message }], status: 422, problem: { code: 'case.addressee-missing' } };
}

async function related({ tools, opened }: DocumentsPlace, id: string | undefined): Promise<CaseDocument | null> {
  const found = id ? await loadDocument(tools.db, id) : undefined;
  return found?.subject.id === opened.subject.id && found.direction === 'out' ? found : null;
}

async function around(place: DocumentPlace): Promise<Pick<Draft, 'replaces' | 'basedOn'>> {
  const { replacesId, basedOnId } = place.document;
  return { replaces: await related(place, replacesId ?? undefined), basedOn: await related(place, basedOnId ?? undefined) };
}

async function draftForm(place: DocumentsPlace, draft: Draft, refused?: Refused): Promise<Response> {
  const { path, opened, language } = place;
  const words = wordsIn(language);
  const { kind, document, fields } = draft;
  const data = documentKind(kind);
  const label = inProcedure(data.label[language], opened.legal.ruleSet);
  const holders = refused?.problem.holders;
  const addressee = await addresseeInput(place, kind, draft.addressee);
  return place.frame(
    document ? words.draft.edit(label) : words.draft.new(label),
    <Columns>
      {opened.facts.secret && <WarningText>{words.draft.secret}</WarningText>}
      {draft.replaces?.number && <InsetText>{words.draft.replaces(draft.replaces.number)}</InsetText>}
      {holders && (
        <InsetText>
          {words.page.holders} {holders.map(({ name }) => name).join(', ') || words.page.holdersNone}
        </InsetText>
      )}
      {refused?.problem.code === 'case.document-moved-on' && document && (
        <p>
          <a href={`${path}/${document.id}`} target="_blank" rel="noopener">
            {words.draft.moved}
          </a>
        </p>
      )}
      <Form id="draft" action={document ? `${path}/${document.id}/edit` : `${path}/new`}>
        <Hidden name="kind" value={kind} />
        <Hidden name="revision" value={String(draft.revision)} />
        {draft.replaces && <Hidden name="replaces" value={draft.replaces.id} />}
        {draft.basedOn && <Hidden name="basedOn" value={draft.basedOn.id} />}
        {addressee}
        <h2>{words.draft.fields}</h2>
        {data.fields
          // A secret name is printed on nothing: what would have no effect is not offered.
          .filter(({ name }) => !(opened.facts.secret && name === 'withName'))
          .map((field) => (
            <FieldInput field={field} value={fields[field.name] ?? ''} language={language} ruleSet={opened.legal.ruleSet} />
          ))}
        <ButtonGroup>
          <Button>{words.draft.save}</Button>
          <a class="govuk-link" href={document ? `${path}/${document.id}` : path}>
            {words.page.back}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
    refused ? { errors: refused.errors, status: refused.status } : {},
  );
}
