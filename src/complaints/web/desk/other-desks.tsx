/** The desk of positions without work of their own on complaints: what they can do instead, and why nothing waits here. */
import { EmptyState, LinkButton, PageHeading, page } from '../../../design/index.ts';
import { agenciesByIds, isPositionKind, POSITION_KINDS } from '../../../directory/index.ts';
import { can, type Officer } from '../../../kernel/actor.ts';
import type { Asked } from './opened.tsx';

/** Who finds drafts and internal components of service standards to read. */
const READS_SERVICES = ['complaint.read', 'assessment.assess', 'assessment.check', 'assessment.moderate'] as const;

/** Who finds something below /desk/assessments. */
export const TAKES_PART_IN_ASSESSMENTS = [
  'assessment.plan',
  'assessment.assess',
  'assessment.check',
  'assessment.moderate',
  'assessment.publish',
  'assessment.answer',
  'assessment.read',
] as const;

/** Whose offices improvements are asked of after an assessment. */
export const OWNS_IMPROVEMENTS = ['assessment.answer', 'assessment.read'] as const;

/** Who works on cases of the Ombudsman. */
export const WORKS_ON_CASES = [
  'case.intake',
  'case.verify',
  'case.deliberate',
  'case.decide',
  'case.examine',
  'case.resolve',
  'case.review',
] as const;

/** Whose agency the Ombudsman writes to, and who may see what it owes. */
export const ANSWERS_THE_OMBUDSMAN = ['case.answer'] as const;
export const SEES_WHAT_IS_OWED = ['case.answer', 'case.owed-read'] as const;

/** Who works on agreements, or reads those of their government. */
export const WORKS_ON_AGREEMENTS = [
  'agreement.prepare',
  'agreement.sign',
  'agreement.progress',
  'agreement.confirm',
  'agreement.read',
  'agreement.review-rad',
] as const;

/** Who signs promises for a government or an office and reads its complaints: their page of promises comes first. */
export function answersForPromises(actor: Officer): boolean {
  return can(actor, 'agreement.sign') && can(actor, 'complaint.read');
}

const SEES_COMPLAINTS = ['complaint.read', 'complaint.arbitrate', 'complaint.file-for-citizen'] as const;

/** "Koordinator · Pemerintah Kabupaten Klungkung" */
export async function positionsText({ tools, actor, language }: Asked): Promise<string> {
  const agencies = await agenciesByIds(
    tools.db,
    actor.positions.map((each) => each.agencyId),
  );
  return actor.positions
    .map((each) => {
      const label = isPositionKind(each.kind) ? POSITION_KINDS[each.kind].label[language] : '';
      return [label, agencies.get(each.agencyId)?.name ?? ''].filter(Boolean).join(', ');
    })
    .join(' · ');
}

export async function otherPage(asked: Asked): Promise<Response> {
  const { c, actor, words } = asked;
  const offers = offersFor(actor);
  return page(
    c,
    { title: words.deskTitle },
    <>
      <PageHeading caption={await positionsText(asked)}>{words.deskTitle}</PageHeading>
      {offers.map(({ name, href }) => (
        <EmptyState
          title={words.otherDesks[name].title}
          action={href ? <LinkButton href={href}>{words.otherDesks[name].link}</LinkButton> : undefined}
        >
          <p>{words.otherDesks[name].text}</p>
        </EmptyState>
      ))}
    </>,
  );
}

function offersFor(actor: Officer) {
  return [
    ...(answersForPromises(actor) ? [{ name: 'promises', href: '/desk/leader' } as const] : []),
    ...(can(actor, 'complaint.file-for-citizen')
      ? [{ name: 'counter', href: '/desk/new' } as const, { name: 'visits', href: '/desk/visits' } as const]
      : []),
    ...(can(actor, 'complaint.file-for-citizen') ? [{ name: 'filed', href: '/desk/complaints' } as const] : []),
    ...(can(actor, 'complaint.read') ? [{ name: 'reader', href: '/desk/complaints' } as const] : []),
    ...(TAKES_PART_IN_ASSESSMENTS.some((each) => can(actor, each))
      ? [{ name: 'assessments', href: '/desk/assessments' } as const]
      : []),
    ...(WORKS_ON_CASES.some((each) => can(actor, each)) ? [{ name: 'cases', href: '/desk/cases' } as const] : []),
    ...(SEES_WHAT_IS_OWED.some((each) => can(actor, each)) ? [{ name: 'owed', href: '/desk/owed' } as const] : []),
    ...(ANSWERS_THE_OMBUDSMAN.some((each) => can(actor, each)) ? [{ name: 'letters', href: '/desk/letters' } as const] : []),
    ...(WORKS_ON_AGREEMENTS.some((each) => can(actor, each)) ? [{ name: 'agreements', href: '/desk/agreements' } as const] : []),
    ...(OWNS_IMPROVEMENTS.some((each) => can(actor, each))
      ? [{ name: 'improvements', href: '/desk/improvements' } as const]
      : []),
    ...(can(actor, 'assessment.author') ? [{ name: 'instruments', href: '/desk/instruments' } as const] : []),
    ...(READS_SERVICES.some((each) => can(actor, each)) ? [{ name: 'services', href: '/desk/services' } as const] : []),
    ...(['people.manage', 'directory.manage', 'law.manage', 'system.manage'] as const)
      .filter((each) => can(actor, each))
      .slice(0, 1)
      .map(() => ({ name: 'admin', href: '/admin' }) as const),
    ...(SEES_COMPLAINTS.some((each) => can(actor, each)) || can(actor, 'system.manage')
      ? []
      : [{ name: 'none', href: undefined } as const]),
  ];
}
