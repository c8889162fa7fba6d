/** `/desk/transfers`: cases that other offices of the Ombudsman offer to one's own, and the answer. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  EmptyState,
  Form,
  formatDay,
  formatMoment,
  PageHeading,
  page,
  Radios,
  SummaryList,
  seeOther,
  Table,
  TextArea,
} from '../../../design/index.ts';
import { agenciesByIds, type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { can } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { cite } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { answerTransfer, transferFor, type WaitingTransfer, waitingTransfers } from '../../actions/verification/transfer-case.ts';
import { STAGE_LABELS } from '../../rules/case.transitions.ts';
import { respondentsOf } from '../../rules/case.ts';
import { TRANSFERS } from '../../rules/verification/transfer-kinds.ts';
import { casePath } from '../opened.tsx';
import { type Refused, refused } from './refused.ts';
import { wordsIn } from './words.ts';

export const TRANSFERS_PATH = '/desk/transfers';
const ONE = `${TRANSFERS_PATH}/:transfer{[0-9a-f-]{36}}`;
/** An office has answered long before this many wait. */
const MOST = 100;

export function mountTransfers(app: WebRoutes): void {
  app.get(TRANSFERS_PATH, officersOnly(listPage));
  const open = (answer: (asked: OfficerAsked, waiting: WaitingTransfer) => Response | Promise<Response>) =>
    officersOnly(async (asked) => {
      const id = asked.c.req.param('transfer') ?? '';
      const waiting = isUuid(id) ? await transferFor(asked.tools.db, asked.actor, id) : undefined;
      return waiting ? answer(asked, waiting) : asked.c.notFound();
    });
  app.get(
    ONE,
    open((asked, waiting) =>
      waiting.transfer.state === 'proposed' ? answerPage(asked, waiting) : seeOther(asked.c, TRANSFERS_PATH),
    ),
  );
  app.post(
    ONE,
    open(async (asked, waiting) => {
      const { c, tools, actor, language } = asked;
      const words = wordsIn(language);
      const form = readForm(c);
      const typed = { answer: form.text('answer'), reason: form.text('reason') };
      if (typed.answer !== 'accept' && typed.answer !== 'decline') {
        const errors = [{ field: 'answer', message: words.transfer.answerMissing }];
        return answerPage(asked, waiting, typed, { errors, status: 422 });
      }
      const accepts = typed.answer === 'accept';
      const done = await answerTransfer(tools, actor, waiting.transfer, { accepts, reason: typed.reason });
      if (done.ok)
        return accepts
          ? seeOther(c, `${casePath(done.value)}/team`, words.transfer.accepted)
          : seeOther(c, TRANSFERS_PATH, words.transfer.declined);
      if (done.refusal === 'case.absent') return c.notFound();
      const field = done.refusal === 'case.reason-missing' ? 'reason' : 'answer';
      return answerPage(asked, waiting, typed, refused(done.refusal, language, field));
    }),
  );
}

async function listPage({ c, tools, actor, language }: OfficerAsked): Promise<Response> {
  if (!can(actor, 'case.decide')) return c.notFound();
  const words = wordsIn(language);
  const waiting = await waitingTransfers(tools.db, actor, MOST);
  const offices = await agenciesByIds(
    tools.db,
    waiting.map((each) => each.transfer.fromOfficeId),
  );
  return page(
    c,
    { title: words.transfer.listTitle, wide: true, before: <BackLink href="/desk/cases" /> },
    <>
      <PageHeading>{words.transfer.listTitle}</PageHeading>
      <p>{words.transfer.listLead}</p>
      {waiting.length === 0 ? (
        <EmptyState title={words.transfer.listNone} />
      ) : (
        <Table
          id="transfers"
          caption={words.transfer.listTitle}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[{ label: words.transfer.case }, { label: words.transfer.from }, { label: words.transfer.kind }]}
          rows={waiting.map(({ transfer, file }) => [
            <a href={`${TRANSFERS_PATH}/${transfer.id}`}>{file.number}</a>,
            offices.get(transfer.fromOfficeId)?.name ?? '',
            TRANSFERS[transfer.kind].label[language],
          ])}
        />
      )}
    </>,
  );
}

async function answerPage(
  asked: OfficerAsked,
  { transfer, file }: WaitingTransfer,
  typed: { readonly answer: string; readonly reason: string } = { answer: '', reason: '' },
  answer?: Refused,
): Promise<Response> {
  const { c, tools, language } = asked;
  const words = wordsIn(language);
  const kind = TRANSFERS[transfer.kind];
  const agencies = await agenciesByIds(tools.db, [
    transfer.fromOfficeId,
    transfer.toOfficeId,
    ...respondentsOf(file).map((each) => each.agencyId),
  ]);
  const name = (id: string) => agencies.get(id)?.name ?? '';
  return page(
    c,
    {
      title: words.transfer.answer,
      before: <BackLink href={TRANSFERS_PATH} />,
      errors: answer?.errors ?? [],
      ...(answer ? { status: answer.status } : {}),
    },
    <Columns>
      <PageHeading caption={file.number}>{words.transfer.answer}</PageHeading>
      <SummaryList
        rows={[
          { key: words.transfer.case, value: file.title },
          { key: words.transfer.stage, value: STAGE_LABELS[file.stage][language] },
          {
            key: words.transfer.respondents,
            value: respondentsOf(file)
              .map((each) => `${each.position}, ${name(each.agencyId)}`)
              .join('; '),
          },
          { key: words.transfer.from, value: name(transfer.fromOfficeId) },
          { key: words.transfer.toOffice, value: name(transfer.toOfficeId) },
          { key: words.transfer.kind, value: `${kind.label[language]} (${cite(kind.basis)[language]})` },
          { key: words.transfer.reason, value: transfer.reason },
          {
            key: words.transfer.coordination,
            value: `${transfer.agreedWith}, ${formatDay(transfer.agreedOn, language)}. ${transfer.agreement}`,
          },
          { key: words.plenary.when, value: formatMoment(transfer.proposedAt, file.zone, language) },
        ]}
      />
      <Form action={`${TRANSFERS_PATH}/${transfer.id}`}>
        <Radios
          name="answer"
          label={words.transfer.yourAnswer}
          value={typed.answer}
          choices={[
            { value: 'accept', label: words.transfer.accept },
            { value: 'decline', label: words.transfer.decline },
          ]}
        />
        <TextArea name="reason" label={words.reason} optional rows={3} value={typed.reason} />
        <ButtonGroup>
          <Button>{words.transfer.send}</Button>
          <a class="govuk-link" href={TRANSFERS_PATH}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}
