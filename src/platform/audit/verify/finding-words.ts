import type { Language } from '../../../kernel/language.ts';
import type { BrokenFile, BrokenRoot, Checked, Erased, FileBreak, Finding, RootBreak } from './finding.ts';

/** A finding as a sentence for who runs or audits the installation. */
export function findingText(finding: Finding, language: Language): string {
  const words = language === 'id' ? id : en;
  switch (finding.code) {
    case 'checked':
      return words.checked(finding);
    case 'payload-erased':
      return words.erased(finding);
    case 'leaf-altered':
      return words.leafAltered(finding.leaf, finding.fileId);
    case 'leaves-missing':
      return words.leavesMissing(finding.firstLeaf, finding.lastLeaf);
    case 'tree-altered':
      return words.treeAltered(finding.firstLeaf, finding.lastLeaf);
    default:
      return 'fileId' in finding ? words.file(finding) : words.root(finding);
  }
}

const FILE_ID: Readonly<Record<FileBreak, (seq: number) => string>> = {
  'event-missing': (seq) => `peristiwa ${seq} tidak ada, padahal yang sesudahnya ada`,
  'event-altered': (seq) => `peristiwa ${seq} diubah, atau dipindahkan dari tempatnya`,
  'event-unlinked': (seq) => `peristiwa ${seq} tidak menyambung peristiwa sebelumnya, yang telah diganti`,
  'last-events-dropped': (seq) => `peristiwa terakhir dihapus, mulai dari nomor ${seq}`,
  'chain-rewritten': (seq) => `rantai ditulis ulang: peristiwa ${seq} bukan yang tercatat dalam log`,
  'file-dropped': () => 'seluruh peristiwanya dihapus',
  'file-row-dropped': () => 'baris berkasnya dihapus',
  'head-altered': (seq) => `baris berkasnya menunjuk peristiwa ${seq}, yang bukan akhir rantai`,
  'payload-altered': (seq) => `isi peristiwa ${seq} diubah`,
  'payload-missing': (seq) => `isi peristiwa ${seq} hilang tanpa catatan penghapusan`,
  'erasure-undone': (seq) => `isi peristiwa ${seq} tercatat telah dihapus, tetapi masih ada`,
  'payload-orphaned': (seq) => `ada isi tanpa peristiwanya, nomor ${seq}`,
  'leaf-dropped': (seq) => `daunnya dalam log untuk peristiwa ${seq} hilang`,
};

const FILE_EN: Readonly<Record<FileBreak, (seq: number) => string>> = {
  'event-missing': (seq) => `event ${seq} is missing, though later ones are there`,
  'event-altered': (seq) => `event ${seq} was altered, or moved from its place`,
  'event-unlinked': (seq) => `event ${seq} does not follow the one before it, which was replaced`,
  'last-events-dropped': (seq) => `its last events were dropped, from number ${seq} on`,
  'chain-rewritten': (seq) => `the chain was rewritten: event ${seq} is not the one in the log`,
  'file-dropped': () => 'all its events were dropped',
  'file-row-dropped': () => 'the row of the file was dropped',
  'head-altered': (seq) => `the row of the file points at event ${seq}, which is not the end of its chain`,
  'payload-altered': (seq) => `what event ${seq} says was altered`,
  'payload-missing': (seq) => `what event ${seq} says is gone without a record of erasure`,
  'erasure-undone': (seq) => `what event ${seq} says is recorded as erased, but is there`,
  'payload-orphaned': (seq) => `there is a payload without its event, number ${seq}`,
  'leaf-dropped': (seq) => `its leaf in the log for event ${seq} is gone`,
};

const ROOT_ID: Readonly<Record<RootBreak, string>> = {
  'root-missing': 'tidak ada lagi di antara akar yang tersimpan',
  'root-forged': 'tidak ditandatangani dengan kunci yang disebutnya, atau diubah sesudahnya',
  'root-shrinks': 'mencakup lebih sedikit daun daripada akar sebelumnya',
  'log-shorter': 'mencakup lebih banyak daun daripada yang ada: log dipotong, atau basis data dikembalikan ke keadaan lama',
  'log-differs': 'tidak cocok dengan log: daun sebelum akar ini diubah, dihapus, atau dipindahkan',
  'root-replaced': 'berbeda dari akar bernomor sama yang tersimpan',
  'key-replaced': 'ditandatangani dengan kunci lain: kunci telah diganti',
};

const ROOT_EN: Readonly<Record<RootBreak, string>> = {
  'root-missing': 'is no longer among the stored roots',
  'root-forged': 'is not signed with the key it names, or was altered afterwards',
  'root-shrinks': 'covers fewer leaves than the root before it',
  'log-shorter': 'covers more leaves than there are: the log was cut off, or the database was rolled back',
  'log-differs': 'does not fit the log: a leaf before this root was altered, dropped or moved',
  'root-replaced': 'differs from the stored root of the same number',
  'key-replaced': 'is signed with another key: the key was replaced',
};

const id = {
  file: ({ fileId, code, seq, root }: BrokenFile) =>
    `RUSAK  berkas ${fileId}: ${FILE_ID[code](seq)}${root === undefined ? '' : ` (dibuktikan akar ${root})`}`,
  root: ({ root, kept, code }: BrokenRoot) => `RUSAK  akar ${root}${kept ? ' yang Anda simpan' : ''} ${ROOT_ID[code]}`,
  leafAltered: (leaf: number, fileId: string) => `RUSAK  daun ${leaf} diubah (berkas ${fileId})`,
  leavesMissing: (from: number, to: number) => `RUSAK  daun ${range(from, to)} hilang dari log`,
  treeAltered: (from: number, to: number) => `RUSAK  salah satu daun ${range(from, to)}, atau sidik jari di atasnya, diubah`,
  erased: ({ fileId, seq, basis, by, at }: Erased) =>
    `sah    berkas ${fileId}: isi peristiwa ${seq} dihapus pada ${at} oleh ${by}, dasar: ${basis}`,
  checked: ({ files, events, leaves, roots, broken }: Checked) =>
    `${broken === 0 ? 'UTUH' : `RUSAK di ${broken} tempat`}: ${files} berkas, ${events} peristiwa, ${leaves} daun, ${roots} akar diperiksa`,
};

const en: typeof id = {
  file: ({ fileId, code, seq, root }) =>
    `BROKEN  file ${fileId}: ${FILE_EN[code](seq)}${root === undefined ? '' : ` (proved by root ${root})`}`,
  root: ({ root, kept, code }) => `BROKEN  ${kept ? 'the root you kept, number' : 'root'} ${root}, ${ROOT_EN[code]}`,
  leafAltered: (leaf, fileId) => `BROKEN  leaf ${leaf} was altered (file ${fileId})`,
  leavesMissing: (from, to) => `BROKEN  leaf ${range(from, to)} missing from the log`,
  treeAltered: (from, to) => `BROKEN  one of the leaves ${range(from, to)}, or a hash above them, was altered`,
  erased: ({ fileId, seq, basis, by, at }) =>
    `lawful  file ${fileId}: what event ${seq} says was erased at ${at} by ${by}, basis: ${basis}`,
  checked: ({ files, events, leaves, roots, broken }) =>
    `${broken === 0 ? 'INTACT' : `BROKEN in ${broken} places`}: ${files} files, ${events} events, ${leaves} leaves, ${roots} roots checked`,
};

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}
