/** The steps this officer may take now, each a form of its own; and what stood in the way of the last one. */
import {
  Button,
  ButtonGroup,
  Checkbox,
  Details,
  Form,
  Hidden,
  InsetText,
  LinkButton,
  Radios,
  WarningText,
} from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { sendingOf } from '../../actions/documents/send-document.ts';
import { documentKind } from '../../rules/documents/kinds.ts';
import { PASSAGE_LABELS, type Passage } from '../../rules/documents/passages.ts';
import { mayAct, mayDraft, sealAction } from '../../rules/documents/permissions.ts';
import { inProcedure } from '../../rules/documents/procedure-words.ts';
import { tellRecipient } from './addressee-form.tsx';
import type { RefusedStep } from './document-page.tsx';
import type { DocumentPlace } from './place.ts';

export async function stepsSection(place: DocumentPlace, again?: RefusedStep) {
  const { document, opened, actor, words, own, path } = place;
  if (document.kind === 'answer') return null;
  const reach = opened.reach(actor);
  const may = (action: Parameters<typeof mayAct>[3]) => mayAct(reach, actor, document, action) === 'yes';
  const seal = may(sealAction(document.kind));
  const [review, returns, revise, discard] = [may('review'), may('return'), may('revise'), may('discard')];
  const mayReplace = may('supersede') && mayDraft(reach, document.kind);
  const sending = may('send') ? await sendForm(place) : null;
  const isAny = seal || review || returns || revise || sending !== null || mayReplace || document.state === 'numbered';
  return (
    <div id="steps">
      <h2>{words.page.next}</h2>
      {!isAny && <p>{words.page.nothing}</p>}
      {again && <Obstacle place={place} again={again} />}
      {document.state === 'numbered' && (
        <>
          <p>{words.page.numbered}</p>
          <StepForm place={place} step="seal" button={words.page.finish} />
        </>
      )}
      {review && (
        <>
          <p>{words.page.reviewLead}</p>
          <StepForm place={place} step="review" button={words.page.review} primary />
        </>
      )}
      {seal && (
        <>
          <p>{words.page.sealLead}</p>
          <Form action={`${own}/seal`}>
            <Hidden name="revision" value={String(document.revision)} />
            {again?.refused.problem.code === 'case.passage-to-look-at' && (
              <Checkbox name="looked" label={words.page.looked} checked={false} />
            )}
            <Button>{words.page.sealIt}</Button>
          </Form>
        </>
      )}
      {sending}
      <ButtonGroup>
        {revise && (
          <LinkButton href={`${own}/edit`} kind="secondary">
            {words.page.edit}
          </LinkButton>
        )}
      </ButtonGroup>
      {returns && <StepForm place={place} step="return" button={words.page.returnIt} />}
      {discard && <StepForm place={place} step="discard" button={words.page.discard} />}
      {mayReplace && (
        <Details summary={words.page.replace}>
          <p>{words.page.replaceLead}</p>
          <p>
            <a href={`${path}/new?replaces=${document.id}`}>{words.page.replace}</a>
          </p>
        </Details>
      )}
    </div>
  );
}

function StepForm(props: {
  readonly place: DocumentPlace;
  readonly step: string;
  readonly button: string;
  readonly primary?: boolean;
}) {
  const { place, step, button, primary } = props;
  return (
    <Form action={`${place.own}/${step}`}>
      <Hidden name="revision" value={String(place.document.revision)} />
      <Button kind={primary ? 'primary' : 'secondary'}>{button}</Button>
    </Form>
  );
}

async function sendForm(place: DocumentPlace) {
  const { tools, document, opened, now, words, own } = place;
  const sending = await sendingOf(tools.db, document, opened, dayOf(now, opened.facts.zone));
  if (sending.length === 0) return null;
  const names = await Promise.all(sending.map(({ recipient }) => tellRecipient(place, recipient)));
  return (
    <Form action={`${own}/send`}>
      <Hidden name="revision" value={String(document.revision)} />
      <p>{words.page.sendLead}</p>
      {sending.map(({ recipient, ways }, index) => (
        <Radios
          name={`way-${recipient.no}`}
          label={words.page.wayTo(names[index] ?? '')}
          value={ways[0]}
          choices={[
            ...ways.map((way) => ({ value: way, label: words.ways[way] })),
            ...(recipient.no === 1 ? [] : [{ value: '', label: words.page.notNow }]),
          ]}
          small
        />
      ))}
      <Button>{words.page.send}</Button>
    </Form>
  );
}

/** Why the last step was refused, as far as a sentence is not enough: passages, or who holds office now. */
function Obstacle(props: { readonly place: DocumentPlace; readonly again: RefusedStep }) {
  const { place, again } = props;
  const { words, own, path, document } = place;
  const { passages, holders } = again.refused.problem;
  return (
    <>
      {passages && passages.length > 0 && (
        <>
          <WarningText>{words.page.passages}</WarningText>
          <ul>
            {passages.map((passage) => (
              <li>
                {words.page.inField(fieldLabel(place, passage))}: <q>{passage.excerpt}</q> (
                {PASSAGE_LABELS[passage.kind][place.language]})
              </li>
            ))}
          </ul>
        </>
      )}
      {holders && (
        <InsetText>
          <p>
            {words.page.holders} {holders.map(({ name }) => name).join(', ') || words.page.holdersNone}
          </p>
          <p>
            {document.file ? (
              <a href={`${path}/new?replaces=${document.id}`}>{words.page.makeReplacement}</a>
            ) : (
              <a href={`${own}/edit`}>{words.page.changeAddressee}</a>
            )}
          </p>
        </InsetText>
      )}
    </>
  );
}

function fieldLabel({ document, words, language, opened }: DocumentPlace, { field }: Passage): string {
  if (field === 'title') return words.page.titleField;
  if (field === 'addressee' || document.kind === 'answer') return words.page.addresseeField;
  const label = documentKind(document.kind).fields.find(({ name }) => name === field)?.label[language];
  return label === undefined ? field : inProcedure(label, opened.legal.ruleSet);
}
