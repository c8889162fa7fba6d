/** `/desk/cases/:id/findings`: the LHP from its first word to its issue, its versions, and the comments of the reporter. */
import { agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import { lawBook } from '../../../law/index.ts';
import { formerActions } from '../../actions/findings/former-actions.ts';
import { type ReadLhp, readLhp } from '../../actions/findings/read-lhp.ts';
import { mayWriteLhp } from '../../actions/findings/write-lhp.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import type { Allegation } from '../../rules/examination/allegation.ts';
import { type Lhp, lhpName } from '../../rules/findings/lhp.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { commentsOf, type LhpComment } from '../../store/findings/comments.ts';
import { lhpsOf } from '../../store/findings/lhps.ts';
import { casePage } from '../case-frame.tsx';
import { CommentsSection } from './comments-section.tsx';
import { DraftSection } from './lhp-draft.tsx';
import { HandedInSection } from './lhp-handed-in.tsx';
import { BackToExamination, BeginSection, VersionsSection } from './lhp-versions.tsx';
import { StageGuide } from './parts.tsx';
import type { At } from './shell.ts';

export interface LhpView {
  readonly at: At;
  readonly lhps: readonly Lhp[];
  /** The version being written or handed in, with all that is known of it. */
  readonly making: { readonly lhp: Lhp; readonly read: ReadLhp; readonly document: CaseDocument | undefined } | undefined;
  readonly allegations: readonly Allegation[];
  readonly comments: readonly LhpComment[];
  readonly agency: (id: string) => string;
  readonly person: (id: string) => string;
  readonly mayWrite: boolean;
  /** Corrective actions of former versions that are still owed. */
  readonly former: readonly Obligation[];
  /** LHP or LAHP. */
  readonly short: string;
  readonly law: { readonly corrective: { readonly value: number; readonly unit: string } };
}

export async function lhpPage(at: At): Promise<Response> {
  const { tools, file, actor, words, language } = at;
  const { db } = tools;
  const [book, lhps, allegations, comments] = await Promise.all([
    lawBook(tools),
    lhpsOf(db, file.id),
    allegationsOf(db, file.id),
    commentsOf(db, file.id),
  ]);
  const current = lhps.find((one) => one.issuedAt === null);
  const making = current && {
    lhp: current,
    read: await readLhp(db, current),
    document: current.documentId ? await loadDocument(db, current.documentId) : undefined,
  };
  const [agencies, people] = await Promise.all([
    agenciesByIds(db, [
      ...file.respondents.map(({ agencyId }) => agencyId),
      ...lhps.flatMap((one) => one.actions.map(({ agencyId }) => agencyId)),
    ]),
    peopleByIds(db, [
      ...file.team.map(({ personId }) => personId),
      ...(making?.read.discussions.flatMap((one) => [...one.personIds, one.recordedBy]) ?? []),
    ]),
  ]);
  const corrective = book.parameter('case.corrective', at.now.toZonedDateTimeISO(file.zone).toPlainDate(), file.ruleSet);
  const view: LhpView = {
    at,
    lhps,
    making,
    allegations,
    comments,
    agency: (id) => agencies.get(id)?.name ?? '–',
    person: (id) => people.get(id)?.name ?? '–',
    mayWrite: mayWriteLhp(file, actor),
    former: current?.state === 'submitted' && current.no > 1 ? await formerActions(db, file.id) : [],
    short: lhpName(file.ruleSet).short,
    law: { corrective: { value: corrective.value, unit: corrective.unit === 'hk' ? words.lhp.units.hk : words.lhp.units.day } },
  };
  return casePage(
    at,
    'findings',
    words.lhp.title(view.short),
    <>
      <StageGuide at={at} book={book} />
      {lhps.length === 0 && file.stage !== 'reporting' && <p>{words.lhp.notYet}</p>}
      {!making && file.stage === 'reporting' && view.mayWrite && <BeginSection view={view} />}
      {making?.lhp.state === 'draft' && <DraftSection view={view} making={making} />}
      {making?.lhp.state === 'submitted' && <HandedInSection view={view} making={making} />}
      <CommentsSection view={view} />
      <VersionsSection view={view} language={language} />
      <BackToExamination view={view} />
    </>,
    at.again ? { errors: at.again.errors, status: at.again.status } : {},
  );
}
