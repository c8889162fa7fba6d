/** The readiness list: computed, what is open first, each point with what it is about and, for whoever may mend it, where. */
import { Card, Tag, type Tone } from '../../../design/index.ts';
import { mayEdit } from '../../rules/permissions.ts';
import { isReadyToSign, type ReadinessCode, type ReadinessPoint } from '../../rules/signing/readiness.ts';
import type { OpenedAgreement } from '../opened.tsx';
import type { SigningWords } from './words.ts';

const SHOWN = 6;

/** The part of the agreement where a point is met. */
const PLACES: Readonly<Record<ReadinessCode, string>> = {
  parties: 'edit',
  programmes: 'edit',
  text: 'text',
  fields: 'edit',
  signatories: 'hands',
  comments: 'text',
  lines: 'lines',
  speakers: 'lines',
  term: 'edit',
  end: 'edit',
  'focal-points': 'focal-points',
  numbers: 'edit',
  consent: 'text',
};

export function Readiness(props: { opened: OpenedAgreement; points: readonly ReadinessPoint[]; words: SigningWords }) {
  const { opened, points, words } = props;
  const open = points.filter(({ isMet, isBlocking }) => !isMet && isBlocking);
  const advised = points.filter(({ isMet, isBlocking }) => !isMet && !isBlocking);
  const mends = mayEdit(opened.actor, opened.agreement);
  return (
    <Card title={words.readiness.title} tone="accent">
      <p>{isReadyToSign(points) ? words.readiness.ready : words.readiness.notReady(open.length)}</p>
      <ul class="govuk-list">
        {[...open, ...advised, ...points.filter(({ isMet }) => isMet)].map((point) => {
          const { text, tone } = markOf(point, words);
          const label = words.readiness.points[point.code];
          return (
            <li>
              {!point.isMet && mends ? <a href={`${opened.path}/${PLACES[point.code]}`}>{label}</a> : label}
              <br />
              <Tag tone={tone}>{text}</Tag>
              {point.about.length > 0 && (
                <>
                  <br />
                  <span class="govuk-hint">
                    {point.about.slice(0, SHOWN).join(', ')}
                    {point.about.length > SHOWN ? ', \u2026' : ''}
                  </span>
                </>
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
