/** Complaints filed by the real action, and orders to bring them, for the tests of the way in. */
import type { FilingOrder } from '../../../complaints/index.ts';
import { agencyByCode } from '../../../directory/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { AppealOrder } from './bring-complaint.ts';
import type { ReportOrder } from './bring-report.ts';

export const COMPLAINT: FilingOrder = {
  class: 'complaint',
  channel: 'web',
  title: 'Antrean puskesmas berjam-jam',
  description: 'Saya menunggu empat jam di puskesmas dan tetap tidak dilayani.',
  regionCode: '51.05',
  categoryCode: null,
  occurredOn: null,
  place: null,
  location: null,
  agencyId: null,
  anonymous: false,
  confidential: false,
  contact: { name: 'Made Contoh', email: 'made@contoh.example' },
  continuesId: null,
  files: [],
};

export const PARTICULARS = {
  name: 'I Made Contoh',
  birthPlace: 'Semarapura',
  bornOn: '1985-08-17',
  maritalStatus: 'married',
  occupation: 'Pedagang',
  address: 'Jalan Gajah Mada 1, Semarapura, Klungkung',
} as const;

export const APPEAL: AppealOrder = {
  kind: 'report',
  loss: 'Kehilangan satu hari kerja.',
  wish: 'Dilayani sesuai standar.',
  beforeCourt: false,
  reportedBefore: false,
  secret: false,
  particulars: PARTICULARS,
  idCopy: undefined,
  consent: { version: 'uji-1', language: 'id', text: 'Saya setuju.' },
  draft: undefined,
};

export async function reportOrder(tools: Tools, change: Partial<ReportOrder> = {}): Promise<ReportOrder> {
  const office = await agencyByCode(tools.db, 'ori.bali');
  const agency = await agencyByCode(tools.db, '51.05.dinkes');
  if (!office || !agency) throw new Error('the reference data lacks an agency');
  return {
    access: 'LM',
    channel: 'web',
    officeId: office.id,
    title: 'Surat rujukan tidak diberikan',
    account: 'Nama saya I Made Contoh. Surat rujukan tidak diberikan tanpa alasan.',
    loss: null,
    wish: 'Surat rujukan diberikan.',
    place: null,
    occurredOn: null,
    regionCode: '51.05',
    agencyId: agency.id,
    respondentNamed: null,
    complained: true,
    complainedHow: 'Menyurati kepala dinas pada Januari, tidak dijawab.',
    beforeCourt: false,
    reportedBefore: false,
    secret: false,
    tip: false,
    contact: { email: 'made@contoh.example' },
    particulars: PARTICULARS,
    idCopy: undefined,
    consent: { version: 'uji-1', language: 'id', text: 'Saya setuju.' },
    files: [],
    rapidCriteria: [],
    rapidReason: null,
    advice: null,
    continuesId: null,
    draft: undefined,
    ...change,
  };
}
