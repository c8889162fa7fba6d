/** `/desk/plenaries/:id/items/:case`: one case in a meeting: what was proposed, who counts, what was discussed, the one decision. */
import { Columns, SummaryList, seeOther } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { decideItem, keepDiscussion, type OpenedItem, openItem, quorumFor } from '../../actions/verification/decide-item.ts';
import { gatherChecks } from '../../actions/verification/gather-checks.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { progressOf } from '../../rules/verification/checks.ts';
import { latestProposal } from '../../store/verification/checks.ts';
import { membersOf } from '../../store/verification/plenaries.ts';
import { casePath, versionOf } from '../opened.tsx';
import { DecidedItem, UndecidedItem } from './item-forms.tsx';
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
  const { tools, words } = opened;
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
        <UndecidedItem opened={opened} found={found} quorum={quorum} form={form} />
      ) : (
        <DecidedItem opened={opened} found={found} form={form} />
      )}
      {item.decision === null && quorum === undefined && <p>{words.item.notOpened}</p>}
    </Columns>,
    { ...(answer ?? {}) },
  );
}
