/** What the public reads of two example cases, written by one officer and published by the head. */
import type { Tools } from '../../platform/tools.ts';
import { draftPublication, publishCase } from '../actions/obligations/publish-case.ts';
import type { PublicationText } from '../rules/obligations/publication.ts';
import { must, type Player, player } from './play-case.ts';

export const REFERRAL_FINDING: PublicationText = {
  kind: 'finding',
  title: 'Surat rujukan puskesmas tidak diberikan (contoh)',
  summary:
    'Data contoh; tidak pernah terjadi. Seseorang datang tiga kali ke puskesmas tanpa mendapat surat rujukan dan tanpa penjelasan. Pemeriksaan menemukan bahwa layanan tidak diberikan kepada yang berhak, karena alur rujukan tidak ditempel dan petugas pengganti tidak tahu aturannya.',
  actions: 'Menerbitkan surat rujukan.\nMenempelkan alur rujukan di setiap puskesmas.',
};

export const PERMIT_RECOMMENDATION: PublicationText = {
  kind: 'recommendation',
  title: 'Permohonan izin tidak diputus lebih dari setahun (contoh)',
  summary:
    'Data contoh; tidak pernah terjadi. Sebuah permohonan izin yang lengkap tidak diputus dan tidak ditolak. Tindakan korektif tidak dilaksanakan, lalu rekomendasi disampaikan kepada atasan Terlapor. Sampai batas waktunya belum ada laporan pelaksanaan.',
  actions: 'Memutus permohonan izin dan menyampaikan keputusannya kepada pemohon.',
};

export async function publishExample(
  at: { readonly written: Tools; readonly published: Tools },
  caseId: string,
  text: PublicationText,
  writer: Player,
): Promise<void> {
  const author = await player(at.written, writer);
  const draft = must(await draftPublication(at.written, author, { caseId, version: 0, isKept: true, ...text }));
  const head = await player(at.published, 'kepala');
  must(await publishCase(at.published, head, { caseId, version: draft.version }));
}
