/** A plenary as the file its minutes belong to: who may read and work on them, and how they name the meeting. */
import { agencyById } from '../../../directory/index.ts';
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Case } from '../../rules/case.ts';
import type { Plenary } from '../../rules/verification/plenary.ts';
import { maySeePlenary } from '../../rules/verification/plenary-permissions.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { loadPlenary } from '../../store/verification/plenaries.ts';
import { itemsOf } from '../../store/verification/plenary-items.ts';
import { type OpenedSubject, officeFacts } from '../documents/opened-subject.ts';

/**
 * The minutes tell of every case of the meeting, so whoever a conflict of interest shuts out of one of them does not read them; somebody else of
 * the office, or above it, reviews and seals them then.
 */
export async function openedPlenarySubject(db: Db | Tx, id: string): Promise<OpenedSubject | undefined> {
  const plenary = await loadPlenary(db, id);
  const office = plenary && (await agencyById(db as Db, plenary.officeId));
  if (!plenary || !office) return undefined;
  const items = await itemsOf(db, plenary.id);
  const files: Case[] = [];
  for (const item of items) {
    const file = await loadCase(db, item.caseId);
    if (file) files.push(file);
  }
  const shutOut = new Set(items.flatMap((item) => item.excludedPersonIds));
  const sees = (actor: Actor): boolean =>
    actor.kind === 'officer' &&
    maySeePlenary(actor, plenary) &&
    !shutOut.has(actor.personId) &&
    files.every((file) => file.officeId !== plenary.officeId || viewOf(file, actor) === 'officer');
  return {
    subject: { kind: 'plenary', id },
    office,
    number: plenaryNumber(plenary),
    facts: {
      reference: `Rapat Pleno Nomor ${plenaryNumber(plenary)}`,
      title: `${files.length} perkara`,
      registeredOn: plenary.heldOn,
      secret: files.some((file) => file.secret),
      ruleSet: null,
      zone: plenary.zone,
      office: officeFacts(office),
      respondents: [],
      isExample: files.some((file) => file.isExample),
    },
    legal: {
      ruleSet: null,
      since: plenary.heldOn.toZonedDateTime(plenary.zone).toInstant(),
      zone: plenary.zone,
      regionCode: office.regionCode,
    },
    parties: [],
    secretCaseIds: files.filter(({ secret }) => secret).map((file) => file.id),
    file: null,
    reach: (actor) => ({
      kind: 'plenary',
      sees: sees(actor),
      holds: (capability) =>
        sees(actor) && positionsWith(actor, capability).some((held) => plenary.officePath.includes(held.agencyId)),
      isOnTeam: false,
    }),
  };
}

export function plenaryNumber(plenary: Pick<Plenary, 'number' | 'year'>): string {
  return `${plenary.number}/${plenary.year}`;
}
