/** A memorandum that was signed on paper, entered from the files with its focal points. */
import type { Officer } from '../../kernel/actor.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { createAgreement } from '../actions/create-agreement.ts';
import { confirmFile } from '../actions/files/confirm-file.ts';
import { changeHands } from '../actions/register/change-hands.ts';
import { nameFocalPoint } from '../actions/register/name-focal-point.ts';
import { recordWithScan } from '../actions/register/record-with-scan.ts';
import type { Agreement } from '../rules/agreement.ts';
import type { AgreementKind } from '../rules/kinds.ts';
import { filesOf } from '../store/files.ts';
import { actor, agency, as, current, examplePaper, must, onDay, todayOf } from './stage.ts';

export interface Recorded {
  readonly kind?: AgreementKind;
  readonly title: string;
  readonly office: string;
  readonly government: string;
  /** Offices of the signatories: Ombudsman, government, witness. */
  readonly hands: { readonly ombudsman: string; readonly government: string; readonly witness?: string };
  readonly programmes: readonly string[];
  readonly place: string;
  readonly signedOn: Day;
  /** The last day. */
  readonly until: Day;
  readonly source: string;
  readonly numbers: { readonly ombudsman: string; readonly government: string };
  readonly by: `${string}@${string}`;
  /** Who compares the scan with the paper; left out = there is no scan yet. */
  readonly compares?: `${string}@${string}`;
  /** Whether both sides have named whom to ask. */
  readonly hasFocalPoints?: boolean;
  readonly predecessorId?: string;
  readonly yearFrom?: number;
  readonly parentId?: string;
  /** What is put into the draft before it is recorded: the lines of a plan. */
  readonly fill?: (at: Tools, clerk: Officer, draft: Agreement) => Promise<void>;
}

export const BASIS =
  'Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia; Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik; Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah.';

export async function record(tools: Tools, what: Recorded): Promise<Agreement> {
  const [office, government] = [await agency(tools, what.office), await agency(tools, what.government)];
  // Entered the day after it was signed, or from the files when the register was begun.
  const enteredOn = later(what.signedOn.add({ days: 1 }), todayOf(tools).subtract({ days: 410 }));
  const at = onDay(tools, enteredOn);
  const clerk = await actor(at, what.by);
  const draft = must(
    await createAgreement(at, clerk, {
      ...{ kind: what.kind ?? 'nota-kesepakatan', title: what.title, basis: BASIS, programmes: what.programmes },
      purpose: 'Meningkatkan kualitas pelayanan publik dan mempercepat penyelesaian laporan masyarakat (contoh).',
      parties: [
        { agencyId: office, name: '', ownNumber: what.numbers.ombudsman },
        { agencyId: government, name: '', ownNumber: what.numbers.government },
      ],
      ...{ place: what.place, keeperId: office, isExample: true },
      ...{ predecessorId: what.predecessorId ?? null, parentId: what.parentId ?? null, yearFrom: what.yearFrom ?? null },
    }),
  );
  const hand = { name: '', personId: null, id: null } as const;
  must(
    await changeHands(at, clerk, as(draft), [
      { ...hand, party: 1, ordinal: 1, capacity: 'signs', position: what.hands.ombudsman },
      { ...hand, party: 2, ordinal: 1, capacity: 'signs', position: what.hands.government },
      ...(what.hands.witness
        ? [{ ...hand, party: 2, ordinal: 2, capacity: 'witnesses' as const, position: what.hands.witness }]
        : []),
    ]),
  );
  if (what.hasFocalPoints !== false)
    for (const [index, position] of ['Asisten pencegahan maladministrasi', 'Kepala Bagian Organisasi'].entries())
      must(
        await nameFocalPoint(at, clerk, as(await current(tools, draft.id)), {
          ...{ partyId: draft.parties[index]?.id ?? '', agencyId: null, position, personId: null },
          ...{ officeMail: `narahubung-${index + 1}@kerja-sama.example`, since: what.signedOn },
        }),
      );
  if (what.fill) await what.fill(at, clerk, await current(tools, draft.id));
  const signed = must(
    await recordWithScan(
      at,
      clerk,
      as(await current(tools, draft.id)),
      {
        ...{ signedOn: what.signedOn, inForceFrom: what.signedOn, inForceUntil: what.until },
        ...{ place: what.place, source: what.source },
      },
      what.compares ? await examplePaper(`${what.title}: pindaian`, what.signedOn) : null,
    ),
  );
  if (what.compares) {
    const compared = onDay(tools, enteredOn.add({ days: 2 }));
    const [scan] = await filesOf(tools.db, signed.id);
    if (scan)
      must(await confirmFile(compared, await actor(compared, what.compares), { agreementId: signed.id, fileId: scan.id }));
  }
  return current(tools, signed.id);
}

const later = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);
