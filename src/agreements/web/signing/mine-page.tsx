/** `/desk/agreements/signing`: everything that waits for one's signature; several documents of one day are signed with one code. */
import {
  BackLink,
  Button,
  Checkbox,
  Checkboxes,
  Columns,
  EmptyState,
  type FieldErrors,
  Form,
  formatMoment,
  Hidden,
  PageHeading,
  page,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { confirmTotp, signInRefusals } from '../../../platform/sign-in/index.ts';
import { refusalToSignNow, type SignOrder, signAgreement } from '../../actions/signing/sign.ts';
import type { Agreement, Signatory } from '../../rules/agreement.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { refusalToSign } from '../../rules/signing/turn.ts';
import { mayList } from '../../rules/visibility.ts';
import { waitingFor } from '../../store/signing/mine.ts';
import { lastRound } from '../../store/signing/rounds.ts';
import { AGREEMENTS, agreementPath } from '../opened.tsx';
import { digestOfMark, documentMark } from './document-mark.ts';
import { ExampleCode } from './example-code.tsx';
import { wordsIn } from './words.ts';

const MINE = `${AGREEMENTS}/signing`;

interface Waiting {
  readonly agreement: Agreement;
  readonly signatory: Signatory;
  readonly sha256: string;
  readonly isNow: boolean;
}

interface Again {
  readonly errors: FieldErrors;
  readonly chosen: readonly string[];
  readonly hasRead: boolean;
}

export const myDocuments = officersOnly((asked) => (mayList(asked.actor) ? show(asked) : asked.c.notFound()));

async function waitingOf({ tools, actor, now }: OfficerAsked): Promise<readonly Waiting[]> {
  const waiting: Waiting[] = [];
  for (const agreement of await waitingFor(tools.db, actor.personId, now)) {
    const round = await lastRound(tools.db, agreement.id);
    for (const signatory of agreement.signatories) {
      if (signatory.personId !== actor.personId || signatory.signedAt !== null || !round) continue;
      const isNow = refusalToSign(actor, agreement, signatory, dayOf(now, agreement.zone)) === undefined;
      waiting.push({ agreement, signatory, sha256: round.file.sha256, isNow });
    }
  }
  return waiting;
}

async function show(asked: OfficerAsked, again?: Again): Promise<Response> {
  const { c, language, tools, actor } = asked;
  const words = wordsIn(language);
  const w = words.mine;
  const waiting = await waitingOf(asked);
  const now = waiting.filter(({ isNow }) => isNow);
  const later = waiting.filter(({ isNow }) => !isNow);
  const since = ({ agreement, signatory }: Waiting) =>
    signatory.askedAt === null ? '' : formatMoment(signatory.askedAt, agreement.zone, language);
  return page(
    c,
    {
      title: w.title,
      before: <BackLink href={AGREEMENTS} />,
      errors: again?.errors ?? [],
      ...(again ? { status: 422 as const } : {}),
    },
    <Columns>
      <PageHeading>{w.title}</PageHeading>
      {now.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <>
          <p>{w.lead}</p>
          <ul class="govuk-list govuk-list--bullet">
            {now.map(({ agreement }) => (
              <li>
                <a href={agreementPath(agreement)}>{agreement.title}</a>
                {' \u00b7 '}
                <a href={`${agreementPath(agreement)}/signing/document.pdf`}>
                  {w.read} {agreement.code}
                </a>
              </li>
            ))}
          </ul>
          <Form action={MINE}>
            {now.map(({ signatory, sha256 }) => (
              <Hidden name={`document-${signatory.id}`} value={documentMark(sha256)} />
            ))}
            <Checkboxes
              name="chosen"
              label={w.choose}
              choices={now.map((one) => ({
                value: one.signatory.id,
                label: `${one.agreement.code}: ${one.agreement.title}`,
                hint: w.as(one.signatory.position, since(one)),
              }))}
              values={[...(again?.chosen ?? [])]}
            />
            <Checkbox name="read" label={w.haveRead} checked={again?.hasRead ?? false} />
            <TextInput
              name="code"
              label={words.signing.code}
              hint={words.signing.codeHint}
              inputmode="numeric"
              autocomplete="one-time-code"
              width={10}
              code
            />
            <ExampleCode tools={tools} actor={actor} language={language} />
            <p class="govuk-hint">{words.signing.trial}</p>
            <Button>{w.sign}</Button>
          </Form>
        </>
      )}
      {later.length > 0 && (
        <>
          <h2>{w.later}</h2>
          <p>{w.laterLead}</p>
          <ul class="govuk-list govuk-list--bullet">
            {later.map(({ agreement }) => (
              <li>
                <a href={`${agreementPath(agreement)}/signing`}>{`${agreement.code}: ${agreement.title}`}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Columns>,
  );
}

export const postMyDocuments = officersOnly(async (asked) => {
  const { c, tools, actor, language } = asked;
  if (!mayList(actor)) return c.notFound();
  const words = wordsIn(language);
  const form = readForm(c);
  const ids = form.all('chosen');
  const chosen = (await waitingOf(asked)).filter(({ signatory }) => ids.includes(signatory.id));
  const hasRead = form.text('read') === 'yes';
  const again = (field: string, message: string) => show(asked, { errors: [{ field, message }], chosen: ids, hasRead });
  // Sent again after it was done: nothing of it waits any more.
  if (ids.length > 0 && chosen.length === 0) return seeOther(c, MINE, words.signing.signedAlready);
  if (chosen.length === 0) return again('chosen', words.mine.nothingChosen);
  if (!hasRead) return again('read', AGREEMENT_REFUSALS['agreement.not-read'][language]);
  const orders = chosen.map(({ agreement, signatory, sha256 }): SignOrder & { readonly code: string } => ({
    ...{ agreementId: agreement.id, signatoryId: signatory.id, code: agreement.code },
    sha256: digestOfMark(form.text(`document-${signatory.id}`), sha256),
  }));
  for (const order of orders) {
    const refusal = await refusalToSignNow(tools, actor, order);
    if (refusal) return again('chosen', `${order.code}: ${AGREEMENT_REFUSALS[refusal][language]}`);
  }
  if (form.text('code').trim() === '') return again('code', AGREEMENT_REFUSALS['agreement.totp-missing'][language]);
  const confirmed = await confirmTotp(c, form.text('code'));
  if (!confirmed.ok) return again('code', signInRefusals[confirmed.refusal.code][language]);
  const failed: string[] = [];
  for (const order of orders) {
    const signed = await signAgreement(tools, actor, order);
    if (!signed.ok && signed.refusal !== 'agreement.signed-already') failed.push(order.code);
  }
  const done = orders.length - failed.length;
  return seeOther(c, MINE, failed.length === 0 ? words.mine.signed(done) : words.mine.some(done, failed.join(', ')));
});
