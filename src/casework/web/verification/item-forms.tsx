/** A case in a meeting: the form that records its discussion and its one decision, and the decision once it is made. */
import {
  Button,
  ButtonGroup,
  Checkbox,
  Details,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  Radios,
  StatusTag,
  TextArea,
  WarningText,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import type { ItemQuorum, OpenedItem } from '../../actions/verification/decide-item.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { DECISION_LABELS, DECISION_STEPS, PLENARY_DECISIONS } from '../../rules/verification/plenary.ts';
import { neededForQuorum } from '../../rules/verification/quorum.ts';
import { countOpenObligations } from '../../store/cases.ts';
import { membersOf } from '../../store/verification/plenaries.ts';
import type { OpenedPlenary } from './plenary-frame.tsx';
import type { VerificationWords } from './words.ts';

export async function UndecidedItem(props: {
  opened: OpenedPlenary;
  found: OpenedItem;
  quorum: ItemQuorum | undefined;
  form: SentForm | undefined;
}) {
  const { tools, actor, path, words, language } = props.opened;
  const { file, item, plenary } = props.found;
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
      {props.quorum && <QuorumFacts quorum={props.quorum} nameOf={nameOf} words={words} />}
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
              choices={decisions.map((each) => ({ value: each, label: DECISION_LABELS[each][language] }))}
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
            {owes > 0 && <Checkbox name="obligations" label={words.item.obligations} checked={typed('obligations') === 'yes'} />}
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

function QuorumFacts(props: { quorum: ItemQuorum; nameOf: (id: string) => string; words: VerificationWords }) {
  const { quorum: counted, nameOf, words } = props;
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

export async function DecidedItem(props: { opened: OpenedPlenary; found: OpenedItem; form: SentForm | undefined }) {
  const { tools, words, language } = props.opened;
  const { item, plenary } = props.found;
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
