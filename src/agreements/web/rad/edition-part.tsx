/** Changing an adopted plan: a new edition that takes the way of every plan; and which edition follows which. */
import type { Child } from 'hono/jsx';
import { Button, Details, Form, Hidden, TextArea } from '../../../design/index.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import { maySee } from '../../rules/visibility.ts';
import { predecessorOf, successorsOf } from '../../store/reviews/renewals.ts';
import { agreementPath, type OpenedAgreement } from '../opened.tsx';
import type { TypedStep } from './plan-shown.tsx';
import { wordsIn } from './words.ts';

const ofSameYears = (one: Agreement, other: Agreement) => one.kind === 'rad' && one.yearFrom === other.yearFrom;

export async function editionPart(
  { agreement, actor, tools, language }: OpenedAgreement,
  typed: TypedStep,
): Promise<Child | null> {
  const words = wordsIn(language).edition;
  const before = await predecessorOf(tools.db, agreement);
  const earlier = before && ofSameYears(before, agreement) ? before : undefined;
  const later = (await successorsOf(tools.db, agreement.id)).find((one) => ofSameYears(one, agreement));
  const mayBegin = agreement.state === 'signed' && later === undefined && mayPrepare(actor, agreement);
  const linked = (one: Agreement) =>
    maySee(actor, one) ? <a href={`${agreementPath(one)}/rad`}>{one.code}</a> : <strong>{one.code}</strong>;
  if (!earlier && !later && !mayBegin) return null;
  return (
    <section aria-labelledby="edition">
      <h2 id="edition">{words.title}</h2>
      {earlier && (
        <p>
          {words.follows} {linked(earlier)}.
        </p>
      )}
      {later && (
        <p>
          {later.state === 'draft' ? words.isDrafted : words.isFollowed} {linked(later)}.
        </p>
      )}
      {mayBegin && (
        <Details summary={words.begin} open={typed.values.step === 'edition'}>
          <Form action={`${agreementPath(agreement)}/rad/edition`} id="form-edition">
            <Hidden name="version" value={String(agreement.version)} />
            <p>{words.about}</p>
            <TextArea
              name="reason"
              id="reason-edition"
              label={wordsIn(language).reason}
              value={typed.values.step === 'edition' ? typed.values.reason : ''}
              rows={2}
              maxCharacters={NOTE_LIMIT}
            />
            <Button kind="secondary">{words.submit}</Button>
          </Form>
        </Details>
      )}
    </section>
  );
}
