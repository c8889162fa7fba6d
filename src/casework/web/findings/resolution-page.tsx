/** `/desk/cases/:id/resolution`: monitoring of the corrective actions, the handed-over file, sessions, proposals, the agreement, and the way to a recommendation. */
import { TextArea } from '../../../design/index.ts';
import { agenciesByIds, holdersOf, peopleByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type LawBook, lawBook } from '../../../law/index.ts';
import type { Agreement } from '../../rules/findings/agreement.ts';
import type { Session } from '../../rules/findings/session.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { mayWork, possibleActions } from '../../rules/permissions.ts';
import { agreementsOf } from '../../store/findings/agreements.ts';
import { type HandoverCheck, handoverChecksOf } from '../../store/findings/handovers.ts';
import { type Proposal, proposalsOf } from '../../store/findings/proposals.ts';
import { sessionsOf } from '../../store/findings/sessions.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { casePage } from '../case-frame.tsx';
import { AgreementSection } from './agreement-section.tsx';
import { HandoverSection } from './handover-section.tsx';
import { MonitoringSection } from './monitoring-section.tsx';
import { StageGuide, StepForm } from './parts.tsx';
import { ProposalsSection, SessionsSection } from './sessions-section.tsx';
import { type At, input } from './shell.ts';

export interface ResolutionView {
  readonly at: At;
  readonly book: LawBook;
  readonly obligations: readonly Obligation[];
  readonly checks: readonly HandoverCheck[];
  readonly sessions: readonly Session[];
  readonly agreements: readonly Agreement[];
  readonly proposals: readonly Proposal[];
  /** Who can mediate: whoever resolves at the case's office. */
  readonly mediators: readonly string[];
  readonly agency: (id: string) => string;
  readonly person: (id: string) => string;
  /** May work in the stage `resolution`, which it is in. */
  readonly works: boolean;
}

/** Whoever resolves at the case's office may mediate. */
export function mediatorsFor(at: Pick<At, 'tools' | 'file' | 'now'>): Promise<string[]> {
  return holdersOf(at.tools.db, at.file.officeId, 'case.resolve', dayOf(at.now, at.file.zone));
}

export async function resolutionPage(at: At): Promise<Response> {
  const { tools, file, actor, words } = at;
  const { db } = tools;
  const [book, obligations, checks, sessions, agreements, proposals, mediators] = await Promise.all([
    lawBook(tools),
    obligationsOf(db, { caseId: file.id }),
    handoverChecksOf(db, file.id),
    sessionsOf(db, file.id),
    agreementsOf(db, file.id),
    proposalsOf(db, file.id),
    mediatorsFor(at),
  ]);
  const [agencies, people] = await Promise.all([
    agenciesByIds(db, [...obligations.map(({ agencyId }) => agencyId), ...file.respondents.map(({ agencyId }) => agencyId)]),
    peopleByIds(db, [...mediators, ...checks.map(({ checkedBy }) => checkedBy), ...sessions.map(({ mediatorId }) => mediatorId)]),
  ]);
  const view: ResolutionView = {
    ...{ at, book, obligations, checks, sessions, agreements, proposals, mediators },
    agency: (id) => agencies.get(id)?.name ?? '–',
    person: (id) => people.get(id)?.name ?? '–',
    works: file.stage === 'resolution' && mayWork(file, actor, 'case.resolve'),
  };
  const wasHere = file.stage === 'resolution' || checks.length > 0 || sessions.length > 0 || agreements.length > 0;
  return casePage(
    at,
    'resolution',
    words.resolution.title,
    <>
      <StageGuide at={at} book={book} />
      {file.conclusion !== 'found' && <p>{words.resolution.notYet}</p>}
      {file.conclusion === 'found' && <MonitoringSection view={view} />}
      {wasHere && (
        <>
          <HandoverSection view={view} />
          <SessionsSection view={view} />
          <ProposalsSection view={view} />
          <AgreementSection view={view} />
        </>
      )}
      {possibleActions(file, actor).includes('propose-recommendation') && (
        <>
          <h2>{words.resolution.propose}</h2>
          <p>{words.resolution.proposeLead}</p>
          <StepForm at={at} step="propose" button={words.resolution.propose} kind="secondary">
            <TextArea name={input('propose', 'reason')} label={words.reason} rows={4} value={at.typed('propose', 'reason')} />
          </StepForm>
        </>
      )}
    </>,
    at.again ? { errors: at.again.errors, status: at.again.status } : {},
  );
}
