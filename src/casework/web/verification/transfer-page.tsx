/** `/desk/cases/:id/transfer`: handing a case over to another office of the Ombudsman, after coordination. */
import {
  Button,
  ButtonGroup,
  Columns,
  DateInput,
  Details,
  dateParts,
  dayFromParts,
  Form,
  formatDay,
  formatMoment,
  Hidden,
  InsetText,
  Select,
  seeOther,
  TextArea,
  TextInput,
  WarningButton,
} from '../../../design/index.ts';
import { agenciesByIds, agenciesUnder } from '../../../directory/index.ts';
import { cite } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { proposeTransfer, withdrawTransfer } from '../../actions/verification/transfer-case.ts';
import { caseStep } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { TRANSFERS, transferKind } from '../../rules/verification/transfer-kinds.ts';
import { type Transfer, transfersOf } from '../../store/verification/transfers.ts';
import { casePage } from '../case-frame.tsx';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { onCaseInside } from './inside.ts';
import { type Refused, refused } from './refused.ts';
import { type VerificationWords, wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/transfer';

export function mountTransfer(app: WebRoutes): void {
  app.get(
    PATH,
    onCaseInside((opened) => transferPage(opened)),
  );
  app.post(
    PATH,
    onCaseInside(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const form = readForm(c);
      const done = await proposeTransfer(
        tools,
        actor,
        { caseId: file.id, version: versionOf(form.text('version')) },
        {
          toOfficeId: form.text('office'),
          reason: form.text('reason'),
          agreedWith: form.text('agreedWith'),
          agreedOn: dayFromParts(dateParts(form.typed(), 'agreedOn')),
          agreement: form.text('agreement'),
        },
      );
      if (done.ok) return seeOther(c, `${path}/transfer`, wordsIn(language).transfer.done);
      if (done.refusal === 'case.absent') return c.notFound();
      return transferPage(opened, form, refused(done.refusal, language, fieldOf(done.refusal)));
    }),
  );
  app.post(
    `${PATH}/withdraw`,
    onCaseInside(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const form = readForm(c);
      const target = { caseId: file.id, version: versionOf(form.text('version')) };
      const done = await withdrawTransfer(tools, actor, target, form.text('reason'));
      if (done.ok) return seeOther(c, `${path}/transfer`, wordsIn(language).transfer.withdrawn);
      if (done.refusal === 'case.absent') return c.notFound();
      return transferPage(opened, form, refused(done.refusal, language, 'reason'));
    }),
  );
}

function fieldOf(code: CaseRefusal): string {
  if (code === 'case.transfer-coordination') return 'agreedWith';
  return code === 'case.reason-missing' || code === 'case.text-too-long' ? 'reason' : 'office';
}

async function transferPage(opened: OpenedCase, form?: SentForm, answer?: Refused): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const words = wordsIn(language);
  const step = caseStep(file, 'transfer', actor);
  const past = await transfersOf(tools.db, file.id);
  if (!step?.standing && past.length === 0) return c.notFound();
  const open = past.find((each) => each.state === 'proposed');
  const offices = await agenciesByIds(
    tools.db,
    past.flatMap((each) => [each.fromOfficeId, each.toOfficeId]),
  );
  const name = (id: string) => offices.get(id)?.name ?? '';
  return casePage(
    opened,
    'team',
    words.transfer.title,
    <Columns>
      <p>{words.transfer.lead}</p>
      {open && (
        <>
          <h2>{words.transfer.waiting}</h2>
          <About transfer={open} words={words} opened={opened} name={name} />
          {step?.standing && (
            <Form action={`${path}/transfer/withdraw`}>
              <Hidden name="version" value={String(file.version)} />
              <TextArea name="reason" label={words.reason} rows={2} value={form?.text('reason') ?? ''} />
              <WarningButton>{words.transfer.withdraw}</WarningButton>
            </Form>
          )}
        </>
      )}
      {!open && step?.standing && <Propose opened={opened} words={words} form={form} />}
      {!open && !step && <p>{words.transfer.notNow}</p>}
      {past.some((each) => each !== open) && (
        <Details summary={words.transfer.history}>
          {past
            .filter((each) => each !== open)
            .map((each) => (
              <About transfer={each} words={words} opened={opened} name={name} />
            ))}
        </Details>
      )}
    </Columns>,
    answer ?? {},
  );
}

function About(props: { transfer: Transfer; words: VerificationWords; opened: OpenedCase; name: (id: string) => string }) {
  const { transfer, words, opened, name } = props;
  const { file, language } = opened;
  const kind = TRANSFERS[transfer.kind];
  return (
    <InsetText>
      <strong>
        {name(transfer.fromOfficeId)} → {name(transfer.toOfficeId)}: {words.transfer.states[transfer.state]}
      </strong>
      <br />
      {kind.label[language]} ({cite(kind.basis)[language]}), {formatMoment(transfer.proposedAt, file.zone, language)}
      <br />
      {words.reason}: <span class="tuntas-preserve">{transfer.reason}</span>
      <br />
      {words.transfer.coordination}: {transfer.agreedWith}, {formatDay(transfer.agreedOn, language)}. {transfer.agreement}
      {transfer.decisionReason !== '' && (
        <>
          <br />
          {words.transfer.states[transfer.state]}: {transfer.decisionReason}
        </>
      )}
    </InsetText>
  );
}

async function Propose(props: { opened: OpenedCase; words: VerificationWords; form: SentForm | undefined }) {
  const { opened, words, form } = props;
  const { tools, file, path, language } = opened;
  const [root = file.officeId] = file.officePath;
  const all = await agenciesUnder(tools.db, root);
  const reachable = all.flatMap((office) => {
    const kind = transferKind(file.officePath, office.path);
    return kind ? [{ office, kind }] : [];
  });
  const kinds = [...new Set(reachable.map((each) => each.kind))];
  const typed = (name: string) => form?.text(name) ?? '';
  return (
    <Form action={`${path}/transfer`}>
      <Hidden name="version" value={String(file.version)} />
      <Select
        name="office"
        label={words.transfer.to}
        emptyLabel={words.transfer.choose}
        narrowing
        value={typed('office')}
        groups={kinds.map((kind) => ({
          label: TRANSFERS[kind].label[language],
          options: reachable.filter((each) => each.kind === kind).map(({ office }) => ({ value: office.id, label: office.name })),
        }))}
      />
      <Details summary={words.transfer.kinds}>
        <ul>
          {kinds.map((kind) => (
            <li>
              {TRANSFERS[kind].label[language]}: {TRANSFERS[kind].ground[language]} ({cite(TRANSFERS[kind].basis)[language]})
            </li>
          ))}
        </ul>
      </Details>
      <TextArea name="reason" label={words.transfer.reason} rows={4} value={typed('reason')} />
      <h2>{words.transfer.coordination}</h2>
      <p>{words.transfer.coordinationLead}</p>
      <TextInput
        name="agreedWith"
        label={words.transfer.agreedWith}
        hint={words.transfer.agreedWithHint}
        value={typed('agreedWith')}
      />
      <DateInput
        name="agreedOn"
        label={words.transfer.agreedOn}
        {...(form ? { value: dateParts(form.typed(), 'agreedOn') } : {})}
      />
      <TextArea name="agreement" label={words.transfer.agreement} rows={3} value={typed('agreement')} />
      <ButtonGroup>
        <Button>{words.transfer.button}</Button>
        <a class="govuk-link" href={`${path}/team`}>
          {words.cancel}
        </a>
      </ButtonGroup>
    </Form>
  );
}
