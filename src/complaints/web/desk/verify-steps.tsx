/** Steps of verification: correct, ask back, archive, restore, reopen, send up. */

import { Radios, Select, TextArea, TextInput } from '../../../design/index.ts';
import { categoryTree } from '../../../directory/index.ts';
import { refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { sendComplaintUp } from '../../actions/forward-complaint.ts';
import { reopenAtDesk } from '../../actions/release-complaint.ts';
import { archiveComplaint, askComplainant, correctComplaint, restoreComplaint } from '../../actions/verify-complaint.ts';
import { ARCHIVE_REASONS, type ArchiveReason, COMPLAINT_CLASSES, type ComplaintClass } from '../../rules/complaint.ts';
import { TEXT_LIMIT } from '../../rules/guards.ts';
import { ARCHIVE_REASON_LABELS, CLASS_LABELS } from '../../rules/labels.ts';
import type { RefusalCode } from '../../rules/refusals.ts';
import { guardOfDesk } from './allowed.ts';
import type { At, Step } from './step.tsx';

const FLAGS = { yes: true, no: false, open: null } as const;
type Flag = keyof typeof FLAGS;
const flagOf = (supervisory: boolean | null): Flag => (supervisory === null ? 'open' : supervisory ? 'yes' : 'no');

export const correctStep: Step = {
  name: 'correct',
  scope: 'complaint',
  guard: guardOfDesk('correct'),
  fields: {
    'complaint.title-missing': 'title',
    'complaint.reason-missing': 'reason',
    'complaint.text-too-long': 'reason',
    'complaint.supervisory-only-complaints': 'supervisory',
    otherwise: 'title',
  },
  async render(at) {
    const { complaint, words, language, tools, now } = at;
    const tree = await categoryTree(tools.db, dayOf(now, complaint.zone));
    return (
      <>
        <TextInput
          name="title"
          label={words.titleLabel}
          hint={words.titleHint}
          value={at.typed('title', complaint.title)}
          maxlength={150}
        />
        <Radios
          name="class"
          label={words.classLabel}
          hint={words.classHint}
          value={at.typed('class', complaint.class)}
          choices={COMPLAINT_CLASSES.map((value) => ({
            value,
            label: CLASS_LABELS[value][language],
            hint: CLASS_LABELS[value].meaning[language],
          }))}
        />
        <Radios
          name="supervisory"
          label={words.supervisoryLabel}
          hint={words.supervisoryHint}
          value={at.typed('supervisory', flagOf(complaint.supervisory))}
          choices={(Object.keys(FLAGS) as Flag[]).map((value) => ({ value, label: words.supervisoryChoices[value] }))}
        />
        <Select
          name="category"
          label={words.categoryLabel}
          hint={words.categoryHint}
          value={at.typed('category', complaint.categoryCode ?? '')}
          emptyLabel={words.noCategory}
          narrowing
          groups={tree.map((branch) => ({
            label: branch.label[language],
            options: [branch, ...branch.children].map(({ code, label }) => ({ value: code, label: label[language] })),
          }))}
        />
        <TextArea name="reason" label={words.correctReason} hint={words.correctReasonHint} value={at.typed('reason')} rows={3} />
      </>
    );
  },
  async send(at, target) {
    const category = at.typed('category');
    const classTyped = at.typed('class') as ComplaintClass;
    const supervisory = FLAGS[at.typed('supervisory') as Flag];
    if (!COMPLAINT_CLASSES.includes(classTyped) || supervisory === undefined || !(await isCategory(at, category))) {
      return refuse('complaint.nothing-changed' satisfies RefusalCode);
    }
    return correctComplaint(at.tools, at.actor, target, {
      title: at.typed('title'),
      class: classTyped,
      // Only complaints carry the flag; for the other classes the page sends what stood there.
      supervisory: classTyped === 'complaint' || supervisory ? supervisory : undefined,
      categoryCode: category === '' ? null : category,
      reason: at.typed('reason'),
    });
  },
};

/** One of today's categories, or the one the complaint has had since it was filed. */
async function isCategory({ tools, complaint, now }: At, code: string): Promise<boolean> {
  if (code === '' || code === complaint.categoryCode) return true;
  const tree = await categoryTree(tools.db, dayOf(now, complaint.zone));
  return tree.some((branch) => branch.code === code || branch.children.some((child) => child.code === code));
}

export const askBackStep: Step = {
  name: 'ask-back',
  scope: 'complaint',
  guard: guardOfDesk('ask-back'),
  fields: { 'complaint.text-missing': 'question', 'complaint.reason-missing': 'reason', otherwise: 'question' },
  render: (at) => (
    <>
      <TextArea
        name="question"
        label={at.words.questionLabel}
        hint={at.words.questionHint}
        value={at.typed('question')}
        maxCharacters={TEXT_LIMIT}
      />
      <TextArea name="reason" label={at.words.pauseReason} hint={at.words.pauseReasonHint} value={at.typed('reason')} rows={3} />
    </>
  ),
  send: (at, target) =>
    askComplainant(at.tools, at.actor, target, { question: at.typed('question'), reason: at.typed('reason') }),
};

export const archiveStep: Step = {
  name: 'archive',
  scope: 'complaint',
  kind: 'warning',
  guard: guardOfDesk('archive'),
  fields: { otherwise: 'note' },
  render: (at) => (
    <>
      <Radios
        name="code"
        label={at.words.archiveCode}
        value={at.typed('code')}
        choices={ARCHIVE_REASONS.map((value) => ({ value, label: ARCHIVE_REASON_LABELS[value][at.language] }))}
      />
      <TextArea
        name="note"
        label={at.words.archiveNote}
        hint={at.words.archiveNoteHint}
        value={at.typed('note')}
        maxCharacters={TEXT_LIMIT}
      />
    </>
  ),
  missing: (at) =>
    ARCHIVE_REASONS.includes(at.typed('code') as ArchiveReason) ? [] : [{ field: 'code', message: at.words.archiveCodeMissing }],
  send: (at, target) =>
    archiveComplaint(at.tools, at.actor, target, { reason: at.typed('code') as ArchiveReason, note: at.typed('note') }),
};

/** Steps that need nothing but a reason. */
function reasoned(
  name: 'restore' | 'reopen' | 'send-up',
  send: (at: At, target: Parameters<Step['send']>[1], text: string) => ReturnType<Step['send']>,
): Step {
  return {
    name,
    scope: 'complaint',
    guard: guardOfDesk(name),
    fields: { otherwise: 'reason' },
    render: (at) => (
      <TextArea
        name="reason"
        label={at.words.reasonLabel}
        hint={at.words.reasonHints[name]}
        value={at.typed('reason')}
        maxCharacters={TEXT_LIMIT}
      />
    ),
    send: (at, target) => send(at, target, at.typed('reason')),
  };
}

export const restoreStep = reasoned('restore', (at, target, text) => restoreComplaint(at.tools, at.actor, target, { text }));
export const reopenStep = reasoned('reopen', (at, target, text) => reopenAtDesk(at.tools, at.actor, target, { text }));
export const sendUpStep = reasoned('send-up', (at, target, reason) => sendComplaintUp(at.tools, at.actor, target, { reason }));
