/**
 * Procedures: checklists per access kind, turned into tasks of a case with one click. House defaults drawn from UU 37/2008 and PO 26/2017; no
 * regulation prescribes them. A row keeps its code: it is how a case knows that it has it already.
 */
import type { Label, Language } from '../../../kernel/language.ts';
import type { AccessKind } from '../case.ts';
import type { CaseTask } from './task.ts';

export interface ProcedureRow {
  /** Stable, unique over all procedures. */
  readonly code: string;
  readonly title: Label;
}

export interface Procedure {
  readonly label: Label;
  readonly rows: readonly ProcedureRow[];
}

const row = (code: string, id: string, en: string): ProcedureRow => ({ code, title: { id, en } });

const CONFLICT = row(
  'conflict',
  'Pastikan tidak ada benturan kepentingan dalam tim',
  'Make sure nobody on the team has a conflict of interest',
);
const STANDARDS = row(
  'standards',
  'Kumpulkan standar pelayanan dan aturan yang berlaku',
  'Collect the service standards and rules that apply',
);
const ALLEGATIONS = row(
  'allegations',
  'Rumuskan dugaan maladministrasi per Terlapor',
  'State the alleged maladministration for each respondent',
);
const REPORTER = row(
  'reporter',
  'Hubungi Pelapor: konfirmasi kronologi dan harapan',
  'Contact the reporter: chronology and wishes',
);

export const PROCEDURES: Readonly<Record<AccessKind, Procedure>> = {
  LM: {
    label: { id: 'Pemeriksaan laporan masyarakat', en: 'Examination of a report' },
    rows: [
      CONFLICT,
      row('plan', 'Susun rencana pemeriksaan', 'Write the examination plan'),
      REPORTER,
      STANDARDS,
      ALLEGATIONS,
      row('clarification', 'Minta penjelasan tertulis Terlapor', 'Ask the respondent for a written explanation'),
      row('documents', 'Minta data dan dokumen', 'Ask for data and documents'),
      row('evidence', 'Daftarkan bukti dan hubungkan dengan dugaan', 'Register evidence and link it to the allegations'),
      row('progress', 'Beri tahu Pelapor perkembangan pemeriksaan', 'Tell the reporter how the examination goes'),
      row('findings', 'Isi temuan setiap dugaan', 'Give the finding of every allegation'),
    ],
  },
  RCO: {
    label: { id: 'Respons cepat', en: 'Rapid response' },
    rows: [
      row('rapid-safety', 'Pastikan keselamatan orang yang terdampak', 'Make sure that those affected are safe'),
      row('rapid-call', 'Hubungi Terlapor langsung dan catat hasilnya', 'Call the respondent directly and record the outcome'),
      row('rapid-proof', 'Minta bukti penyelesaian dari Terlapor', 'Ask the respondent for proof that it is solved'),
      row('rapid-confirm', 'Konfirmasi penyelesaian kepada Pelapor', 'Confirm with the reporter that it is solved'),
    ],
  },
  IAPS: {
    label: { id: 'Investigasi atas prakarsa sendiri', en: 'Own-initiative investigation' },
    rows: [
      CONFLICT,
      row('own-scope', 'Tetapkan ruang lingkup, lokasi, dan sampel', 'Set the scope, places and sample'),
      row('own-plan', 'Susun rencana investigasi', 'Write the plan of the investigation'),
      STANDARDS,
      ALLEGATIONS,
      row('own-visit', 'Lakukan pemeriksaan lapangan', 'Visit the places'),
      row('own-affected', 'Kumpulkan keterangan pengguna layanan', 'Collect statements of users of the service'),
      row('evidence', 'Daftarkan bukti dan hubungkan dengan dugaan', 'Register evidence and link it to the allegations'),
      row('findings', 'Isi temuan setiap dugaan', 'Give the finding of every allegation'),
    ],
  },
  KNL: {
    label: { id: 'Konsultasi nonlaporan', en: 'Consultation' },
    rows: [
      row('advice', 'Jawab pertanyaan dan jelaskan ke mana dapat melapor', 'Answer the question and say where to report'),
      row(
        'offer-report',
        'Tawarkan untuk dilanjutkan sebagai laporan bila memenuhi syarat',
        'Offer to go on as a report if it qualifies',
      ),
    ],
  },
  COPY: {
    label: { id: 'Penelaahan tembusan', en: 'Looking through a copied letter' },
    rows: [
      row('copy-read', 'Telaah surat dan tentukan apakah perlu ditindaklanjuti', 'Read the letter and decide whether to act'),
      row('copy-watch', 'Pantau jawaban instansi yang dituju', 'Watch for the answer of the agency addressed'),
    ],
  },
};

/** How a procedure's row is kept on a task. */
export const templateCode = (access: AccessKind, code: string): string => `${access}/${code}`;

const TITLES: ReadonlyMap<string, Label> = new Map(
  Object.entries(PROCEDURES).flatMap(([access, { rows }]) =>
    rows.map((each) => [templateCode(access as AccessKind, each.code), each.title] as const),
  ),
);

/** What a task is called: a procedure's row in the reader's language, whoever added it; what somebody typed as they typed it. */
export function taskTitle(task: Pick<CaseTask, 'template' | 'title'>, language: Language): string {
  return (task.template === null ? undefined : TITLES.get(task.template)?.[language]) ?? task.title;
}

/** Tasks as they were ordered, those of one procedure that were added together in the order of its rows. */
export function inProcedureOrder(tasks: readonly CaseTask[]): CaseTask[] {
  const codes = Object.entries(PROCEDURES).flatMap(([access, { rows }]) =>
    rows.map((each) => templateCode(access as AccessKind, each.code)),
  );
  const place = (task: CaseTask) => (task.template === null ? -1 : codes.indexOf(task.template));
  const areTogether = (one: CaseTask, other: CaseTask) =>
    one.template !== null &&
    other.template !== null &&
    one.createdAt.equals(other.createdAt) &&
    one.state === other.state &&
    one.dueOn?.toString() === other.dueOn?.toString();
  const runs: CaseTask[][] = [];
  for (const task of tasks) {
    const run = runs.at(-1);
    if (run?.[0] && areTogether(run[0], task)) run.push(task);
    else runs.push([task]);
  }
  return runs.flatMap((run) => run.sort((one, other) => place(one) - place(other)));
}
