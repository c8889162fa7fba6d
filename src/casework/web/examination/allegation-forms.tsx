/** Recording an allegation, changing it, linking evidence, giving the finding. */
import { InsetText, Radios, Select, TextArea, TextInput } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/result.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { judgeAllegation, linkEvidence, raiseAllegation, reviseAllegation } from '../../actions/examination/allegations.ts';
import { respondentsOf } from '../../rules/case.ts';
import { type Allegation, FINDING_LABELS, FINDINGS, JUDGING_STAGES } from '../../rules/examination/allegation.ts';
import { type EvidenceItem, STANCE_LABELS, type Stance } from '../../rules/examination/evidence.ts';
import { FORM_CODES, FORMS, FORMS_STANDING, isFormCode } from '../../rules/examination/forms.ts';
import { mayExamine, mayRecord } from '../../rules/examination/permissions.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { evidenceOf } from '../../store/examination/evidence.ts';
import { allegationOf } from './allegation-pages.tsx';
import { type At, type FormSpec, mountForm } from './form-page.tsx';
import { partiesOf } from './parties.ts';

export function mountAllegationForms(app: WebRoutes): void {
  mountForm(app, raise);
  mountForm(app, revise);
  mountForm(app, judge);
  mountForm(app, link);
}

async function inputs(at: At<Allegation | null>) {
  const { words, language, file, data } = at;
  const parties = await partiesOf(at);
  const respondents = respondentsOf(file);
  return (
    <>
      <InsetText>{FORMS_STANDING[language]}</InsetText>
      <Radios
        name="form"
        label={words.allegations.form}
        small
        choices={FORM_CODES.map((code) => ({
          value: code,
          label: FORMS[code].label[language],
          hint: FORMS[code].meaning[language],
        }))}
        value={at.typed('form', data?.form)}
      />
      <Radios
        name="respondent"
        label={words.allegations.respondent}
        choices={respondents.map((each) => ({ value: each.id, label: parties.respondent(each.id) }))}
        value={at.typed('respondent', data?.respondentId ?? (respondents.length === 1 ? respondents[0]?.id : ''))}
      />
      <TextArea
        name="description"
        label={words.allegations.description}
        hint={words.allegations.descriptionHint}
        value={at.typed('description', data?.description)}
        rows={6}
        maxCharacters={LONGEST_TEXT}
      />
    </>
  );
}

const FIELDS = {
  'case.form-missing': 'form',
  'case.respondent-missing': 'respondent',
  otherwise: 'description',
} as const;

function orderOf(at: At<Allegation | null>) {
  const form = at.typed('form');
  return isFormCode(form) ? { form, respondentId: at.typed('respondent'), description: at.typed('description') } : undefined;
}

const raise: FormSpec<null> = {
  address: 'allegations/new',
  section: 'allegations',
  load: () => null,
  may: ({ file, actor }) => mayRecord(file, actor),
  title: ({ words }) => words.allegations.addTitle,
  back: ({ path, words }) => ({ href: `${path}/allegations`, text: words.allegations.back }),
  body: inputs,
  button: ({ words }) => words.allegations.save,
  fields: FIELDS,
  async send(at) {
    const order = orderOf(at);
    return order ? raiseAllegation(at.tools, at.actor, at.file.id, order) : refuse('case.form-missing');
  },
  done: ({ path, words }, id) => ({ href: `${path}/allegations/${id}`, text: words.allegations.added }),
};

const backToOne = ({ path, words, data, language }: At<Allegation>) => ({
  href: `${path}/allegations/${data.id}`,
  text: words.allegations.one(data.no, FORMS[data.form].label[language]),
});

const revise: FormSpec<Allegation> = {
  address: 'allegations/:allegation/edit',
  section: 'allegations',
  load: allegationOf,
  may: ({ file, actor }) => mayRecord(file, actor),
  title: ({ words }) => words.allegations.edit,
  back: backToOne,
  body: inputs,
  button: ({ words }) => words.allegations.save,
  fields: FIELDS,
  async send(at) {
    const order = orderOf(at);
    if (!order) return refuse('case.form-missing');
    return reviseAllegation(at.tools, at.actor, { caseId: at.file.id, allegationId: at.data.id }, order);
  },
  done: (at) => ({ href: backToOne(at).href, text: at.words.allegations.revised }),
};

const judge: FormSpec<Allegation> = {
  address: 'allegations/:allegation/finding',
  section: 'allegations',
  load: allegationOf,
  may: ({ file, actor }) => mayExamine(file, actor) && JUDGING_STAGES.includes(file.stage),
  title: ({ words }) => words.allegations.judge,
  back: backToOne,
  body(at) {
    const { words, language, data } = at;
    return (
      <>
        <p class="tuntas-preserve">{data.description}</p>
        <Radios
          name="finding"
          label={words.allegations.finding}
          hint={words.allegations.judgeHint}
          choices={FINDINGS.map((finding) => ({ value: finding, label: FINDING_LABELS[finding][language] }))}
          value={at.typed('finding', data.finding ?? '')}
        />
        <TextArea
          name="reason"
          label={words.allegations.reason}
          hint={words.allegations.reasonHint}
          value={at.typed('reason', data.reason)}
          rows={8}
          maxCharacters={LONGEST_TEXT}
        />
      </>
    );
  },
  button: ({ words }) => words.allegations.judge,
  fields: { 'case.finding-missing': 'finding', 'case.found-without-evidence': 'finding', otherwise: 'reason' },
  async send(at) {
    const finding = FINDINGS.find((each) => each === at.typed('finding'));
    if (!finding) return refuse('case.finding-missing');
    const target = { caseId: at.file.id, allegationId: at.data.id };
    return judgeAllegation(at.tools, at.actor, target, { finding, reason: at.typed('reason') });
  },
  done: (at) => ({ href: backToOne(at).href, text: at.words.allegations.judged }),
};

const STANCES: readonly Stance[] = ['for', 'against', 'none'];

const link: FormSpec<{ readonly allegation: Allegation; readonly items: readonly EvidenceItem[] }> = {
  address: 'allegations/:allegation/evidence',
  section: 'allegations',
  async load(opened) {
    const allegation = await allegationOf(opened);
    return allegation && { allegation, items: await evidenceOf(opened.tools.db, opened.file.id) };
  },
  may: ({ file, actor }) => mayRecord(file, actor),
  title: ({ words }) => words.allegations.link,
  back: (at) => backToOne({ ...at, data: at.data.allegation }),
  body(at) {
    const { words, language, data } = at;
    return (
      <>
        <Select
          name="evidence"
          label={words.allegations.linkItem}
          emptyLabel=""
          options={data.items.map((item) => ({
            value: item.id,
            label: `${words.evidence.item(item.no)}: ${item.description}`.slice(0, 150),
          }))}
          value={at.typed('evidence')}
        />
        <Radios
          name="stance"
          label={words.allegations.stance}
          choices={STANCES.map((stance) => ({
            value: stance,
            label: stance === 'none' ? words.allegations.unlink : STANCE_LABELS[stance][language],
          }))}
          value={at.typed('stance', 'for')}
        />
        <TextInput
          name="note"
          label={words.allegations.note}
          hint={words.allegations.noteHint}
          optional
          value={at.typed('note')}
          maxlength={300}
        />
      </>
    );
  },
  button: ({ words }) => words.allegations.link,
  fields: { 'case.found-without-evidence': 'stance', otherwise: 'evidence' },
  async send(at) {
    const stance = STANCES.find((each) => each === at.typed('stance')) ?? 'for';
    const evidenceId = at.typed('evidence');
    if (!isUuid(evidenceId) || !at.data.items.some((item) => item.id === evidenceId)) return refuse('case.evidence-missing');
    const target = { caseId: at.file.id, allegationId: at.data.allegation.id };
    return linkEvidence(at.tools, at.actor, target, { evidenceId, stance, note: at.typed('note') });
  },
  done: (at) => ({ href: backToOne({ ...at, data: at.data.allegation }).href, text: at.words.allegations.linked }),
};
