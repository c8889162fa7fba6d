/** Steps of the office: follow up, reply, propose to close, take the proposal back, and the internal note. */
import { Message, TextArea, Time, WarningText } from '../../../design/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { scanPersonalData } from '../../../identity/index.ts';
import { followUpPart, noteOnComplaint, proposeClosing, replyOnPart, withdrawProposal } from '../../actions/handle-complaint.ts';
import { TEXT_LIMIT } from '../../rules/guards.ts';
import { mayNote } from '../../rules/handling.ts';
import { guardOfPart } from './allowed.ts';
import { Attachments } from './attachments.tsx';
import { MarkedText, tellFindings } from './findings.tsx';
import type { At, Step } from './step.tsx';

/** What is written here is read by the complainant and, once released, by everyone: it is shown once more before it goes. */
async function Preview({ at }: { at: At }) {
  const { words, complaint, part, now, tools } = at;
  const text = at.typed('text').trim();
  const findings = scanPersonalData(text);
  const office = part && (await agencyById(tools.db, part.agencyId));
  return (
    <>
      <p>{complaint.confidential ? words.previewReadersConfidential : words.previewReaders}</p>
      {findings.length > 0 && <WarningText>{words.previewFindings(tellFindings(findings, words))}</WarningText>}
      <Message kind="public" from={office?.name ?? ''} when={<Time at={now} zone={complaint.zone} />}>
        <MarkedText text={text} words={words} />
      </Message>
      {at.attached.files.length > 0 && <p>{words.attachedCount(at.attached.files.length)}</p>}
    </>
  );
}

function publicly(name: 'follow-up' | 'reply' | 'propose', send: typeof followUpPart): Step {
  const isProposal = name === 'propose';
  return {
    name,
    scope: 'part',
    files: true,
    guard: guardOfPart(name),
    fields: { otherwise: 'text' },
    render: (at) => (
      <>
        <TextArea
          name="text"
          label={at.words.publicTexts[name].label}
          hint={at.words.publicTexts[name].hint}
          value={at.typed('text')}
          maxCharacters={TEXT_LIMIT}
          rows={8}
        />
        <Attachments
          opened={at}
          attached={at.attached}
          label={isProposal ? at.words.proofLabel : at.words.filesLabel}
          hint={isProposal ? at.words.proofHint : at.words.filesHint}
        />
      </>
    ),
    preview: (at) => {
      const length = at.typed('text').trim().length;
      return length >= (isProposal ? 20 : 1) && length <= TEXT_LIMIT ? <Preview at={at} /> : undefined;
    },
    send: (at, target) =>
      send(at.tools, at.actor, target, {
        partId: at.part?.id ?? '',
        text: at.typed('text'),
        files: at.attached.files,
        draftId: at.attached.draftId,
      }),
  };
}

export const followUpStep = publicly('follow-up', followUpPart);
export const replyStep = publicly('reply', replyOnPart);
export const proposeStep = publicly('propose', proposeClosing);

export const withdrawStep: Step = {
  name: 'withdraw',
  scope: 'part',
  guard: guardOfPart('withdraw'),
  fields: { otherwise: 'text' },
  render: (at) => (
    <TextArea
      name="text"
      label={at.words.reasonLabel}
      hint={at.words.reasonHints.withdraw}
      value={at.typed('text')}
      maxCharacters={TEXT_LIMIT}
    />
  ),
  send: (at, target) => withdrawProposal(at.tools, at.actor, target, { partId: at.part?.id ?? '', text: at.typed('text') }),
};

export const noteStep: Step = {
  name: 'note',
  scope: 'complaint',
  guard: ({ complaint, actor }) => (mayNote(complaint, actor) ? undefined : 'complaint.not-yours'),
  fields: { otherwise: 'text' },
  render: (at) => (
    <TextArea
      name="text"
      label={at.words.noteLabel}
      hint={at.words.noteHint}
      value={at.typed('text')}
      maxCharacters={TEXT_LIMIT}
    />
  ),
  send: (at, target) => noteOnComplaint(at.tools, at.actor, target, { text: at.typed('text') }),
};
