/** `/desk/plenaries/:id/items/:case`: one case in a meeting: what was proposed, who counts, what was discussed, the one decision. */
import {
  Button,
  ButtonGroup,
  Checkbox,
  Columns,
  Details,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  Radios,
  StatusTag,
  SummaryList,
  seeOther,
  TextArea,
  WarningText,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  decideItem,
  type ItemQuorum,
  keepDiscussion,
  type OpenedItem,
  openItem,
  quorumFor,
} from '../../actions/verification/decide-item.ts';
import { gatherChecks } from '../../actions/verification/gather-checks.ts';
import { possibleActions } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { progressOf } from '../../rules/verification/checks.ts';
import { DECISION_LABELS, DECISION_STEPS, PLENARY_DECISIONS } from '../../rules/verification/plenary.ts';
import { neededForQuorum } from '../../rules/verification/quorum.ts';
import { countOpenObligations } from '../../store/cases.ts';
import { latestProposal } from '../../store/verification/checks.ts';
import { membersOf } from '../../store/verification/plenaries.ts';
import { casePath, versionOf } from '../opened.tsx';
import { ONE_PLENARY, type OpenedPlenary, onPlenaryPage, plenaryPage } from './plenary-frame.tsx';
import { type Refused, refused } from './refused.ts';

const PATH = `${ONE_PLENARY}/items/:case{[0-9a-f-]{36}}`;

export function mountPlenaryItem(app: WebRoutes): void {
  const open = (answer: (opened: OpenedPlenary, found: OpenedItem) => Response | Promise<Response>) =>
    onPlenaryPage(async (opened) => {
      const { c, tools, actor, plenary } = opened;
      const caseId = c.req.param('case') ?? '';
      const found = isUuid(caseId) ? await openItem(tools, tools.db, actor, { plenaryId: plenary.id, caseId }) : undefined;
      return found ? answer(opened, found) : c.notFound();
    });
  app.get(
    PATH,
    open((opened, found) => itemPage(opened, found)),
  );
  app.post(
    PATH,
    open(async (opened, found) => {
      const { c, tools, actor, plenary, path, language, words } = opened;
      const form = readForm(c);
      const caseId = found.file.id;
      const target = { plenaryId: plenary.id, caseId };
      // Two buttons, one form: nothing typed is lost by keeping the discussion first.
      if (form.has('keep')) {
        const kept = await keepDiscussion(tools, actor, target, {
          discussion: form.text('discussion'),
          version: versionOf(form.text('version')),
        });
        if (kept.ok) return seeOther(c, `${path}/items/${caseId}`, words.item.kept);
        if (kept.refusal === 'case.absent') return c.notFound();
        return itemPage(opened, found, form, refused(kept.refusal, language, 'discussion'));
      }
      const members = await membersOf(tools.db, plenary.id);
      const done = await decideItem(tools, actor, target, {
        decision: form.text('decision'),
        discussion: form.text('discussion'),
        reasons: form.text('reasons'),
        dissents: members.map(({ personId }) => ({ personId, opinion: form.text(`dissent-${personId}`) })),
        openObligationsSeen: form.text('obligations') === 'yes',
      });
      if (done.ok) return seeOther(c, path, words.item.decided);
      if (done.refusal === 'case.absent') return c.notFound();
      const fresh = (await openItem(tools, tools.db, actor, target)) ?? found;
      return itemPage(opened, fresh, form, refused(done.refusal, language, fieldOf(done.refusal)));
    }),
  );
}

function fieldOf(code: CaseRefusal): string {
  if (code === 'case.reason-missing' || code === 'case.text-too-long') return 'reasons';
  return code === 'case.open-obligations' ? 'obligations' : 'decision';
}

async function itemPage(opened: OpenedPlenary, found: OpenedItem, form?: SentForm, answer?: Refused): Promise<Response> {
  const { tools, words, language } = opened;
  const { file, item, plenary } = found;
  const proposal = await latestProposal(tools.db, file.id);
  const progress = progressOf((await gatherChecks(tools, tools.db, file)).standings);
  const quorum = plenary.quorumPercent === null ? undefined : await quorumFor(tools, tools.db, plenary, file);
  const rows = [
    {
      key: words.item.proposal,
      value: proposal ? (
        <>
          <strong>{words.submit.proposals[proposal.proposal]}</strong>
          <br />
          <span class="tuntas-preserve">{proposal.reasons}</span>
        </>
      ) : (
        words.item.noProposal
      ),
    },
    {
      key: words.item.checks,
      value: <a href={`${casePath(file)}/checks`}>{words.checks.progress(progress.met, progress.answered, progress.total)}</a>,
    },
  ];
  return plenaryPage(
    opened,
    words.item.title(file.number),
    <Columns>
      <p>
        <strong>{file.title}</strong>
      </p>
      <p>
        <a href={casePath(file)}>{words.item.toCase}</a>
      </p>
      <SummaryList rows={rows} />
      {item.decision === null ? (
        <Undecided opened={opened} found={found} quorum={quorum} form={form} />
      ) : (
        <Decided opened={opened} found={found} form={form} />
      )}
      {item.decision === null && quorum === undefined && <p>{words.item.notOpened}</p>}
    </Columns>,
    { ...(answer ?? {}) },
  );

  async function Undecided(props: {
    opened: OpenedPlenary;
    found: OpenedItem;
    quorum: ItemQuorum | undefined;
    form: SentForm | undefined;
  }) {
    const { actor, path, language: reader } = props.opened;
    const members = await membersOf(tools.db, plenary.id);
    const people = await peopleByIds(
      tools.db,
      members.map((each) => each.personId),
    );
    const nameOf = (id: string) => people.get(id)?.name ?? words.someone;
    const may = possibleActions(file, actor);
    const decisions = PLENARY_DECISIONS.filter((each) => may.includes(DECISION_STEPS[each].action));
    const isOpen = plenary.state === 'open' && props.quorum !== undefined;
    const deciding = members.filter((each) => each.isPresent === true && !props.quorum?.excluded.has(each.personId));
    const owes = await countOpenObligations(tools.db, file.id);
    const typed = (name: string, kept = '') => props.form?.text(name) ?? kept;
    if (plenary.state !== 'open' && plenary.state !== 'planned') return null;
    return (
      <>
        {props.quorum && <QuorumFacts quorum={props.quorum} nameOf={nameOf} />}
        <Form action={`${path}/items/${file.id}`}>
          <Hidden name="version" value={String(item.version)} />
          <TextArea
            name="discussion"
            label={words.item.discussion}
            hint={words.item.discussionHint}
            rows={8}
            maxCharacters={20_000}
            value={typed('discussion', item.discussion)}
          />
          <Button kind="secondary" name="keep" value="yes">
            {words.item.keep}
          </Button>
          {isOpen && decisions.length > 0 && (
            <>
              <Radios
                name="decision"
                label={words.item.decision}
                value={typed('decision')}
                choices={decisions.map((each) => ({ value: each, label: DECISION_LABELS[each][reader] }))}
              />
              <TextArea
                name="reasons"
                label={words.item.reasons}
                hint={words.item.reasonsHint}
                rows={6}
                maxCharacters={20_000}
                value={typed('reasons')}
              />
              <Details summary={words.item.dissent} open={deciding.some((each) => typed(`dissent-${each.personId}`) !== '')}>
                <p>{words.item.dissentLead}</p>
                {deciding.map((each) => (
                  <TextArea
                    name={`dissent-${each.personId}`}
                    label={words.item.dissentOf(nameOf(each.personId))}
                    rows={3}
                    optional
                    value={typed(`dissent-${each.personId}`)}
                  />
                ))}
              </Details>
              {owes > 0 && (
                <Checkbox name="obligations" label={words.item.obligations} checked={typed('obligations') === 'yes'} />
              )}
              <WarningText>{words.item.once}</WarningText>
              <ButtonGroup>
                <Button name="decide" value="yes">
                  {words.item.decide}
                </Button>
                <a class="govuk-link" href={path}>
                  {words.cancel}
                </a>
              </ButtonGroup>
            </>
          )}
          {isOpen && decisions.length === 0 && <p>{words.item.notYours}</p>}
        </Form>
      </>
    );
  }

  function QuorumFacts({ quorum: counted, nameOf }: { quorum: ItemQuorum; nameOf: (id: string) => string }) {
    const needed = neededForQuorum(counted.members, counted.percent);
    return (
      <InsetText>
        <strong>{words.item.counts}</strong>{' '}
        <StatusTag
          label={counted.isReached ? words.item.reached : words.item.notReached}
          tone={counted.isReached ? 'success' : 'warning'}
        />
        <br />
        {words.item.counted(counted.present, counted.members, needed)}
        {counted.excluded.size > 0 && (
          <>
            <br />
            {words.item.excluded}: {[...counted.excluded].map(nameOf).join('; ')}
          </>
        )}
      </InsetText>
    );
  }

  async function Decided(props: { opened: OpenedPlenary; found: OpenedItem; form: SentForm | undefined }) {
    const people = await peopleByIds(tools.db, [
      ...(item.decidedBy ? [item.decidedBy] : []),
      ...item.excludedPersonIds,
      ...item.dissents.map((each) => each.personId),
    ]);
    const nameOf = (id: string) => people.get(id)?.name ?? words.someone;
    if (!item.decision || !item.decidedAt || !item.decidedBy) return null;
    const unsaved = [props.form?.text('discussion'), props.form?.text('reasons')].filter((each) => each);
    return (
      <>
        <h2 id="decision">{words.item.decision}</h2>
        <InsetText>
          <strong>{DECISION_LABELS[item.decision][language]}</strong>
          <br />
          {words.item.countedThen(item.present ?? 0, item.members ?? 0)}
          <br />
          {words.item.decidedBy(nameOf(item.decidedBy), formatMoment(item.decidedAt, plenary.zone, language))}
        </InsetText>
        {item.reasons !== '' && (
          <>
            <h3>{words.item.reasons}</h3>
            <p class="tuntas-preserve">{item.reasons}</p>
          </>
        )}
        {item.discussion !== '' && (
          <>
            <h3>{words.item.discussion}</h3>
            <p class="tuntas-preserve">{item.discussion}</p>
          </>
        )}
        {item.dissents.map((each) => (
          <>
            <h3>{words.item.dissentOf(nameOf(each.personId))}</h3>
            <p class="tuntas-preserve">{each.opinion}</p>
          </>
        ))}
        {item.excludedPersonIds.length > 0 && (
          <p>
            {words.item.excluded}: {item.excludedPersonIds.map(nameOf).join('; ')}
          </p>
        )}
        {/* Somebody was faster: what was typed can still be read and copied. */}
        {unsaved.map((each) => (
          <TextArea name="unsaved" label={words.item.discussion} rows={4} value={each ?? ''} />
        ))}
      </>
    );
  }
}
