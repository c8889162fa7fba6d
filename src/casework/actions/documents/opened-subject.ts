/** The file a document belongs to, with what a letter may say of it and who may work on it. */
import { type Agency, agenciesByIds, agencyById, OMBUDSMAN_CODE } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf, type Moment, type Zone } from '../../../kernel/time.ts';
import type { CaseRuleSet } from '../../../law/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type AccessKind, type Case, isOnTeam, respondentsOf } from '../../rules/case.ts';
import type { FileFacts } from '../../rules/documents/compose-letter.ts';
import type { Subject } from '../../rules/documents/document.ts';
import type { Reach } from '../../rules/documents/permissions.ts';
import { officeCity } from '../../rules/office-codes.ts';
import { standingsWith } from '../../rules/permissions.ts';
import { mayReadAudience } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { openedPlenarySubject } from '../verification/plenary-subject.ts';
import { openedReviewSubject } from './review-subject.ts';

export interface OpenedSubject {
  readonly subject: Subject;
  readonly office: Agency;
  readonly facts: FileFacts;
  /** By which law its limits count. */
  readonly legal: {
    readonly ruleSet: CaseRuleSet | null;
    readonly since: Moment;
    readonly zone: Zone;
    readonly regionCode: string | null;
  };
  /** Whom letters may go to: the agencies concerned, with the office held and who stands above. */
  readonly parties: readonly Party[];
  /** Cases it tells of whose reporters must not be named. */
  readonly secretCaseIds: readonly string[];
  /** The case itself, when it is one. */
  readonly file: Case | null;
  /** How letters name it without its title: on lists and messages. */
  readonly number: string | null;
  reach(actor: Actor): Reach;
}

export interface Party {
  readonly id: string;
  readonly agencyId: string;
  readonly position: string;
  readonly superiorAgencyId: string | null;
  readonly superiorPosition: string;
}

/** How letters name a case of each access kind. */
const NAMES: Readonly<Record<AccessKind, string>> = {
  LM: 'Laporan Masyarakat',
  RCO: 'Respons Cepat Ombudsman',
  IAPS: 'Investigasi atas Prakarsa Sendiri',
  KNL: 'Konsultasi Nonlaporan',
  COPY: 'Surat Tembusan',
};

/** @returns `undefined` when there is none; who may see it is asked of its `reach` */
export async function openSubject(db: Db | Tx, subject: Subject): Promise<OpenedSubject | undefined> {
  if (subject.kind === 'plenary') return openedPlenarySubject(db, subject.id);
  if (subject.kind === 'review') return openedReviewSubject(db, subject.id);
  const file = await loadCase(db, subject.id);
  return file && openedCaseSubject(db, file);
}

export async function openedCaseSubject(db: Db | Tx, file: Case): Promise<OpenedSubject> {
  const office = await requiredOffice(db, file.officeId);
  const agencies = await agenciesByIds(
    db,
    respondentsOf(file).map(({ agencyId }) => agencyId),
  );
  return {
    subject: { kind: 'case', id: file.id },
    office,
    number: file.number,
    facts: {
      reference: `${NAMES[file.access]} Nomor ${file.number}`,
      title: file.title,
      registeredOn: dayOf(file.registeredAt, file.zone),
      secret: file.secret,
      ruleSet: file.ruleSet,
      zone: file.zone,
      office: officeFacts(office),
      respondents: respondentsOf(file).map(({ agencyId, position }) => ({
        position,
        agency: agencies.get(agencyId)?.name ?? '',
      })),
      isExample: file.isExample,
    },
    legal: { ruleSet: file.ruleSet, since: file.registeredAt, zone: file.zone, regionCode: file.regionCode },
    parties: respondentsOf(file),
    secretCaseIds: file.secret ? [file.id] : [],
    file,
    reach: (actor) => ({
      kind: 'case',
      sees: mayReadAudience(file, 'internal', actor),
      // A recommendation is sealed at the head of the Ombudsman alone.
      holds: (capability) =>
        standingsWith(file, actor, capability).some(
          ({ agencyId }) => capability !== 'case.recommend' || agencyId === file.officePath[0],
        ),
      isOnTeam: actor.kind === 'officer' && isOnTeam(file, actor.personId),
    }),
  };
}

export function officeFacts(office: Agency): FileFacts['office'] {
  return { name: office.name, city: officeCity(office.code) ?? '', isRoot: office.code === OMBUDSMAN_CODE };
}

export async function requiredOffice(db: Db | Tx, id: string): Promise<Agency> {
  const office = await agencyById(db as Db, id);
  if (!office) throw new Error('the office of a file is not in the directory');
  return office;
}
