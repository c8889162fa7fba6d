import { createHash } from 'node:crypto';
import type { AnswerKind } from '../rules/answer-kinds.ts';
import type { Indicator } from '../rules/instrument.ts';

/** Between 0 and 1, always the same for the same words: examples come out alike in every installation. */
export function chance(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32;
}

/** An invented answer of a service of this quality (0 to 1), as it would be written down. */
export function inventAnswer(indicator: Indicator, quality: number, luck: number): string {
  return written(indicator.answer, quality, luck);
}

function written(answer: AnswerKind, quality: number, luck: number): string {
  const good = luck < quality;
  // Of what is not good most is nearly so.
  const fallen = good ? 0 : 1 + Math.floor(((luck - quality) / (1 - quality)) ** 2 * 3);
  switch (answer.kind) {
    case 'yes-no':
      return good === (answer.good === 'yes') ? 'yes' : 'no';
    case 'interval':
      return String(Math.max(0, answer.max - fallen));
    case 'scale':
      return String(
        answer.good === 'high' ? Math.max(answer.min, answer.max - fallen) : Math.min(answer.max, answer.min + fallen),
      );
    case 'share': {
      const share = Math.round(100 * Math.min(1, quality + (luck - 0.5) / 10));
      return String(answer.good === 'high' ? share : 100 - share);
    }
    case 'number': {
      const [worst, best] = [Number(answer.worst), Number(answer.best)];
      return (worst + (best - worst) * Math.min(1, quality + (luck - 0.5) / 20)).toFixed(2);
    }
    case 'choice': {
      const ranked = [...answer.options].sort((a, b) => Number(b.points) - Number(a.points));
      return (ranked[Math.min(fallen, ranked.length - 1)] ?? ranked[0])?.code ?? '';
    }
  }
}
