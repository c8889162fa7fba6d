/** The first page: what happens, how long it takes, what one needs; and the way back to what was begun. */
import {
  Button,
  ButtonGroup,
  Columns,
  Details,
  Form,
  formatDay,
  Hidden,
  InsetText,
  LinkButton,
  NotificationBanner,
  PageHeading,
  page,
  SummaryList,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { type Agency, isRegionCode } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { COMPLAINT_CLASSES } from '../../rules/complaint.ts';
import { type Draft, firstUnanswered, stepsOf } from '../../rules/draft.ts';
import { finishRule } from '../../rules/filing.ts';
import { CLASS_LABELS } from '../../rules/labels.ts';
import { readTrackingNumber, showTrackingNumber } from '../../rules/tracking-number.ts';
import { isOpenRegion, openAgency } from '../filing-schema.ts';
import { type BroughtService, broughtService } from './about-service.tsx';
import { forgetDraft, type Opened, openDraft, saveDraft } from './open-draft.ts';
import { CounterNote, pathOf } from './question.tsx';
import { openReceipts } from './receipt/receipts.ts';
import { guarded, type Wizard, wordsFor } from './wizard.ts';

/** What an address may bring along: whom it is about, where, and what it carries on. */
interface Brought {
  readonly agency: Agency | undefined;
  readonly region: string;
  /** Ten digits; `null` when what was given cannot be a number. */
  readonly continues: string | null | undefined;
  /** The service it is about; it brings its office along. */
  readonly service: BroughtService | undefined;
}

export function mountStart(app: WebRoutes, wizard: Wizard): void {
  app.get(
    wizard.base,
    guarded(wizard, (c) => startPage(c, wizard)),
  );
  app.post(
    wizard.base,
    guarded(wizard, (c) => begin(c, wizard)),
  );
}

async function broughtBy(c: WebContext, read: (name: string) => string): Promise<Brought> {
  const { db, clock } = c.get('tools');
  const today = dayOf(clock.now(), 'Asia/Jakarta');
  const service = await broughtService(c, read('service').trim());
  const [region, continues] = [read('region').trim(), read('continues').trim()];
  const code = read('agency').trim() || (service?.agencyCode ?? '');
  return {
    agency: code === '' || code.length > 100 ? undefined : await openAgency(db, code, today),
    region: isRegionCode(region) && (await isOpenRegion(db, region, today)) ? region : '',
    continues: continues === '' ? undefined : (readTrackingNumber(continues) ?? null),
    service,
  };
}

async function begin(c: WebContext, wizard: Wizard): Promise<Response> {
  const form = readForm(c);
  const brought = await broughtBy(c, (name) => form.text(name));
  await forgetDraft(c, wizard);
  const { kept } = await saveDraft(c, wizard, undefined, (draft) => ({
    ...draft,
    agency: brought.agency?.code ?? '',
    region: brought.region || (brought.agency?.regionCode ?? ''),
    continues: brought.continues ?? '',
    service: brought.service?.number ?? '',
  }));
  return c.redirect(pathOf(wizard, stepsOf(kept.draft, wizard.mode)[0] ?? 'class'), 303);
}

async function startPage(c: WebContext, wizard: Wizard): Promise<Response> {
  const words = wordsFor(c);
  const opened = await openDraft(c, wizard);
  const unfinished = opened && hasContent(opened.kept.draft) ? opened : undefined;
  const brought = await broughtBy(c, (name) => c.req.query(name) ?? '');
  const receipts = await openReceipts(c, wizard);
  return page(
    c,
    {
      title: words.start.title,
      description: words.start.lead,
      ...(wizard.mode === 'citizen' && new URL(c.req.url).search === '' ? { robots: 'index' as const } : {}),
      headers: { 'Cache-Control': 'private, no-cache' },
    },
    <Columns>
      {c.req.query('expired') === 'yes' && !unfinished && (
        <NotificationBanner>
          <p>{words.start.expired}</p>
        </NotificationBanner>
      )}
      <CounterNote wizard={wizard} text={words.counterNote} />
      <PageHeading size="xl">{words.start.title}</PageHeading>
      <p class="govuk-body-l">{words.start.lead}</p>
      {receipts.length > 0 && (
        <InsetText>
          <p>
            {words.start.openReceipt} <a href={`${wizard.base}/receipt`}>{words.start.showReceipt}</a>
          </p>
        </InsetText>
      )}
      {unfinished && <Unfinished c={c} wizard={wizard} opened={unfinished} brought={brought} />}
      <BroughtNotes c={c} brought={brought} />
      {!unfinished && (
        <Form action={wizard.base}>
          <BroughtFields brought={brought} />
          <Button>{words.start.begin}</Button>
        </Form>
      )}
      {wizard.mode === 'counter' && (
        <p>
          <a href="/desk/visits">{words.start.onlyAsking}</a>
        </p>
      )}
      <WhatHappens c={c} />
      <WarningText>{words.start.emergency}</WarningText>
      {wizard.mode === 'citizen' && <LostCode c={c} wizard={wizard} />}
    </Columns>,
  );
}

/** Whether there is anything to lose. */
function hasContent(draft: Draft): boolean {
  return draft.answered.length > 0 || draft.title !== '' || draft.description !== '' || draft.files.length > 0;
}

function Unfinished(props: { c: WebContext; wizard: Wizard; opened: Opened; brought: Brought }) {
  const { c, wizard, opened } = props;
  const words = wordsFor(c).start;
  const day = formatDay(dayOf(opened.kept.expiresAt, 'Asia/Jakarta'), c.get('language'));
  return (
    <NotificationBanner>
      <p>{words.unfinished}</p>
      <p class="govuk-body">
        {words.unfinishedUntil(day)} {words.overText}
      </p>
      <ButtonGroup>
        <LinkButton href={pathOf(wizard, firstUnanswered(opened.kept.draft, wizard.mode) ?? 'check')}>{words.resume}</LinkButton>
        <Form action={wizard.base}>
          <BroughtFields brought={props.brought} />
          <Button kind="secondary">{words.over}</Button>
        </Form>
      </ButtonGroup>
    </NotificationBanner>
  );
}

function BroughtFields(props: { brought: Brought }) {
  const { agency, region, continues, service } = props.brought;
  return (
    <>
      {agency && <Hidden name="agency" value={agency.code} />}
      {region !== '' && <Hidden name="region" value={region} />}
      {continues && <Hidden name="continues" value={continues} />}
      {service && <Hidden name="service" value={service.number} />}
    </>
  );
}

function BroughtNotes(props: { c: WebContext; brought: Brought }) {
  const words = wordsFor(props.c).start;
  const { agency, continues, service } = props.brought;
  if (!agency && continues === undefined) return null;
  return (
    <InsetText>
      {service && <p>{words.chosenService(service.name)}</p>}
      {agency && <p>{words.chosenAgency(agency.name)}</p>}
      {continues && <p>{words.continues(showTrackingNumber(continues))}</p>}
      {continues === null && <p>{words.continuesWrong}</p>}
    </InsetText>
  );
}

async function WhatHappens(props: { c: WebContext }) {
  const { c } = props;
  const words = wordsFor(c).start;
  const language = c.get('language');
  const tools = c.get('tools');
  const book = await lawBook(tools);
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const days = (rule: string) => book.parameter(rule as Parameters<typeof book.parameter>[0], today).value;
  return (
    <>
      <h2>{words.steps}</h2>
      <ol>
        <li>{words.answer}</li>
        <li>{words.receipt}</li>
        <li>{words.verify(days('complaint.verify'))}</li>
        <li>{words.finish}</li>
      </ol>
      <h2>{words.need}</h2>
      <ul>
        <li>{words.needStory}</li>
        <li>{words.needFiles}</li>
        <li>{words.needContact}</li>
      </ul>
      <h2>{words.classes}</h2>
      <SummaryList
        rows={COMPLAINT_CLASSES.map((each) => ({
          key: CLASS_LABELS[each][language],
          value: (
            <>
              <p>{CLASS_LABELS[each].meaning[language]}</p>
              <p class="govuk-hint">
                {each === 'complaint'
                  ? words.withinOr(days(finishRule(each, null)), days(finishRule(each, true)))
                  : words.within(days(finishRule(each, null)))}
              </p>
            </>
          ),
        }))}
      />
    </>
  );
}

/** For whoever cannot get back to an earlier complaint. The link is all that is made; whether the number exists is not told. */
function LostCode(props: { c: WebContext; wizard: Wizard }) {
  const words = wordsFor(props.c).start;
  return (
    <Details summary={words.lostCode}>
      <p>{words.lostCodeText}</p>
      <Form method="get" action={props.wizard.base}>
        <TextInput name="continues" label={words.lostNumber} hint={words.lostNumberHint} width={20} inputmode="numeric" code />
        <Button kind="secondary">{words.link}</Button>
      </Form>
    </Details>
  );
}
