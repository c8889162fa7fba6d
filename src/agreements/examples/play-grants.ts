/**
 * Data sharing under the memorandum of Klungkung: one grant agreed by both sides, one with personal data that waits for the secretary of the regency, and
 * one that the other side sent back.
 */
import type { Day } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { takeGrantStep } from '../actions/grants/move-grant.ts';
import { draftGrant } from '../actions/grants/write-grant.ts';
import type { Agreement } from '../rules/agreement.ts';
import type { GrantOrder } from '../rules/grants/draft-grant.ts';
import type { Grant } from '../rules/grants/grant.ts';
import { actor, must, onDay } from './stage.ts';

const OMBUDSMAN = 'pencegahan@ombudsman-bali';
const GOVERNMENT = 'koordinator@klungkung';

export async function playGrants(tools: Tools, memorandum: Agreement, day: Day): Promise<void> {
  const [office, government] = memorandum.parties;
  const from = memorandum.inForceFrom as Day;
  const common = {
    ...{ startsOn: from.add({ days: 30 }), untilOn: from.add({ years: 2 }), frequency: 'monthly', afterwards: 'delete' },
    ...{ impactAssessment: '', retentionMonths: '12' },
  };
  const toOffice = [{ partyId: office?.id ?? '', agencyId: office?.agencyId ?? null }];
  const toGovernment = [{ partyId: government?.id ?? '', agencyId: government?.agencyId ?? null }];
  const at = (days: number) => onDay(tools, day.add({ days }));
  const offered = async (by: `${string}@${string}`, order: GrantOrder, days: number): Promise<Grant> => {
    const who = await actor(at(days), by);
    const draft = must(await draftGrant(at(days), who, memorandum.id, order));
    return must(await takeGrantStep(at(days), who, { grantId: draft.id, version: null }, { action: 'offer' }));
  };

  const complaints = await offered(
    GOVERNMENT,
    {
      ...common,
      ...{
        dataSet: 'complaints',
        fields: ['class', 'category', 'agency', 'received-on', 'first-follow-up-on', 'closed-on', 'outcome'],
      },
      ...{ giverPartyId: government?.id ?? '', recipients: toOffice, purpose: 'prevent-maladministration' },
      purposeText: 'Mencari keterlambatan yang berulang dan membahasnya dalam tinjauan bersama (contoh).',
      ...{ legalBasis: 'one-data', basisNote: '', safeguards: '' },
    },
    20,
  );
  const yes = await actor(at(25), OMBUDSMAN);
  const step = { action: 'consent', partyId: office?.id ?? '' } as const;
  must(await takeGrantStep(at(25), yes, { grantId: complaints.id, version: null }, step));

  await offered(
    OMBUDSMAN,
    {
      ...common,
      ...{
        dataSet: 'complaints',
        fields: ['tracking-number', 'agency', 'status', 'text'],
        frequency: 'on-request',
        retentionMonths: '6',
      },
      ...{ giverPartyId: government?.id ?? '', recipients: toOffice, purpose: 'settle-complaints' },
      purposeText: 'Menyelesaikan laporan masyarakat yang juga sudah disampaikan ke pemerintah kabupaten (contoh).',
      ...{
        legalBasis: 'public-task',
        basisNote: 'UU 37/2008 tentang Ombudsman Republik Indonesia, tugas dan wewenang Ombudsman (contoh).',
      },
      safeguards:
        'Dibuka hanya oleh asisten yang menangani, dikirim lewat sambungan tersandi, dan setiap pembukaan dicatat (contoh).',
    },
    60,
  );

  const notes = await offered(
    GOVERNMENT,
    {
      ...common,
      ...{ dataSet: 'assessment-results', fields: ['agency', 'indicators', 'shortfalls', 'notes'], frequency: 'once' },
      ...{ giverPartyId: office?.id ?? '', recipients: toGovernment, purpose: 'improve-services' },
      purposeText: 'Menyusun rencana perbaikan unit layanan (contoh).',
      ...{ legalBasis: 'public-information', basisNote: '', safeguards: '' },
    },
    70,
  );
  const other = await actor(at(75), OMBUDSMAN);
  const reason = 'Catatan penilai sebelum terbit belum dapat dibagikan. Hapus kolom itu, lalu ajukan lagi (contoh).';
  must(await takeGrantStep(at(75), other, { grantId: notes.id, version: null }, { action: 'decline', reason }));
}
