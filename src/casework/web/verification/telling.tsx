/** What computed answers rest on, and who answered, in the reader's language. */

import { OUTCOME_LABELS as COMPLAINT_OUTCOMES, showTrackingNumber } from '../../../complaints/index.ts';
import { formatDay, formatMoment } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { Temporal, type Zone } from '../../../kernel/time.ts';
import { PARAMETER_RULES, type ParameterRule } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { RapidCriterion } from '../../rules/case.ts';
import { RAPID_CRITERION_LABELS } from '../../rules/case-labels.ts';
import type { Fact } from '../../rules/verification/compute-checks.ts';
import { type VerificationWords, wordsIn } from './words.ts';

const dayText = (iso: string, language: Language) => formatDay(Temporal.PlainDate.from(iso), language);

export function tellFact(fact: Fact, zone: Zone, language: Language): string {
  const words = wordsIn(language).facts;
  const when = (iso: string) => formatMoment(Temporal.Instant.from(iso), zone, language);
  switch (fact.kind) {
    case 'given':
    case 'missing':
      return words[fact.kind](fact.field);
    case 'consented':
      return words.consented(when(fact.at));
    case 'event-age':
      return words.eventAge(
        dayText(fact.occurredOn, language),
        dayText(fact.lastDay, language),
        dayText(fact.receivedOn, language),
        fact.years,
      );
    case 'complaint': {
      const outcome = fact.outcome === null ? undefined : COMPLAINT_OUTCOMES[fact.outcome as keyof typeof COMPLAINT_OUTCOMES];
      const filed = words.complaint(showTrackingNumber(fact.trackingNumber), when(fact.filedAt));
      return outcome ? `${filed} ${words.complaintOutcome(outcome[language])}` : filed;
    }
    case 'complaint-clock': {
      const rule = PARAMETER_RULES[fact.rule as ParameterRule]?.label[language] ?? '';
      return fact.state === 'late' ? words.clockLate(rule, when(fact.dueAt)) : words.clockRunning(rule, when(fact.dueAt));
    }
    case 'complaint-objected':
      return words.objected(fact.times);
    case 'stated':
      return words.stated[fact.of][fact.yes ? 'yes' : 'no'];
    case 'criteria':
      return fact.codes.length === 0
        ? words.noCriteria
        : words.criteria(fact.codes.map((code) => RAPID_CRITERION_LABELS[code as RapidCriterion]?.[language] ?? '').join(', '));
  }
}

const personIdOf = (reference: string): string | undefined => /^person:(.+)$/.exec(reference)?.[1];

/** Names for references of authors; who reported is never named. */
export async function authorNames(
  db: Db,
  references: readonly string[],
  words: VerificationWords,
): Promise<(reference: string) => string> {
  const people = await peopleByIds(
    db,
    references.flatMap((each) => personIdOf(each) ?? []),
  );
  return (reference) => {
    if (reference === 'complainant') return words.reporter;
    const id = personIdOf(reference);
    return (id && people.get(id)?.name) || words.someone;
  };
}
