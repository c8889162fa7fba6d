import type { Capability } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';

/**
 * Kinds of positions and what they give, as data: rooms ask for the capability, never for the kind.
 *
 * The system administrator keeps the machinery and the directory, and therefore must reach no complaint and no identity: a test
 * holds for this table, and `appoint.ts` refuses to give one person both sides at the same time.
 */
export interface PositionKindData {
  readonly label: Label;
  /** What the holder does, for the page where people are invited. */
  readonly task: Label;
  readonly capabilities: readonly Capability[];
  /** Where it can be held: at the national desk's agency, at the root of a tree, in the Ombudsman's tree, or at any agency. */
  readonly at: 'national-desk' | 'government' | 'ombudsman' | 'anywhere';
  /** Who appoints it: whoever manages people at the agency or above it in its tree, or only those who keep the whole directory. */
  readonly givenBy: 'tree' | 'directory';
}

export const POSITION_KINDS = {
  'national-verifier': {
    label: { id: 'Admin nasional (verifikator)', en: 'National verifier' },
    task: {
      id: 'Memverifikasi laporan yang masuk di meja nasional, meneruskannya, dan memutus laporan yang berulang kali dikembalikan.',
      en: 'Verifies complaints at the national desk, forwards them, and decides those that were returned again and again.',
    },
    capabilities: [
      'complaint.verify',
      'complaint.arbitrate',
      'complaint.forward',
      'complaint.read',
      'identity.read',
      'agreement.review-rad',
      'agreement.read',
    ],
    at: 'national-desk',
    givenBy: 'directory',
  },
  'agency-coordinator': {
    label: { id: 'Admin instansi (koordinator)', en: 'Agency coordinator' },
    task: {
      id: 'Memverifikasi laporan untuk instansinya, meneruskan ke unit yang berwenang, dan mengelola para petugas.',
      en: 'Verifies complaints for the agency, forwards them to the competent office, and manages the officers.',
    },
    capabilities: [
      'complaint.verify',
      'complaint.forward',
      'complaint.read',
      'identity.read',
      'people.manage',
      'service.manage',
      'assessment.answer',
      'case.answer',
      'agreement.prepare',
      'agreement.progress',
      'agreement.confirm',
      'agreement.read',
    ],
    at: 'government',
    givenBy: 'tree',
  },
  'liaison-officer': {
    label: { id: 'Pejabat penghubung', en: 'Liaison officer' },
    task: {
      id: 'Menindaklanjuti laporan yang diteruskan ke unitnya, menjawab, dan mengusulkan penutupan.',
      en: 'Follows up the complaints forwarded to the office, answers, and proposes to close.',
    },
    capabilities: [
      'complaint.follow-up',
      'complaint.read',
      'identity.read',
      'service.manage',
      'assessment.answer',
      'case.answer',
      'agreement.progress',
      'agreement.read',
    ],
    at: 'anywhere',
    givenBy: 'tree',
  },
  'counter-officer': {
    label: { id: 'Petugas pojok pengaduan', en: 'Counter officer' },
    task: {
      id: 'Mencatat laporan atas nama warga yang datang, menelepon, atau bersurat.',
      en: 'Files complaints for citizens who come to the counter, call or write.',
    },
    capabilities: ['complaint.file-for-citizen', 'case.intake'],
    at: 'anywhere',
    givenBy: 'tree',
  },
  'ombudsman-assistant': {
    label: { id: 'Asisten Ombudsman', en: 'Ombudsman assistant' },
    task: {
      id: 'Mengawasi pengaduan yang lewat waktu atau disanggah di wilayah kerja kantornya dan memeriksa laporan ke Ombudsman.',
      en: 'Oversees the complaints that are overdue or objected to in the area of the office, and examines reports to the Ombudsman.',
    },
    capabilities: ['complaint.oversee', 'identity.read', 'case.intake', 'case.deliberate', 'case.examine', 'agreement.read'],
    at: 'ombudsman',
    givenBy: 'tree',
  },
  'ombudsman-head': {
    label: { id: 'Kepala Perwakilan Ombudsman', en: 'Head of an Ombudsman office' },
    task: {
      id: 'Memimpin pengawasan di wilayah kerja kantornya, mengelola para petugasnya, dan menerbitkan hasil penilaian.',
      en: 'Leads the oversight in the area of the office, manages its officers and publishes results of assessments.',
    },
    capabilities: [
      'complaint.oversee',
      'identity.read',
      'people.manage',
      'assessment.publish',
      'case.intake',
      'case.verify',
      'case.deliberate',
      'case.decide',
      'case.recommend',
      'agreement.prepare',
      'agreement.sign',
      'agreement.progress',
      'agreement.confirm',
      'agreement.read',
    ],
    at: 'ombudsman',
    givenBy: 'directory',
  },
  'report-verifier': {
    label: { id: 'Asisten penerimaan dan verifikasi laporan (PVL)', en: 'Verifier of reports (PVL)' },
    task: {
      id: 'Menerima laporan ke Ombudsman, memeriksa syarat formil dan materiil, dan menyiapkan rapat pleno.',
      en: 'Receives reports to the Ombudsman, checks the formal and material requirements and prepares the plenary.',
    },
    capabilities: ['identity.read', 'case.intake', 'case.verify', 'case.deliberate'],
    at: 'ombudsman',
    givenBy: 'tree',
  },
  'resolution-assistant': {
    label: { id: 'Asisten resolusi dan monitoring', en: 'Assistant for resolution and monitoring' },
    task: {
      id: 'Memantau tindakan korektif, memimpin konsiliasi dan mediasi, dan menyiapkan rekomendasi.',
      en: 'Monitors corrective actions, leads conciliation and mediation, and prepares recommendations.',
    },
    capabilities: ['identity.read', 'case.deliberate', 'case.resolve'],
    at: 'ombudsman',
    givenBy: 'tree',
  },
  'prevention-assistant': {
    label: { id: 'Asisten pencegahan maladministrasi', en: 'Assistant for prevention' },
    task: {
      id: 'Mengkaji masalah yang berulang, menyusun saran, dan mengusulkan investigasi atas prakarsa sendiri.',
      en: 'Reviews recurring problems, writes suggestions and proposes own-initiative investigations.',
    },
    capabilities: [
      'complaint.oversee',
      'case.deliberate',
      'case.review',
      'agreement.prepare',
      'agreement.progress',
      'agreement.confirm',
      'agreement.read',
    ],
    at: 'ombudsman',
    givenBy: 'tree',
  },
  supervisor: {
    label: { id: 'Pengawas internal', en: 'Internal supervisor' },
    task: {
      id: 'Membaca laporan di seluruh pemerintahan yang diawasi inspektoratnya, tanpa mengubah apa pun.',
      en: 'Reads the complaints of the government the inspectorate supervises, changes nothing.',
    },
    capabilities: ['complaint.read', 'assessment.read', 'case.owed-read', 'agreement.read'],
    at: 'government',
    givenBy: 'tree',
  },
  assessor: {
    label: { id: 'Penilai', en: 'Assessor' },
    task: {
      id: 'Menilai penyelenggaraan pelayanan publik; tidak membaca laporan perorangan.',
      en: 'Assesses public services; reads no individual complaint.',
    },
    capabilities: ['assessment.assess'],
    at: 'ombudsman',
    givenBy: 'tree',
  },
  'assessment-checker': {
    label: { id: 'Pemeriksa penilaian', en: 'Checker of assessments' },
    task: {
      id: 'Memeriksa isian dan bukti para penilai sebelum hasilnya dimoderasi; tidak menilai sendiri.',
      en: 'Looks through the answers and evidence of the assessors before moderation; does not assess.',
    },
    capabilities: ['assessment.check'],
    at: 'ombudsman',
    givenBy: 'tree',
  },
  'assessment-manager': {
    label: { id: 'Koordinator penilaian', en: 'Manager of assessments' },
    task: {
      id: 'Menyusun instrumen dan rencana penilaian, memoderasi hasil antarinstansi, dan memutus sanggahan.',
      en: 'Writes instruments and plans rounds, moderates results over agencies and decides their replies.',
    },
    capabilities: ['assessment.author', 'assessment.plan', 'assessment.moderate'],
    at: 'ombudsman',
    givenBy: 'tree',
  },
  'regional-leader': {
    label: { id: 'Pimpinan daerah atau instansi', en: 'Leader of a region or agency' },
    task: {
      id: 'Melihat laporan di pemerintahannya dan kinerja unit-unitnya.',
      en: 'Sees the complaints of the government and how its offices perform.',
    },
    capabilities: ['complaint.read', 'assessment.read', 'case.owed-read', 'agreement.sign', 'agreement.read'],
    at: 'government',
    givenBy: 'tree',
  },
  'regional-secretary': {
    label: { id: 'Sekretaris daerah', en: 'Secretary of a region' },
    task: {
      id: 'Menandatangani rencana kerja dan komitmen, dan melihat pelaksanaannya di pemerintahannya.',
      en: 'Signs work plans and commitments, and sees how they are carried out in the government.',
    },
    capabilities: ['complaint.read', 'assessment.read', 'case.owed-read', 'agreement.sign', 'agreement.read'],
    at: 'government',
    givenBy: 'tree',
  },
  'office-head': {
    label: { id: 'Kepala OPD atau unit', en: 'Head of an office' },
    task: {
      id: 'Menandatangani komitmen dan perjanjian kerja sama untuk kantornya dan melaporkan pelaksanaannya.',
      en: 'Signs commitments and cooperation agreements for the office and reports how they are carried out.',
    },
    capabilities: [
      'complaint.read',
      'assessment.read',
      'case.owed-read',
      'agreement.sign',
      'agreement.progress',
      'agreement.read',
    ],
    at: 'anywhere',
    givenBy: 'tree',
  },
  'system-admin': {
    label: { id: 'Administrator sistem', en: 'System administrator' },
    task: {
      id: 'Mengelola orang, direktori, kalender kerja, dan sistem; tidak dapat membaca laporan maupun identitas pelapor.',
      en: 'Keeps people, directory, calendars and the system; can read neither complaints nor identities.',
    },
    capabilities: ['people.manage', 'directory.manage', 'law.manage', 'system.manage'],
    at: 'national-desk',
    givenBy: 'directory',
  },
} as const satisfies Record<string, PositionKindData>;

export type PositionKind = keyof typeof POSITION_KINDS;

export function isPositionKind(text: string): text is PositionKind {
  return Object.hasOwn(POSITION_KINDS, text);
}

/** The data of a kind under its common type (the table itself keeps the literal one). */
export function positionKind(kind: PositionKind): PositionKindData {
  return POSITION_KINDS[kind];
}

/** Capabilities that touch complaints, the Ombudsman's cases or identities. */
export function touchesComplaints(capability: Capability): boolean {
  return capability.startsWith('complaint.') || capability.startsWith('case.') || capability.startsWith('identity.');
}
