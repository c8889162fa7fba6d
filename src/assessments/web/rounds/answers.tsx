/** What was found on one indicator of a unit, and inputs to correct it. */
import { type Attachment, AttachmentList, Radios, TextInput } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { writeAnswer } from '../../rules/answer-kinds.ts';
import { choicesOf, DOES_NOT_APPLY, tellAnswer } from '../../rules/answer-words.ts';
import { NOT_APPLICABLE } from '../../rules/answers.ts';
import { type Indicator, PEOPLE_SHEETS } from '../../rules/instrument.ts';
import { SMALL_GROUP } from '../../rules/raw-data.ts';
import type { Evidence } from '../../store/evidence.ts';
import type { IndicatorAnswer } from '../../store/indicator-answers.ts';
import type { RoundWords } from './words.ts';

interface Props {
  readonly indicator: Indicator;
  readonly answers: readonly IndicatorAnswer[];
  readonly language: Language;
  readonly words: RoundWords;
}

/**
 * Sheet by sheet what was seen in documents; of people counts alone, and of a handful of people not even those to the side they belong to:
 * of two complaint officers each would know what the other has said.
 */
export function FoundAnswers({ indicator, answers, language, words, inside }: Props & { inside: boolean }) {
  if (PEOPLE_SHEETS.includes(indicator.from)) {
    const given = answers.filter((one) => one.value !== undefined);
    if (!inside && given.length < SMALL_GROUP) return <p>{words.found.smallGroup(given.length)}</p>;
    const counts = [...Map.groupBy(given, (one) => tellAnswer(indicator.answer, one.value ?? null)[language])];
    return (
      <ul>
        {counts.map(([text, all]) => (
          <li>{words.found.people(text, all.length)}</li>
        ))}
      </ul>
    );
  }
  return (
    <ul>
      {answers.map((one, place) => (
        <li>
          {sheetName(one, place, words)}:{' '}
          <strong>{one.value === undefined ? words.found.nothing : tellAnswer(indicator.answer, one.value)[language]}</strong>
          {one.note && <span class="tuntas-preserve"> – {one.note}</span>}
        </li>
      ))}
    </ul>
  );
}

export function sheetName(answer: IndicatorAnswer, place: number, words: RoundWords): string {
  if (answer.kind === 'product') return answer.serviceName ?? words.found.product(place + 1);
  return words.found.sheets[answer.kind];
}

export function EvidenceList(props: { evidence: readonly Evidence[]; language: Language; words: RoundWords }) {
  const { evidence, words } = props;
  if (evidence.length === 0) return null;
  const files = evidence.map((one, index): Attachment => {
    const thumbnail = one.thumbnailKey
      ? { src: `/field/evidence/${one.id}/thumbnail`, alt: words.found.thumbnail(index + 1) }
      : undefined;
    return {
      name: one.caption ?? words.found.evidence(index + 1),
      href: `/field/evidence/${one.id}`,
      about: words.found.fingerprint(one.sha256.slice(0, 12)),
      ...(thumbnail ? { thumbnail } : {}),
    };
  });
  return <AttachmentList files={files} />;
}

/** How an answer stands in an input: as `readAnswer` reads it; empty = there is none. */
export function written(indicator: Indicator, answer: IndicatorAnswer): string {
  if (answer.value === undefined) return '';
  return answer.value === null ? NOT_APPLICABLE : writeAnswer(indicator.answer, answer.value);
}

export function AnswerInput(props: {
  indicator: Indicator;
  name: string;
  label: string;
  value: string;
  language: Language;
  words: RoundWords;
}) {
  const { indicator, name, label, value, language, words } = props;
  const choices = choicesOf(indicator.answer).map((one) => ({ value: one.value, label: one.label[language] }));
  const notApply = indicator.mayNotApply ? [{ value: NOT_APPLICABLE, label: DOES_NOT_APPLY[language] }] : [];
  // An interview may turn out not to count; of what is seen in documents something can always be said.
  const none = PEOPLE_SHEETS.includes(indicator.from) ? [{ value: 'none', label: words.found.doesNotCount }] : [];
  if (choices.length > 0)
    return (
      <Radios
        name={name}
        label={label}
        choices={[...choices, ...notApply, ...none]}
        value={value}
        small
        inline={choices.length < 3}
      />
    );
  return <TextInput name={name} label={label} value={value} width={10} inputmode="decimal" />;
}

/** What was typed into such an input; `undefined` = nothing to correct. */
export function typedCorrection(text: string, answer: IndicatorAnswer): { readonly value: string | null } | undefined {
  if (text === 'none') return answer.value === undefined ? undefined : { value: null };
  return text.trim() === '' ? undefined : { value: text.trim() };
}
