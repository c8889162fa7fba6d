/** A complaint's timeline as sentences. What may be read was decided by rules/timeline.ts; here it only gets its words. */

import type { Child } from 'hono/jsx';
import { type TimelineItem as DesignItem, formatDay, Time } from '../../../design/index.ts';
import type { Label, Language } from '../../../kernel/language.ts';
import { dayOf, Temporal, type Zone } from '../../../kernel/time.ts';
import { ARCHIVE_REASON_LABELS, CLOCK_LABELS, OUTCOME_LABELS } from '../../rules/labels.ts';
import type { TimelineItem } from '../../rules/timeline.ts';
import type { Names } from './names.ts';

export interface TimelineTelling {
  readonly names: Names;
  readonly language: Language;
  readonly zone: Zone;
  /** Files that belong to an entry, already as links. */
  readonly filesOf?: (entryId: string) => Child;
}

type Tell = (item: TimelineItem, telling: TimelineTelling) => Label;

const from = (item: TimelineItem, { names }: TimelineTelling) => names.agency(item.fromAgencyId);
const to = (item: TimelineItem, { names }: TimelineTelling) => names.agency(item.toAgencyId);

const SENTENCES: Readonly<Record<string, Tell>> = {
  filed: () => ({ id: 'Pengaduan diterima', en: 'Complaint received' }),
  released: () => ({ id: 'Diterbitkan untuk publik', en: 'Released to the public' }),
  'public-text-changed': () => ({ id: 'Teks publik diubah', en: 'Public text changed' }),
  'release-withdrawn': () => ({ id: 'Tidak lagi ditampilkan kepada publik', en: 'No longer shown to the public' }),
  corrected: () => ({ id: 'Klasifikasi atau judul diperbaiki verifikator', en: 'Class or title corrected by the verifier' }),
  'deadline-moved': (item, telling) => movedDeadline(item, telling),
  'asked-back': (item, telling) => ({
    id: `${from(item, telling) || 'Instansi'} meminta keterangan tambahan; batas waktu dijeda`,
    en: `${from(item, telling) || 'The agency'} asked for further facts; the deadlines wait`,
  }),
  'facts-supplied': () => ({
    id: 'Pelapor memberi keterangan; batas waktu berjalan lagi',
    en: 'The complainant gave the facts; the deadlines run on',
  }),
  'hold-lapsed': () => ({
    id: 'Keterangan tidak diberikan sampai batasnya; batas waktu berjalan lagi',
    en: 'The facts were not given in time; the deadlines run on',
  }),
  forwarded: (item, telling) => ({ id: `Diteruskan ke ${to(item, telling)}`, en: `Forwarded to ${to(item, telling)}` }),
  'passed-on': (item, telling) => ({ id: `Didisposisikan ke ${to(item, telling)}`, en: `Passed on to ${to(item, telling)}` }),
  redirected: (item, telling) => ({ id: `Dialihkan ke ${to(item, telling)}`, en: `Redirected to ${to(item, telling)}` }),
  returned: (item, telling) => ({
    id: `${from(item, telling)} menyatakan bukan wewenangnya (pengembalian ke-${item.payload.count ?? '?'})`,
    en: `${from(item, telling)} says it is not competent (return no. ${item.payload.count ?? '?'})`,
  }),
  'sent-up': (item, telling) => ({
    id: `${from(item, telling)} menyatakan bukan wewenangnya; meja nasional mencarikan instansi`,
    en: `${from(item, telling)} says it is not competent; the national desk looks for the agency`,
  }),
  'arbitration-due': () => ({ id: 'Meja nasional harus memutuskan', en: 'The national desk must decide' }),
  excused: () => ({ id: 'Instansi dibebaskan: memang bukan wewenangnya', en: 'An agency was excused: not its competence' }),
  'followed-up': (item, telling) => ({
    id: `Ditindaklanjuti oleh ${from(item, telling)}`,
    en: `Followed up by ${from(item, telling)}`,
  }),
  replied: (item, telling) => ({ id: `Jawaban ${from(item, telling)}`, en: `Reply of ${from(item, telling)}` }),
  noted: (item, telling) => ({ id: `Catatan internal ${from(item, telling)}`, en: `Internal note of ${from(item, telling)}` }),
  'closing-proposed': (item, telling) => ({
    id: `${from(item, telling)} menyatakan sudah selesai`,
    en: `${from(item, telling)} says it is done`,
  }),
  'proposal-withdrawn': (item, telling) => ({
    id: `${from(item, telling)} menarik pernyataan selesainya`,
    en: `${from(item, telling)} took back its word that it is done`,
  }),
  objected: () => ({ id: 'Pelapor menyanggah: belum selesai', en: 'The complainant objected: not solved' }),
  closed: (item) => OUTCOME_LABELS[item.outcome as keyof typeof OUTCOME_LABELS] ?? { id: 'Selesai', en: 'Closed' },
  reopened: () => ({ id: 'Dibuka kembali', en: 'Reopened' }),
  archived: (item) => {
    const reason = ARCHIVE_REASON_LABELS[item.payload.reason as keyof typeof ARCHIVE_REASON_LABELS];
    return { id: `Diarsipkan${reason ? `: ${reason.id}` : ''}`, en: `Set aside${reason ? `: ${reason.en}` : ''}` };
  },
  'archive-contested': () => ({
    id: 'Pelapor menyanggah pengarsipan; meja nasional memeriksa ulang',
    en: 'The complainant contested; the national desk looks again',
  }),
  restored: () => ({ id: 'Dikembalikan dari arsip', en: 'Taken back from the archive' }),
  escalated: (item, telling) => ({
    id: `Batas waktu lewat: ${to(item, telling)} diberi tahu`,
    en: `A deadline has passed: ${to(item, telling)} was told`,
  }),
  'officer-changed': (item, telling) => ({
    id: `Petugas di ${from(item, telling)} berganti; pengaduan tetap di unit ini`,
    en: `Another officer works at ${from(item, telling)} now; the complaint stays with the office`,
  }),
  'office-unstaffed': (item, telling) => ({
    id: `Tidak ada petugas lagi di ${from(item, telling)}${to(item, telling) ? `; ${to(item, telling)} ikut menjaga` : ''}`,
    en: `Nobody works at ${from(item, telling)} any more${to(item, telling) ? `; ${to(item, telling)} looks after it` : ''}`,
  }),
  'file-release-changed': () => ({ id: 'Pembukaan berkas diubah', en: 'Release of a file changed' }),
  'payload-erased': () => ({ id: 'Isi dihapus dengan dasar hukum', en: 'Content erased on a legal basis' }),
};

/** Why a date moved, in words. */
const MOVED: Readonly<Record<string, Label>> = {
  'facts-asked-back': { id: 'karena jeda menunggu keterangan pelapor', en: 'because facts were asked from the complainant' },
  'class-changed': { id: 'karena klasifikasi diubah', en: 'because the class was changed' },
  'calendar-changed': { id: 'karena kalender hari kerja diperbarui', en: 'because the working calendar was updated' },
};

function movedDeadline(item: TimelineItem, { zone }: TimelineTelling): Label {
  const clock = CLOCK_LABELS[item.payload.clock as keyof typeof CLOCK_LABELS];
  const why = MOVED[String(item.payload.reason)] ?? { id: '', en: '' };
  const day = (value: unknown, language: Language) =>
    typeof value === 'string' ? formatDay(dayOf(Temporal.Instant.from(value), zone), language) : '';
  return {
    id: `Batas waktu ${clock?.id.toLowerCase() ?? ''} bergeser dari ${day(item.payload.from, 'id')} menjadi ${day(item.payload.to, 'id')} ${why.id}`,
    en: `The deadline of ${clock?.en.toLowerCase() ?? ''} moved from ${day(item.payload.from, 'en')} to ${day(item.payload.to, 'en')} ${why.en}`,
  };
}

/** The one sentence of an item; an unknown type (a later room's) is told by its own name rather than lost. */
export function sentenceOf(item: TimelineItem, telling: TimelineTelling): string {
  return SENTENCES[item.type]?.(item, telling)[telling.language] ?? item.type;
}

const DONE = new Set(['closed']);
const LATE = new Set(['escalated', 'objected', 'returned', 'sent-up']);

/** Newest first. */
export function timelineItems(items: readonly TimelineItem[], telling: TimelineTelling): DesignItem[] {
  return items.toReversed().map((item, index) => ({
    title: sentenceOf(item, telling),
    when: <Time at={item.at} zone={telling.zone} />,
    tone: DONE.has(item.type) ? 'done' : LATE.has(item.type) ? 'late' : index === 0 ? 'current' : 'plain',
    body: item.entry && (
      <>
        <p class="tuntas-preserve">{item.entry.text}</p>
        {telling.filesOf?.(item.entry.id)}
      </>
    ),
  }));
}
