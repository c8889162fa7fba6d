import type { Label, Language } from '../../kernel/language.ts';
import type { ProofFault, ProofVerdict } from './check-proof.ts';

/** The verdict on a proof as a sentence. */
export function verdictText(verdict: ProofVerdict, language: Language): string {
  return verdictLabel(verdict)[language];
}

function verdictLabel(verdict: ProofVerdict): Label {
  if (!verdict.holds) {
    const { fault } = verdict;
    const where = 'seq' in fault ? ` ${fault.seq}` : '';
    return { id: `TIDAK TERBUKTI: ${FAULTS[fault.code].id}${where}`, en: `NOT PROVED: ${FAULTS[fault.code].en}${where}` };
  }
  const { file, events, coveredUpTo, root } = verdict;
  if (!root) {
    return {
      id: `Rantai ${file.id} (${events} peristiwa) menyambung, tetapi belum tercakup akar mana pun.`,
      en: `The chain of ${file.id} (${events} events) hangs together, but no root covers it yet.`,
    };
  }
  return {
    id: `TERBUKTI: ${file.id}, peristiwa 1–${coveredUpTo} dari ${events}, di bawah akar ${root.number} (${root.day}).`,
    en: `PROVED: ${file.id}, events 1–${coveredUpTo} of ${events}, under root ${root.number} (${root.day}).`,
  };
}

const FAULTS: Readonly<Record<ProofFault['code'], Label>> = {
  'not-a-proof': { id: 'berkas ini bukan bukti audit Tuntas', en: 'this file is no audit proof of Tuntas' },
  'chain-broken': { id: 'rantai putus pada peristiwa', en: 'the chain breaks at event' },
  'payload-differs': { id: 'isinya bukan yang dicatat peristiwa', en: 'what is shown is not what was recorded by event' },
  'leaf-not-in-chain': {
    id: 'daun menyebut peristiwa yang tidak ada dalam bukti',
    en: 'the leaf speaks of an event that the proof lacks',
  },
  'not-included': { id: 'daun tidak berada di bawah akar', en: 'the leaf is not under the root' },
  'root-forged': { id: 'tanda tangan akar tidak sah', en: 'the signature of the root is not valid' },
  'other-root': {
    id: 'bukti ini di bawah akar lain, bukan yang Anda simpan',
    en: 'the proof is under another root than the one you kept',
  },
};
