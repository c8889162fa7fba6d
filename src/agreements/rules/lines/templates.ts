/**
 * Lines to begin a plan with, for the four shared programmes, as data. They are what work plans of this kind mostly hold; nothing of them binds until it is
 * in the plan, and every word of it can be changed there. Pure.
 */
import type { Label } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { LineForm } from '../kinds.ts';
import type { Amount, Direction } from '../line.ts';
import type { LineOrder } from './line-order.ts';

export interface LineTemplate {
  readonly code: string;
  readonly programme: 'faster-settlement' | 'prevention' | 'data-exchange' | 'competence';
  readonly form: LineForm;
  /** Who carries it out: the government's side or the Ombudsman's. */
  readonly by: 'government' | 'ombudsman';
  readonly activity: Label;
  readonly output: Label;
  readonly indicator: Label;
  readonly unit: Label;
  readonly targets: readonly [Amount | null, Amount | null, Amount | null, Amount | null];
  readonly direction?: Direction;
  readonly evidence: Label;
  /** First month of the work and the month at whose end it is due. */
  readonly months: readonly [number, number];
}

export const LINE_TEMPLATES: readonly LineTemplate[] = [
  {
    ...{ code: 'focal-points', programme: 'faster-settlement', form: 'activity', by: 'government', months: [1, 6] },
    activity: {
      id: 'Menunjuk narahubung pengaduan di setiap perangkat daerah',
      en: 'Name a focal point for complaints at every office',
    },
    output: { id: 'Surat keputusan penunjukan narahubung', en: 'Decree naming the focal points' },
    indicator: { id: 'Perangkat daerah yang mempunyai narahubung', en: 'Offices with a focal point' },
    unit: { id: 'persen', en: 'percent' },
    targets: ['50', '100', null, null],
    evidence: { id: 'Surat keputusan dan daftar narahubung', en: 'The decree and the list of focal points' },
  },
  {
    ...{ code: 'quarterly-meetings', programme: 'faster-settlement', form: 'activity', by: 'government', months: [1, 12] },
    activity: {
      id: 'Rapat koordinasi penyelesaian laporan masyarakat setiap triwulan',
      en: 'Meet every quarter on the settlement of complaints',
    },
    output: {
      id: 'Notulen dan daftar laporan yang disepakati penyelesaiannya',
      en: 'Minutes and the list of complaints to be settled',
    },
    indicator: { id: 'Rapat yang terlaksana', en: 'Meetings held' },
    unit: { id: 'rapat', en: 'meetings' },
    targets: ['1', '2', '3', '4'],
    evidence: { id: 'Notulen dan daftar hadir', en: 'Minutes and attendance' },
  },
  {
    ...{ code: 'in-time', programme: 'faster-settlement', form: 'activity', by: 'government', months: [1, 12] },
    activity: { id: 'Menyelesaikan pengaduan dalam batas waktunya', en: 'Settle complaints within their time limits' },
    output: { id: 'Pengaduan selesai tepat waktu', en: 'Complaints settled in time' },
    indicator: { id: 'Pengaduan yang selesai tepat waktu', en: 'Complaints settled in time' },
    unit: { id: 'persen', en: 'percent' },
    targets: ['70', '75', '80', '85'],
    evidence: { id: 'Rekapitulasi pengaduan triwulan', en: 'Quarterly summary of complaints' },
  },
  {
    ...{ code: 'corrective-actions', programme: 'faster-settlement', form: 'activity', by: 'government', months: [1, 12] },
    activity: {
      id: 'Melaksanakan tindakan korektif dan saran Ombudsman',
      en: 'Carry out corrective actions and suggestions of the Ombudsman',
    },
    output: { id: 'Tindakan korektif terlaksana', en: 'Corrective actions carried out' },
    indicator: { id: 'Tindakan korektif yang terlaksana dalam tenggatnya', en: 'Corrective actions carried out in time' },
    unit: { id: 'persen', en: 'percent' },
    targets: [null, '100', null, '100'],
    evidence: { id: 'Laporan pelaksanaan dengan bukti', en: 'Report with evidence' },
  },
  {
    ...{ code: 'standards', programme: 'prevention', form: 'activity', by: 'government', months: [2, 12] },
    activity: { id: 'Melengkapi dan mengumumkan standar pelayanan', en: 'Complete and publish service standards' },
    output: {
      id: 'Standar pelayanan dengan 14 komponen pada setiap layanan',
      en: 'Standards with 14 components for every service',
    },
    indicator: {
      id: 'Layanan dengan standar yang lengkap dan diumumkan',
      en: 'Services whose standard is complete and published',
    },
    unit: { id: 'persen', en: 'percent' },
    targets: ['25', '50', '75', '100'],
    evidence: {
      id: 'Keputusan standar pelayanan dan foto pengumumannya',
      en: 'Decrees on standards and photographs of their display',
    },
  },
  {
    ...{ code: 'maklumat', programme: 'prevention', form: 'activity', by: 'government', months: [1, 6] },
    activity: { id: 'Menetapkan maklumat pelayanan di setiap unit', en: 'Adopt a service pledge at every unit' },
    output: { id: 'Maklumat pelayanan terpasang', en: 'Service pledges on display' },
    indicator: { id: 'Unit dengan maklumat pelayanan', en: 'Units with a service pledge' },
    unit: { id: 'persen', en: 'percent' },
    targets: ['50', '100', null, null],
    evidence: { id: 'Foto maklumat yang terpasang', en: 'Photographs of the pledges on display' },
  },
  {
    ...{ code: 'self-assessment', programme: 'prevention', form: 'activity', by: 'government', months: [4, 9] },
    activity: { id: 'Penilaian mandiri kepatuhan standar pelayanan', en: 'Assess compliance with service standards oneself' },
    output: {
      id: 'Laporan penilaian mandiri dan rencana perbaikan',
      en: 'Report of the self-assessment and plan of improvement',
    },
    indicator: { id: 'Perangkat daerah yang dinilai', en: 'Offices assessed' },
    unit: { id: 'perangkat daerah', en: 'offices' },
    targets: [null, '4', '8', null],
    evidence: { id: 'Laporan penilaian mandiri', en: 'Report of the self-assessment' },
  },
  {
    ...{ code: 'outreach', programme: 'prevention', form: 'outreach', by: 'ombudsman', months: [3, 11] },
    activity: { id: 'Sosialisasi pencegahan maladministrasi', en: 'Outreach on the prevention of maladministration' },
    output: { id: 'Sosialisasi terlaksana', en: 'Outreach held' },
    indicator: { id: 'Kegiatan sosialisasi', en: 'Events' },
    unit: { id: 'kegiatan', en: 'events' },
    targets: [null, '1', null, '2'],
    evidence: { id: 'Undangan, daftar hadir dan dokumentasi', en: 'Invitation, attendance and photographs' },
  },
  {
    ...{ code: 'systemic-review', programme: 'prevention', form: 'discussion', by: 'ombudsman', months: [5, 10] },
    activity: {
      id: 'Diskusi terarah hasil kajian sistemik atas masalah yang berulang',
      en: 'Focus group on the systemic review of a recurring problem',
    },
    output: { id: 'Saran perbaikan yang disepakati', en: 'Suggestions agreed on' },
    indicator: { id: 'Diskusi yang terlaksana', en: 'Discussions held' },
    unit: { id: 'diskusi', en: 'discussions' },
    targets: [null, null, '1', null],
    evidence: { id: 'Notulen dan tanggapan tertulis', en: 'Minutes and written answers' },
  },
  {
    ...{ code: 'data-agreed', programme: 'data-exchange', form: 'activity', by: 'government', months: [1, 6] },
    activity: { id: 'Menyepakati data yang dipertukarkan', en: 'Agree on the data to be exchanged' },
    output: { id: 'Daftar data, tujuan, kolom dan penerimanya', en: 'List of data, purposes, fields and recipients' },
    indicator: { id: 'Kesepakatan berbagi data', en: 'Data-sharing agreements' },
    unit: { id: 'dokumen', en: 'documents' },
    targets: [null, '1', null, null],
    evidence: { id: 'Dokumen kesepakatan', en: 'The document' },
  },
  {
    ...{ code: 'complaint-figures', programme: 'data-exchange', form: 'activity', by: 'government', months: [3, 12] },
    activity: { id: 'Menyampaikan rekapitulasi pengaduan setiap triwulan', en: 'Hand over complaint figures every quarter' },
    output: { id: 'Rekapitulasi pengaduan', en: 'Summary of complaints' },
    indicator: { id: 'Rekapitulasi yang disampaikan', en: 'Summaries handed over' },
    unit: { id: 'rekapitulasi', en: 'summaries' },
    targets: ['1', '2', '3', '4'],
    evidence: { id: 'Rekapitulasi triwulan', en: 'The quarterly summary' },
  },
  {
    ...{ code: 'feedback', programme: 'data-exchange', form: 'activity', by: 'ombudsman', months: [4, 12] },
    activity: { id: 'Menyampaikan umpan balik atas pola pengaduan', en: 'Give feedback on patterns of complaints' },
    output: { id: 'Catatan analisis', en: 'Note of analysis' },
    indicator: { id: 'Catatan analisis yang disampaikan', en: 'Notes handed over' },
    unit: { id: 'catatan', en: 'notes' },
    targets: [null, '1', null, '2'],
    evidence: { id: 'Catatan analisis', en: 'The note' },
  },
  {
    ...{ code: 'complaint-training', programme: 'competence', form: 'training', by: 'ombudsman', months: [2, 10] },
    activity: { id: 'Pelatihan pengelolaan pengaduan bagi petugas', en: 'Train staff in handling complaints' },
    output: { id: 'Petugas terlatih', en: 'Trained staff' },
    indicator: { id: 'Peserta yang menyelesaikan pelatihan', en: 'Participants who completed the training' },
    unit: { id: 'peserta', en: 'participants' },
    targets: [null, '30', '60', null],
    evidence: { id: 'Daftar hadir dan hasil tes', en: 'Attendance and test results' },
  },
  {
    ...{ code: 'standards-training', programme: 'competence', form: 'training', by: 'ombudsman', months: [3, 9] },
    activity: { id: 'Pelatihan menyusun standar pelayanan', en: 'Train staff in writing service standards' },
    output: { id: 'Petugas terlatih', en: 'Trained staff' },
    indicator: { id: 'Peserta yang menyelesaikan pelatihan', en: 'Participants who completed the training' },
    unit: { id: 'peserta', en: 'participants' },
    targets: [null, '30', null, null],
    evidence: { id: 'Daftar hadir dan hasil tes', en: 'Attendance and test results' },
  },
  {
    ...{ code: 'reporting-training', programme: 'competence', form: 'training', by: 'government', months: [7, 12] },
    activity: { id: 'Bimbingan teknis pelaporan kinerja pelayanan', en: 'Guide staff in reporting on their services' },
    output: { id: 'Laporan kinerja pelayanan yang benar dan lengkap', en: 'Correct and complete reports' },
    indicator: { id: 'Peserta bimbingan teknis', en: 'Participants' },
    unit: { id: 'peserta', en: 'participants' },
    targets: [null, null, '20', '40'],
    evidence: { id: 'Daftar hadir dan contoh laporan', en: 'Attendance and a sample report' },
  },
];

/** The order a template stands for in a year of a plan. Its words are Indonesian: a plan is a document. */
export function orderOf(
  template: LineTemplate,
  year: number,
  sides: { readonly government: string; readonly ombudsman: string | null },
): LineOrder {
  const [owner, other] =
    template.by === 'government' ? [sides.government, sides.ombudsman] : [sides.ombudsman ?? sides.government, sides.government];
  const first: Day = Temporal.PlainDate.from({ year, month: template.months[0], day: 1 });
  return {
    ...{ year, programme: template.programme, form: template.form, activity: template.activity.id, output: template.output.id },
    ...{ indicator: template.indicator.id, unit: template.unit.id, baseline: null, targets: template.targets },
    ...{ direction: template.direction ?? 'up', startsOn: first, evidenceAsked: template.evidence.id },
    dueOn: first.with({ month: template.months[1] }).add({ months: 1 }).subtract({ days: 1 }),
    owner: { agencyId: owner },
    other: other === null || other === owner ? null : { agencyId: other },
  };
}
