/** The receipt: numbers, code and what happens next, shown until somebody says that they are noted, and then never again. */
import { dropReceipt, receiptSecrets, showTrackingNumber } from '../../../complaints/index.ts';
import {
  Button,
  CodeSlip,
  Columns,
  Form,
  Hidden,
  LinkButton,
  PageHeading,
  Panel,
  page,
  seeOther,
  Time,
  WarningText,
} from '../../../design/index.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type Brought, broughtWith } from '../../actions/intake/bring-report.ts';
import { intakeSecret } from '../../actions/intake/keep-intake.ts';
import { runningClock } from '../../rules/case.ts';
import type { IntakeKind } from '../../rules/intake/answers.ts';
import { confirmReceipt, receiptOf } from '../../store/intake/receipts.ts';
import { CaseDeadline } from '../telling/case-deadline.tsx';
import type { Guard, IntakeSite } from './site.ts';

/** Not kept by browsers or proxies, and not compressed (the length would tell of the code). */
const UNKEPT = { 'Cache-Control': 'no-store' } as const;

interface OpenReceipt {
  readonly secret: string;
  readonly brought: Brought;
}

export function mountReceipt(app: WebRoutes, base: string, guard: Guard): void {
  app.get(
    `${base}/receipt`,
    guard(async (site) => {
      const [receipt] = await openReceipts(site);
      return receipt ? show(site, receipt) : nothing(site);
    }),
  );
  app.post(`${base}/receipt`, guard(confirm));
}

/** What this browser has brought and whose code nobody has said to have noted, newest first. At the desk only the officer who recorded it sees it. */
async function openReceipts({ c, tools, receipt, officer, mode }: IntakeSite): Promise<OpenReceipt[]> {
  const open: OpenReceipt[] = [];
  for (const secret of receiptSecrets(c, receipt)) {
    const brought = await broughtWith(tools, intakeSecret(tools, secret));
    const kept = brought && (await receiptOf(tools.db, { caseId: brought.file.id }));
    if (!brought || !kept || kept.confirmedAt !== null) continue;
    if (mode === 'desk' && brought.file.registeredByPersonId !== officer?.personId) continue;
    open.push({ secret, brought });
  }
  return open;
}

async function confirm(site: IntakeSite): Promise<Response> {
  const { c, tools, receipt, words, base, mode, now } = site;
  const number = readForm(c).text('number');
  const open = await openReceipts(site);
  const noted = open.find((each) => each.brought.trackingNumber === number);
  if (noted) {
    await confirmReceipt(tools.db, noted.brought.file.id, now);
    dropReceipt(c, receipt, noted.secret);
  }
  if (open.some((each) => each !== noted)) return c.redirect(`${base}/receipt`, 303);
  if (mode === 'desk') return seeOther(c, '/desk/cases', words.receipt.handedOverDone);
  return seeOther(c, '/ombudsman/follow', words.receipt.notedDone);
}

async function show(site: IntakeSite, { brought }: OpenReceipt): Promise<Response> {
  const { c, tools, language, now, base } = site;
  const words = site.words.receipt;
  const { file } = brought;
  const isDesk = site.mode === 'desk';
  const title = isDesk ? words.deskTitle : words.title[kindOfCase(file)];
  const clock = runningClock(file, 'stage');
  const number = showTrackingNumber(brought.trackingNumber);
  return page(
    c,
    { title, headers: UNKEPT },
    <Columns>
      <Panel title={title}>{words.registered(file.number)}</Panel>
      <WarningText>{isDesk ? words.deskWarning : words.warning}</WarningText>
      <CodeSlip
        title={words.slip}
        label={words.code}
        code={brought.receiptCode}
        rows={[
          { key: words.number, value: number },
          { key: words.registration, value: file.number },
          { key: words.received, value: <Time at={file.registeredAt} zone={file.zone} /> },
        ]}
      >
        <p class="tuntas-preserve">
          {words.followHere} <strong>{`${tools.settings.baseUrl}/ombudsman/follow`}</strong>
        </p>
        <p>{words.secretText}</p>
      </CodeSlip>
      <p>{words.lost}</p>
      <h2>{words.next}</h2>
      <p>{site.words.own.stage[file.stage]}</p>
      {clock && <CaseDeadline clock={clock} file={file} book={await lawBook(tools)} language={language} now={now} />}
      <Form action={`${base}/receipt`}>
        <Hidden name="number" value={brought.trackingNumber} />
        <p class="govuk-hint">{words.notedHint}</p>
        <Button>{isDesk ? words.handedOver : words.noted}</Button>
      </Form>
    </Columns>,
  );
}

export function kindOfCase({ access, tip }: Pick<Brought['file'], 'access' | 'tip'>): IntakeKind {
  if (tip) return 'tip';
  return access === 'KNL' ? 'consultation' : access === 'COPY' ? 'copy' : 'report';
}

function nothing({ c, words: { receipt: words } }: IntakeSite): Promise<Response> {
  return page(
    c,
    { title: words.nothing, headers: UNKEPT },
    <Columns>
      <PageHeading>{words.nothing}</PageHeading>
      <p>{words.nothingText}</p>
      <LinkButton href="/ombudsman/follow">{words.toFollow}</LinkButton>
    </Columns>,
  );
}
