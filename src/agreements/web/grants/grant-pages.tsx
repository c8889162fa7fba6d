/** `/desk/agreements/{code}/grants`: the grants of an agreement, one of them, writing it and its steps. */
import {
  Button,
  Card,
  EmptyState,
  Form,
  Hidden,
  InsetText,
  LinkButton,
  seeOther,
  Table,
  TextArea,
  WarningText,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { takeGrantStep } from '../../actions/grants/move-grant.ts';
import { changeGrant, draftGrant } from '../../actions/grants/write-grant.ts';
import type { Flaw } from '../../rules/draft.ts';
import { DATA_SETS } from '../../rules/grants/data-sets.ts';
import { OWN_SET } from '../../rules/grants/draft-grant.ts';
import { GRANT_ACTION_LABELS, type GrantAction, isGrantAction } from '../../rules/grants/grant.transitions.ts';
import { type Grant, isPublicGrant } from '../../rules/grants/grant.ts';
import { consentsOpenTo, grantActions, mayChangeGrant, mayDraftGrant } from '../../rules/grants/grant-steps.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { isPublic } from '../../rules/visibility.ts';
import { grantsOf, loadGrant } from '../../store/grants/grants.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement, publicPath, versionOf } from '../opened.tsx';
import { GrantForm, recipientGroups, SetChooser } from './grant-form.tsx';
import { dataSetText, GrantFacts, GrantStandingTag, giverText, PersonalTag, periodText, recipientsText } from './telling.tsx';
import { emptyGrant, grantAsTyped, orderOf, type TypedGrant, typedGrant } from './typed-grant.ts';
import { grantWordsIn } from './words.ts';

export const GRANTS_REGISTER = '/agreements/grants';
export const GRANTS_CHECK = '/agreements/grants/check';

type Status = 403 | 409 | 422;
interface Again {
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly status: Status;
}

/** Refusals as errors of the form; `undefined` when nobody may know of what was asked for. */
function again(opened: OpenedAgreement, flaws: readonly Flaw[], fields: (flaw: Flaw) => string): Again | undefined {
  const statuses = flaws.map(({ code }) => refusalStatus(AGREEMENT_REFUSALS[code].kind));
  if (statuses.some((status) => status === 404)) return undefined;
  const status = statuses.find((one) => one === 403 || one === 409) ?? 422;
  return {
    errors: flaws.map((flaw) => ({ field: fields(flaw), message: AGREEMENT_REFUSALS[flaw.code][opened.language] })),
    status: status as Status,
  };
}

/** Where a flaw stands in the form: all recipients share one, which is shown at the first. */
const fieldOf = ({ field }: Flaw): string => (field === 'recipients' ? 'recipient-1' : field === '' ? 'purpose' : field);

export const grantsPage = onAgreement(async (opened) => {
  const { agreement, actor, today, language, path, tools } = opened;
  const words = grantWordsIn(language);
  const grants = await grantsOf(tools.db, agreement.id);
  return agreementPage(
    opened,
    'grants',
    words.title,
    <>
      <p>{words.lead}</p>
      <InsetText>
        <p>{words.rule}</p>
      </InsetText>
      {grants.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <Table
          id="grants"
          caption={words.title}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.dataSet },
            { label: words.giver },
            { label: words.recipient },
            { label: words.period },
            { label: words.standing },
          ]}
          rows={grants.map((grant) => [
            <>
              <a href={`${path}/grants/${grant.ordinal}`}>{`${words.number(grant.ordinal)}: ${dataSetText(grant, language)}`}</a>{' '}
              {grant.personal !== 'none' && <PersonalTag personal={grant.personal} language={language} />}
            </>,
            giverText(grant, agreement),
            recipientsText(grant),
            periodText(grant, language),
            <GrantStandingTag {...{ grant, agreement, today, language }} />,
          ])}
        />
      )}
      {mayDraftGrant(actor, agreement) && <LinkButton href={`${path}/grants/new`}>{words.prepare}</LinkButton>}
      <p>
        <a href={GRANTS_REGISTER}>{words.toRegister}</a>
        <br />
        <a href={GRANTS_CHECK}>{words.toCheck}</a>
      </p>
    </>,
  );
});

const isKnownSet = (code: string | undefined): code is string => code === OWN_SET || DATA_SETS.some((set) => set.code === code);

export const newGrantPage = onAgreement((opened) => {
  const { c, agreement, actor, path, language } = opened;
  if (!mayDraftGrant(actor, agreement)) return c.notFound();
  const words = grantWordsIn(language);
  const set = c.req.query('set');
  if (isKnownSet(set)) return formPage(opened, emptyGrant(set));
  return agreementPage(
    opened,
    'grants',
    words.newTitle,
    <SetChooser action={`${path}/grants/new`} words={words} language={language} />,
  );
});

export const postNewGrant = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path, language } = opened;
  const typed = typedGrant(readForm(c));
  const done = await draftGrant(tools, actor, agreement.id, orderOf(typed));
  if (done.ok) return seeOther(c, `${path}/grants/${done.value.ordinal}`, grantWordsIn(language).saved);
  const refused = again(opened, done.refusal, fieldOf);
  return refused ? formPage(opened, typed, undefined, refused) : c.notFound();
});

async function formPage(opened: OpenedAgreement, typed: TypedGrant, grant?: Pick<Grant, 'ordinal' | 'version'>, refused?: Again) {
  const { tools, agreement, path, language } = opened;
  const words = grantWordsIn(language);
  const own = grant ? `${path}/grants/${grant.ordinal}` : `${path}/grants`;
  return agreementPage(
    opened,
    'grants',
    grant ? words.editTitle(grant.ordinal) : words.newTitle,
    <GrantForm
      action={own}
      cancel={own}
      otherSet={grant ? `${own}/edit?set=` : `${path}/grants/new`}
      typed={typed}
      {...(grant ? { version: grant.version } : {})}
      agreement={agreement}
      groups={await recipientGroups(tools.db, agreement, words)}
      words={words}
      language={language}
    />,
    { errors: refused?.errors ?? [], ...(refused ? { status: refused.status } : {}) },
  );
}

type WithGrant = (opened: OpenedAgreement, grant: Grant) => Response | Promise<Response>;

/** A grant of this agreement by its number. */
const onGrant = (answer: WithGrant) =>
  onAgreement(async (opened) => {
    const ordinal = Number(opened.c.req.param('ordinal'));
    const grant = ordinal < 2 ** 31 ? await loadGrant(opened.tools.db, opened.agreement.id, ordinal) : undefined;
    return grant ? answer(opened, grant) : opened.c.notFound();
  });

export const grantPage = onGrant((opened, grant) => showGrant(opened, grant));

export const editGrantPage = onGrant((opened, grant) => {
  const { c, agreement, actor, language, path } = opened;
  if (!mayChangeGrant(actor, agreement, grant)) return c.notFound();
  const set = c.req.query('set');
  const typed = grantAsTyped(grant);
  if (set === undefined) return formPage(opened, typed, grant);
  if (isKnownSet(set)) return formPage(opened, { ...typed, dataSet: set, fields: [] }, grant);
  const words = grantWordsIn(language);
  const own = `${path}/grants/${grant.ordinal}/edit`;
  return agreementPage(
    opened,
    'grants',
    words.editTitle(grant.ordinal),
    <SetChooser action={own} value={typed.dataSet} words={words} language={language} />,
  );
});

export const postGrant = onGrant(async (opened, grant) => {
  const { c, tools, actor, path, language } = opened;
  const form = readForm(c);
  const typed = typedGrant(form);
  const version = versionOf(form.text('version'));
  const done = await changeGrant(tools, actor, { grantId: grant.id, version }, orderOf(typed));
  if (done.ok) return seeOther(c, `${path}/grants/${grant.ordinal}`, grantWordsIn(language).saved);
  const refused = again(opened, done.refusal, fieldOf);
  // After somebody else's change what was typed is sent again over the latest version, which the page now shows.
  return refused ? formPage(opened, typed, grant, refused) : c.notFound();
});

export const postGrantStep = onGrant(async (opened, grant) => {
  const { c, tools, actor, path, language } = opened;
  const action = c.req.param('action') ?? '';
  if (!isGrantAction(action) || action === 'complete') return c.notFound();
  const form = readForm(c);
  const reason = form.text('reason');
  const step = { action, reason, partyId: form.text('party') };
  const done = await takeGrantStep(tools, actor, { grantId: grant.id, version: versionOf(form.text('version')) }, step);
  if (done.ok) return seeOther(c, `${path}/grants/${grant.ordinal}`, grantWordsIn(language).done);
  const refused = again(opened, [{ field: '', code: done.refusal }], () => `reason-${action}`);
  const latest = (await loadGrant(tools.db, grant.agreementId, grant.ordinal)) ?? grant;
  return refused ? showGrant(opened, latest, { ...refused, action, reason }) : c.notFound();
});

function showGrant(
  opened: OpenedAgreement,
  grant: Grant,
  typed?: Again & { readonly action: GrantAction; readonly reason: string },
) {
  const { agreement, actor, today, language, path } = opened;
  const words = grantWordsIn(language);
  const own = `${path}/grants/${grant.ordinal}`;
  const steps = grantActions(actor, agreement, grant);
  const isOpenToPublic = isPublic(agreement) && isPublicGrant(grant);
  return agreementPage(
    opened,
    'grants',
    `${words.number(grant.ordinal)}: ${dataSetText(grant, language)}`,
    <>
      <GrantFacts {...{ grant, agreement, today, words, language }} />
      {grant.state === 'offered' && grant.personal !== 'none' && (
        <InsetText>
          <p>{words.personalSigner}</p>
        </InsetText>
      )}
      {mayChangeGrant(actor, agreement, grant) && (
        <LinkButton href={`${own}/edit`} kind="secondary">
          {words.edit}
        </LinkButton>
      )}
      <h2>{words.steps}</h2>
      {steps.length === 0 && <p>{words.noSteps}</p>}
      {steps.map(({ action, needsReason }) => {
        if (action === 'consent')
          return consentsOpenTo(actor, agreement, grant).map((party) => (
            <Card title={words.consentFor(party.name)} tone="accent">
              <p>{words.consentWarn}</p>
              <Form action={`${own}/consent`} id="reason-consent">
                <Hidden name="version" value={String(grant.version)} />
                <Hidden name="party" value={party.id} />
                <Button>{words.consentFor(party.name)}</Button>
              </Form>
            </Card>
          ));
        const field = `reason-${action}`;
        return (
          <Card title={GRANT_ACTION_LABELS[action][language]}>
            {action === 'end' && <WarningText>{words.endWarn}</WarningText>}
            <Form action={`${own}/${action}`} {...(needsReason ? {} : { id: field })}>
              <Hidden name="version" value={String(grant.version)} />
              {needsReason && (
                <TextArea
                  name="reason"
                  id={field}
                  label={words.reason}
                  rows={3}
                  value={typed?.action === action ? typed.reason : ''}
                  errors={(typed?.errors ?? [])
                    .filter((error) => error.field === field)
                    .map(({ message }) => ({ field: 'reason', message }))}
                />
              )}
              <Button kind={action === 'end' ? 'warning' : action === 'offer' ? 'primary' : 'secondary'}>
                {GRANT_ACTION_LABELS[action][language]}
              </Button>
            </Form>
          </Card>
        );
      })}
      {isOpenToPublic && (
        <p>
          <a href={`${publicPath(agreement)}/grants/${grant.ordinal}`}>{words.toPublic}</a>
        </p>
      )}
    </>,
    { errors: typed?.errors ?? [], ...(typed ? { status: typed.status } : {}) },
  );
}
