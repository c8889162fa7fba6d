/** `.../documents`: the register of a case, review or plenary, and the way to a new document. */
import { Button, EmptyState, Form, Select, Table, Tag, type Tone } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { CaseRuleSet } from '../../../law/index.ts';
import { DOCUMENT_STATE_LABELS, type DocumentState } from '../../rules/documents/document.transitions.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { ALL_DOCUMENT_KINDS, ANSWER_LABEL, documentKind } from '../../rules/documents/kinds.ts';
import { mayDraft } from '../../rules/documents/permissions.ts';
import { inProcedure } from '../../rules/documents/procedure-words.ts';
import { documentsOf } from '../../store/documents/documents.ts';
import { tellRecipient } from './addressee-form.tsx';
import type { DocumentsPlace } from './place.ts';
import { wordsIn } from './words.ts';

const TONES: Readonly<Record<DocumentState, Tone>> = {
  draft: 'neutral',
  reviewed: 'info',
  numbered: 'info',
  sealed: 'accent',
  sent: 'info',
  undelivered: 'danger',
  received: 'success',
  superseded: 'neutral',
  discarded: 'neutral',
};

export function StateTag(props: {
  readonly document: Pick<CaseDocument, 'state' | 'direction' | 'recipients'>;
  readonly language: Language;
}) {
  const { document, language } = props;
  if (document.direction === 'in') return <Tag tone="success">{wordsIn(language).list.incoming}</Tag>;
  // What stays in the file waits for no sending.
  if (document.state === 'sealed' && document.recipients.length === 0)
    return <Tag tone="success">{wordsIn(language).list.kept}</Tag>;
  return <Tag tone={TONES[document.state]}>{DOCUMENT_STATE_LABELS[document.state][language]}</Tag>;
}

/** @param ruleSet of the file; `null` when it keeps none */
export function kindLabel(document: Pick<CaseDocument, 'kind'>, ruleSet: CaseRuleSet | null, language: Language): string {
  return inProcedure(document.kind === 'answer' ? ANSWER_LABEL[language] : documentKind(document.kind).label[language], ruleSet);
}

export async function documentListPage(place: DocumentsPlace): Promise<Response> {
  const { tools, opened, path, language, actor } = place;
  const words = wordsIn(language).list;
  const documents = (await documentsOf(tools.db, opened.subject.id)).filter(({ state }) => state !== 'discarded').toReversed();
  const kinds = ALL_DOCUMENT_KINDS.filter((kind) => mayDraft(opened.reach(actor), kind));
  const recipients = await Promise.all(
    documents.map((one) => (one.recipients[0] ? tellRecipient(place, one.recipients[0]) : words.nobody)),
  );
  return place.frame(
    words.title,
    <>
      <p>{words.lead}</p>
      {kinds.length > 0 && (
        <Form method="get" action={`${path}/new`}>
          <Select
            name="kind"
            label={words.new}
            emptyLabel={words.choose}
            options={kinds.map((kind) => ({ value: kind, label: kindLabel({ kind }, opened.legal.ruleSet, language) }))}
          />
          <Button>{words.start}</Button>
        </Form>
      )}
      {documents.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <Table
          id="documents"
          caption={words.caption}
          stacked
          columns={[{ label: words.what }, { label: words.number }, { label: words.to }, { label: words.state }]}
          rows={documents.map((one, index) => [
            <a href={`${path}/${one.id}`}>{kindLabel(one, opened.legal.ruleSet, language)}</a>,
            one.number ?? words.unnumbered,
            one.direction === 'in'
              ? one.fields.senderNumber
                ? words.senderNumber(one.fields.senderNumber)
                : ''
              : (recipients[index] ?? ''),
            <StateTag document={one} language={language} />,
          ])}
        />
      )}
    </>,
  );
}
