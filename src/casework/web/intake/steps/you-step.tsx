/** Who it is: what the law asks of a reporter, and no more of anybody else. */
import { aboutFile } from '../../../../complaints/index.ts';
import {
  DateInput,
  FileUpload,
  Hidden,
  InsetText,
  PageHeading,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../../design/index.ts';
import { hasContact, MARITAL_STATUSES } from '../../../../identity/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { ACCEPTED_EXTENSIONS } from '../../../../platform/files/sniff.ts';
import type { IntakeFile } from '../../../actions/intake/keep-intake.ts';
import { type Answers, kindOf } from '../../../rules/intake/answers.ts';
import type { IntakeSite } from '../site.ts';
import { type StepBody, StepForm, type StepView } from '../step-page.tsx';
import type { IntakeWords } from '../words.ts';

function title({ site, draft }: StepView): string {
  const words = site.words.you;
  const kind = kindOf(draft.answers);
  if (kind === 'copy') return words.senderTitle;
  if (kind === 'consultation') return words.consultationTitle;
  return site.mode === 'desk' ? words.deskTitle : words.title;
}

export const youBody: StepBody = {
  title,
  async body(view) {
    const { site, draft } = view;
    const words = site.words.you;
    const { answers } = draft;
    const kind = kindOf(answers);
    if (kind !== 'report') {
      return (
        <>
          <PageHeading>{title(view)}</PageHeading>
          <p>{words.consultationLead}</p>
          <StepForm view={view}>
            <TextInput
              name="name"
              label={kind === 'copy' ? words.sender : words.name}
              optional
              value={answers.name}
              maxlength={200}
              autocomplete="name"
            />
            <ContactInputs words={site.words} answers={answers} />
          </StepForm>
        </>
      );
    }
    const isKnown = await contactIsKnown(site);
    return (
      <>
        <PageHeading>{title(view)}</PageHeading>
        <p>{site.mode === 'desk' ? words.deskWhy : words.why}</p>
        <StepForm view={view} multipart>
          <Secret view={view} />
          <ParticularsInputs words={site.words} answers={answers} idCopy={draft.idCopy} language={site.language} />
          <h2 class="govuk-heading-m">{words.contact}</h2>
          <p class="govuk-hint">{isKnown ? words.contactKnown : words.contactHint}</p>
          {!isKnown && <ContactInputs words={site.words} answers={answers} />}
        </StepForm>
      </>
    );
  },
};

/** Whoever left a way to reach them with their complaint is not asked again. */
export async function contactIsKnown({ tools, own }: IntakeSite): Promise<boolean> {
  return own !== undefined && (await hasContact(tools.db, own.complaint.id));
}

/** Whoever complained anonymously has answered this already. */
function Secret({ view: { site, draft } }: { view: StepView }) {
  const words = site.words.you;
  if (site.own?.complaint.anonymous) {
    return (
      <InsetText>
        <p>{words.secretAlways}</p>
        <Hidden name="secret" value="yes" />
      </InsetText>
    );
  }
  return (
    <Radios
      name="secret"
      label={words.secret}
      hint={words.secretHint}
      value={draft.answers.secret}
      choices={[
        { value: 'yes', label: words.secretYes },
        { value: 'no', label: words.secretNo },
      ]}
    />
  );
}

export function ParticularsInputs(props: {
  words: IntakeWords;
  answers: Answers;
  idCopy: IntakeFile | null;
  language: Language;
  optional?: boolean;
}) {
  const { answers, idCopy, language, optional = false } = props;
  const words = props.words.you;
  return (
    <>
      <TextInput name="name" label={words.name} optional={optional} value={answers.name} maxlength={200} autocomplete="name" />
      <TextInput
        name="birthPlace"
        label={words.birthPlace}
        optional={optional}
        value={answers.birthPlace}
        maxlength={100}
        width={20}
      />
      <DateInput
        name="born"
        label={words.born}
        hint={words.bornHint}
        optional={optional}
        value={{ day: answers.bornDay, month: answers.bornMonth, year: answers.bornYear }}
      />
      <Select
        name="maritalStatus"
        label={words.maritalStatus}
        optional={optional}
        emptyLabel={props.words.where.choose}
        value={answers.maritalStatus}
        options={MARITAL_STATUSES.map((value) => ({ value, label: words.marital[value] ?? value }))}
      />
      <TextInput
        name="occupation"
        label={words.occupation}
        optional={optional}
        value={answers.occupation}
        maxlength={100}
        width={20}
      />
      <TextArea
        name="address"
        label={words.address}
        hint={words.addressHint}
        optional={optional}
        rows={3}
        value={answers.address}
        maxCharacters={500}
      />
      <FileUpload
        name="idCard"
        label={words.idCard}
        hint={words.idCardHint}
        optional
        single
        accept={ACCEPTED_EXTENSIONS.filter((each) => /jpe?g|png|webp|pdf/.test(each)).join(',')}
        uploaded={idCopy ? [{ id: idCopy.id, name: words.idCardKept, about: aboutFile(idCopy, language) }] : []}
      />
    </>
  );
}

export function ContactInputs({ words, answers }: { words: IntakeWords; answers: Pick<Answers, 'email' | 'phone'> }) {
  return (
    <>
      <TextInput name="email" label={words.you.email} optional type="email" value={answers.email} autocomplete="email" />
      <TextInput name="phone" label={words.you.phone} optional type="tel" value={answers.phone} autocomplete="tel" width={20} />
    </>
  );
}
