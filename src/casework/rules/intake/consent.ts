/**
 * What somebody agrees to when they bring something to the Ombudsman: the very text that is shown is kept with the case. A changed text is a
 * new version; the old ones stay with the cases that were brought under them.
 *
 * Basis: explicit consent for a stated purpose (UU 27/2022 Pasal 20 ayat (2) huruf a, Pasal 22); the Ombudsman's own duty to receive reports
 * and keep identities secret (UU 37/2008 Pasal 24).
 */
import type { Label } from '../../../kernel/language.ts';
import type { IntakeKind } from './answers.ts';

export interface ConsentText {
  readonly version: string;
  readonly text: Label;
}

const RIGHTS: Label = {
  id: 'Saya dapat menarik persetujuan ini kapan saja dengan mencabut laporan dan meminta penghapusan data diri saya (UU 27/2022 Pasal 20 dan 22).',
  en: 'I can withdraw this consent at any time by withdrawing the report and asking for my particulars to be erased (UU 27/2022 Pasal 20 and 22).',
};

const SEALED: Label = {
  id: 'Data diri, kontak, dan kata-kata asli saya disimpan tersegel; hanya petugas Ombudsman yang menangani yang dapat membukanya, dengan alasan yang dicatat.',
  en: 'My particulars, contact and own words are kept sealed; only officers of the Ombudsman who work on it can open them, for a recorded reason.',
};

const join = (...parts: readonly Label[]): Label => ({
  id: parts.map((part) => part.id).join(' '),
  en: parts.map((part) => part.en).join(' '),
});

export const APPEAL_CONSENT: Readonly<Record<'report' | 'consultation' | 'tip', ConsentText>> = {
  report: {
    version: 'pengaduan-1',
    text: join(
      {
        id: 'Saya meminta Ombudsman Republik Indonesia memeriksa hal ini dan menyetujui bahwa seluruh berkas pengaduan saya (uraian, riwayat, batas waktu, pemberitahuan, lampiran) diserahkan kepadanya.',
        en: 'I ask the Ombudsman of the Republic of Indonesia to examine this and consent to my whole complaint file (account, timeline, deadlines, notices, attachments) being handed over to it.',
      },
      SEALED,
      RIGHTS,
    ),
  },
  consultation: {
    version: 'konsultasi-pengaduan-1',
    text: {
      id: 'Saya menyetujui bahwa berkas pengaduan saya, dengan data diri yang disamarkan dan tanpa identitas saya, dibaca Ombudsman Republik Indonesia untuk memberi saran. Ini bukan laporan.',
      en: 'I consent to my complaint file, with personal data masked and without my identity, being read by the Ombudsman of the Republic of Indonesia in order to advise me. This is no report.',
    },
  },
  tip: {
    version: 'petunjuk-pengaduan-1',
    text: {
      id: 'Saya menyetujui bahwa berkas pengaduan saya, dengan data diri yang disamarkan dan tanpa identitas saya, dipakai Ombudsman Republik Indonesia sebagai petunjuk. Saya mengerti bahwa hal saya sendiri belum tentu diperiksa.',
      en: 'I consent to my complaint file, with personal data masked and without my identity, being used by the Ombudsman of the Republic of Indonesia as a tip. I understand that my own matter need not be examined.',
    },
  },
};

export const DIRECT_CONSENT: Readonly<Record<IntakeKind, ConsentText>> = {
  report: {
    version: 'laporan-1',
    text: join(
      {
        id: 'Saya menyatakan keterangan ini benar dan meminta Ombudsman Republik Indonesia memeriksanya.',
        en: 'I declare that this is true and ask the Ombudsman of the Republic of Indonesia to examine it.',
      },
      SEALED,
      RIGHTS,
    ),
  },
  consultation: {
    version: 'konsultasi-1',
    text: {
      id: 'Saya menyetujui bahwa Ombudsman Republik Indonesia membaca tulisan saya untuk memberi saran. Kontak yang saya berikan disimpan tersegel. Ini bukan laporan.',
      en: 'I consent to the Ombudsman of the Republic of Indonesia reading what I wrote in order to advise me. The contact I gave is kept sealed. This is no report.',
    },
  },
  tip: {
    version: 'petunjuk-1',
    text: {
      id: 'Saya menyetujui bahwa tulisan saya, dengan data diri yang disamarkan, dipakai Ombudsman Republik Indonesia sebagai petunjuk. Siapa saya tidak ditanyakan dan tidak disimpan.',
      en: 'I consent to what I wrote, with personal data masked, being used by the Ombudsman of the Republic of Indonesia as a tip. Who I am is neither asked nor kept.',
    },
  },
  copy: {
    version: 'tembusan-1',
    text: {
      id: 'Saya menyetujui bahwa Ombudsman Republik Indonesia menyimpan dan menelaah tembusan ini. Nama dan kontak saya disimpan tersegel.',
      en: 'I consent to the Ombudsman of the Republic of Indonesia keeping and reading this copy. My name and contact are kept sealed.',
    },
  },
};

/** An officer records what somebody else brought: their request is the basis (UU 37/2008 Pasal 24), said on the slip they are handed. */
export const RECORDED_CONSENT: ConsentText = {
  version: 'petugas-1',
  text: join(
    {
      id: 'Dicatat petugas atas permintaan Pelapor; Pelapor sudah diberi tahu untuk apa datanya dipakai.',
      en: 'Recorded by an officer at the request of the reporter, who was told what the data are used for.',
    },
    SEALED,
  ),
};
