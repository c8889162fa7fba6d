/** The promise made with every receipt: who must do what, by which day, on what basis, and what happens if not. */
import type { Child } from 'hono/jsx';
import { Details, formatDay, PromiseCard } from '../../../../design/index.ts';
import { type Agency, agencyById } from '../../../../directory/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayOf, type Moment, zoneAbbreviation } from '../../../../kernel/time.ts';
import {
  asLimit,
  cite,
  type Due,
  dueMoment,
  explainDue,
  isRuleSet,
  type LawBook,
  lawBook,
  type Parameter,
  type ParameterRule,
} from '../../../../law/index.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { Complaint } from '../../../rules/complaint.ts';
import { finishRule } from '../../../rules/filing.ts';
import { en } from './words.en.ts';
import { id, type ReceiptWords } from './words.id.ts';

const SINCE = { id: 'diterima', en: 'receipt' } as const;

interface Reckoned {
  readonly parameter: Parameter;
  readonly due: Due;
}

/** Everything the card tells, reckoned for a complaint as it was filed: nothing of what happened to it since. */
interface Promised {
  readonly complaint: Complaint;
  readonly language: Language;
  readonly words: ReceiptWords;
  readonly desk: Agency | undefined;
  readonly addressed: Agency | undefined;
  reckon(rule: ParameterRule): Reckoned;
  parameter(rule: ParameterRule): Parameter;
}

export async function loadPromise(tools: Tools, complaint: Complaint, language: Language): Promise<Promised> {
  const book = await lawBook(tools);
  const parameter = parameterOf(book, complaint);
  return {
    complaint,
    language,
    words: language === 'en' ? en : id,
    desk: await agencyById(tools.db, complaint.deskAgencyId),
    addressed: complaint.addressedAgencyId === null ? undefined : await agencyById(tools.db, complaint.addressedAgencyId),
    parameter,
    reckon(rule) {
      const row = parameter(rule);
      const calendar = book.calendar(complaint.regionCode);
      return { parameter: row, due: dueMoment({ from: complaint.filedAt, limit: asLimit(row), zone: complaint.zone, calendar }) };
    },
  };
}

function parameterOf(book: LawBook, complaint: Complaint) {
  const filedOn = dayOf(complaint.filedAt, complaint.zone);
  const ruleSet = isRuleSet(complaint.ruleSet) ? complaint.ruleSet : undefined;
  return (rule: ParameterRule) => book.parameter(rule, filedOn, ruleSet);
}

export function Promises(props: { promised: Promised }) {
  const { promised } = props;
  const { complaint, words, parameter } = promised;
  const verify = promised.reckon('complaint.verify');
  const finish = promised.reckon(finishRule(complaint.class, null) as ParameterRule);
  const longer = complaint.class === 'complaint' ? promised.reckon('complaint.finish.complaint-supervisory') : undefined;
  const followUp = parameter('complaint.follow-up');
  const silence = parameter('complaint.silence');
  const theAgency = promised.addressed?.name ?? words.theAgency;
  return (
    <PromiseCard
      title={words.promise}
      promises={[
        {
          who: promised.desk?.name ?? words.theAgency,
          what: words.verify,
          by: <By promised={promised} reckoned={verify} />,
          basis: basisOf(verify.parameter, promised),
        },
        { who: theAgency, what: words.followUp(followUp.value), by: words.fromThen, basis: basisOf(followUp, promised) },
        {
          who: theAgency,
          what: longer ? words.finishComplaint(finish.parameter.value, longer.parameter.value) : words.finish,
          by: <By promised={promised} reckoned={finish} longer={longer} />,
          basis: basisOf(finish.parameter, promised),
        },
        { who: words.you, what: words.judge, by: words.judgeBy(silence.value), basis: basisOf(silence, promised) },
      ]}
      otherwise={
        <>
          <h3>{words.otherwise}</h3>
          <ul>
            <li>{words.otherwiseAuto}</li>
            <li>{words.otherwiseObject}</li>
            <li>{words.otherwiseOmbudsman}</li>
          </ul>
        </>
      }
    />
  );
}

function basisOf(parameter: Parameter, { words, language }: Promised): string {
  const citation = cite(parameter.basis)[language];
  return parameter.confirmed ? words.basis(citation) : words.unconfirmed(citation);
}

function By(props: { promised: Promised; reckoned: Reckoned; longer?: Reckoned | undefined }): Child {
  const { promised, reckoned, longer } = props;
  const { words, language, complaint } = promised;
  const day = (at: Moment) => formatDay(dayOf(at, complaint.zone), language);
  const isProvisional = reckoned.due.provisional || longer?.due.provisional === true;
  return (
    <>
      {words.by(day(reckoned.due.dueAt), zoneAbbreviation(complaint.zone))}
      {longer && `, ${words.orBy(day(longer.due.dueAt))}`}
      {isProvisional && <span class="tuntas-promise__note"> {words.provisional}</span>}
      <Details summary={words.why}>
        <p>{explainDue(reckoned.due, language, SINCE)}</p>
        {longer && <p>{explainDue(longer.due, language, SINCE)}</p>}
      </Details>
    </>
  );
}
