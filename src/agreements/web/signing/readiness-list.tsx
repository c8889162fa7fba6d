/** The readiness list: computed, each point with what it is about. */
import { Card, Tag, type Tone } from '../../../design/index.ts';
import type { ReadinessPoint } from '../../rules/signing/readiness.ts';
import { isReadyToSign } from '../../rules/signing/readiness.ts';
import type { SigningWords } from './words.ts';

const SHOWN = 6;

export function Readiness({ points, words }: { points: readonly ReadinessPoint[]; words: SigningWords }) {
  const open = points.filter(({ isMet, isBlocking }) => !isMet && isBlocking).length;
  return (
    <Card title={words.readiness.title} tone="accent">
      <p>{isReadyToSign(points) ? words.readiness.ready : words.readiness.notReady(open)}</p>
      <ul class="govuk-list">
        {points.map((point) => {
          const { text, tone } = markOf(point, words);
          return (
            <li>
              {words.readiness.points[point.code]}
              <br />
              <Tag tone={tone}>{text}</Tag>
              {point.about.length > 0 && (
                <span class="govuk-hint">
                  {' '}
                  {point.about.slice(0, SHOWN).join(', ')}
                  {point.about.length > SHOWN ? ', \u2026' : ''}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function markOf({ isMet, isBlocking }: ReadinessPoint, words: SigningWords): { text: string; tone: Tone } {
  if (isMet) return { text: words.readiness.met, tone: 'success' };
  return isBlocking ? { text: words.readiness.blocking, tone: 'danger' } : { text: words.readiness.advised, tone: 'warning' };
}
