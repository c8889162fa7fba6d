/** What of a standard is stated, what is not, and what only half; and sums of it. Pure: same standard, same answer. */
import type { Label } from '../../kernel/language.ts';
import { COMPONENT_CODES, COMPONENTS, type ComponentCode } from './components.ts';
import type { Standard } from './standard.ts';

export const SHORTFALLS = {
  'placeholder-only': {
    id: 'Isinya baru tanda kosong seperti "-", "ada", atau "sesuai ketentuan".',
    en: 'It holds only a placeholder such as "-", "exists" or "as provided".',
  },
  'one-step-only': {
    id: 'Baru satu langkah; sebutkan sekurang-kurangnya langkah mengajukan dan langkah menerima hasil.',
    en: 'Only one step; name at least the step of applying and that of receiving the result.',
  },
  'fee-purpose-missing': {
    id: 'Ada jumlah tanpa keterangan untuk apa.',
    en: 'There is an amount without what it is for.',
  },
  'citation-missing': {
    id: 'Peraturan yang menetapkan tarif belum disebut.',
    en: 'The regulation that sets the fee is not named.',
  },
  'channel-missing': { id: 'Saluran pengaduan belum disebut.', en: 'No channel for complaints is named.' },
  'officer-missing': { id: 'Jabatan petugas pengaduan belum disebut.', en: 'The position in charge of complaints is not named.' },
  'days-missing': { id: 'Waktu jawaban belum disebut.', en: 'The time until an answer is not stated.' },
  'no-staff': { id: 'Jumlah pelaksana nol.', en: 'The number of staff is zero.' },
} as const satisfies Record<string, Label>;

export type Shortfall = keyof typeof SHORTFALLS;
export type StatedState = 'stated' | 'incomplete' | 'not-stated';

export const STATED_LABELS: Readonly<Record<StatedState, Label>> = {
  stated: { id: 'Dinyatakan', en: 'Stated' },
  incomplete: { id: 'Belum lengkap', en: 'Incomplete' },
  'not-stated': { id: 'Belum dinyatakan', en: 'Not stated' },
};

export interface ComponentState {
  readonly code: ComponentCode;
  readonly state: StatedState;
  /** Why it is incomplete; empty for the other states. */
  readonly why: readonly Shortfall[];
}

/** An exact count: so many of so many. */
export interface Count {
  readonly stated: number;
  readonly of: number;
}

export interface Completeness {
  /** Of the 14. */
  readonly all: Count;
  /** Of the 6 that must be public. */
  readonly delivery: Count;
  /** In the order of `COMPONENT_CODES`. */
  readonly components: readonly ComponentState[];
  /** Those not fully stated, in the same order. */
  readonly missing: readonly ComponentState[];
}

export function completeness(standard: Standard): Completeness {
  const components = COMPONENT_CODES.map((code) => judge(code, standard));
  return { ...counts(components), components, missing: components.filter(({ state }) => state !== 'stated') };
}

function counts(components: readonly ComponentState[]): Pick<Completeness, 'all' | 'delivery'> {
  const count = (of: readonly ComponentState[]): Count => ({
    stated: of.filter(({ state }) => state === 'stated').length,
    of: of.length,
  });
  return { all: count(components), delivery: count(components.filter(({ code }) => COMPONENTS[code].side === 'delivery')) };
}

/** Several services as one: n of 14 x services. */
export function sumCounts(each: Iterable<Count>): Count {
  let [stated, of] = [0, 0];
  for (const count of each) {
    stated += count.stated;
    of += count.of;
  }
  return { stated, of };
}

const isBlank = (text: string) => text.trim() === '';

/** Texts that fill a field and say nothing. */
const PLACEHOLDER =
  /^(?:[-–—._\s]*|n\/?a|ada|tidak ada|nihil|sesuai (?:ketentuan|aturan|peraturan|sop)(?: yang berlaku)?|terlampir|tbd)\.?$/i;
const isPlaceholder = (text: string) => PLACEHOLDER.test(text.trim());

type Judged = Omit<ComponentState, 'code'>;
const STATED: Judged = { state: 'stated', why: [] };
const NOT_STATED: Judged = { state: 'not-stated', why: [] };
const lacking = (...why: readonly (Shortfall | false)[]): Judged => {
  const given = why.filter((one) => one !== false);
  return given.length === 0 ? STATED : { state: 'incomplete', why: given };
};

function judge(code: ComponentCode, standard: Standard): ComponentState {
  return { code, ...JUDGES[code](standard) };
}

const text =
  (read: (standard: Standard) => string) =>
  (standard: Standard): Judged => {
    const value = read(standard);
    return isBlank(value) ? NOT_STATED : lacking(isPlaceholder(value) && 'placeholder-only');
  };

function judgeLines(lines: readonly string[]): Judged {
  const given = lines.filter((line) => !isBlank(line));
  return given.length === 0 ? NOT_STATED : lacking(given.every(isPlaceholder) && 'placeholder-only');
}

const JUDGES: Readonly<Record<ComponentCode, (standard: Standard) => Judged>> = {
  requirements: ({ requirements }) => {
    if (requirements.kind === 'none') return STATED;
    if (requirements.kind === 'not-stated') return NOT_STATED;
    return judgeLines(requirements.lines);
  },
  procedure: ({ procedure }) => {
    const steps = procedure.filter((step) => !isBlank(step));
    if (steps.length === 0) return NOT_STATED;
    return lacking(steps.every(isPlaceholder) ? 'placeholder-only' : steps.length === 1 && 'one-step-only');
  },
  duration: ({ duration }) => (duration.kind === 'stated' ? STATED : NOT_STATED),
  fee: ({ fee }) => {
    if (fee.kind === 'free') return STATED;
    if (fee.kind === 'regulation') return lacking((isBlank(fee.citation) || isPlaceholder(fee.citation)) && 'citation-missing');
    if (fee.kind === 'amounts' && fee.items.length > 0) {
      return lacking(fee.items.some(({ what }) => isBlank(what) || isPlaceholder(what)) && 'fee-purpose-missing');
    }
    return NOT_STATED;
  },
  product: text(({ product }) => product),
  complaintHandling: ({ complaintHandling: { channels, officerPosition, days } }) => {
    const reachable = channels.some(({ value }) => !isBlank(value) && !isPlaceholder(value));
    const officer = !isBlank(officerPosition) && !isPlaceholder(officerPosition);
    if (!reachable && !officer && days === null) return NOT_STATED;
    return lacking(!reachable && 'channel-missing', !officer && 'officer-missing', days === null && 'days-missing');
  },
  legalBasis: ({ legalBasis }) => judgeLines(legalBasis),
  facilities: ({ facilities }) => judgeLines(facilities),
  competence: text(({ competence }) => competence),
  supervision: text(({ supervision }) => supervision),
  staffCount: ({ staffCount }) => (staffCount === null ? NOT_STATED : lacking(staffCount === 0 && 'no-staff')),
  serviceGuarantee: text(({ serviceGuarantee }) => serviceGuarantee),
  safetyGuarantee: text(({ safetyGuarantee }) => safetyGuarantee),
  evaluation: text(({ evaluation }) => evaluation),
};
