/** A case under examination for tests: taken through verification and plenary by the table, with a lead and a second examiner. */
import type { Officer } from '../../../kernel/actor.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { type CastName, openedCase } from '../../cast.test-support.ts';
import type { CaseAction, Need } from '../../rules/case.transitions.ts';
import type { Case, TeamMember } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import { take } from '../../rules/take.ts';
import { loadCase } from '../../store/cases.ts';
import { decide } from '../decide.ts';

type Officers = (name: CastName) => Promise<Officer>;

const WAY: readonly (readonly [CastName, CaseAction, readonly Need[]])[] = [
  ['verifier', 'pass-formal', ['formal-met']],
  ['verifier', 'submit-to-plenary', ['checks-answered']],
  ['head', 'decide-examine', ['plenary-decided']],
  ['head', 'assign', []],
];

/** @returns a case in the stage `examination`, led by `examiner` with `secondExaminer` */
export async function examinedCase(
  t: TestDatabase,
  officer: Officers,
  order: Parameters<typeof openedCase>[1] = {},
): Promise<Case> {
  const opened = await openedCase(t, order);
  const [lead, second] = [await officer('examiner'), await officer('secondExaminer')];
  for (const [who, action, met] of WAY) {
    const done = await decide(t.tools, await officer(who), { caseId: opened.id, version: null }, (file, circumstances) => {
      const taken = take(file, action, circumstances, { reason: 'karena perlu (contoh)', met });
      if (!taken.ok) return taken;
      const team: TeamMember[] = [
        { personId: lead.personId, role: 'lead', since: circumstances.at, until: null },
        { personId: second.personId, role: 'examiner', since: circumstances.at, until: null },
      ];
      return decision(action === 'assign' ? { ...taken.value.file, team } : taken.value.file, { events: [taken.value.event] });
    });
    if (!done.ok) throw new Error(`${action}: ${done.refusal}`);
  }
  return caseNow(t, opened.id);
}

export async function caseNow(t: TestDatabase, id: string): Promise<Case> {
  const file = await loadCase(t.db, id);
  if (!file) throw new Error('no case');
  return file;
}
