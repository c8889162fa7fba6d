/** Small parts that several pages of rounds show alike. */
import { StatusTag, type Tone } from '../../../design/index.ts';
import { agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Db } from '../../../platform/database/database.ts';
import { STAGE_LABELS, type Stage } from '../../rules/assessment.transitions.ts';
import { bandOf, bandsFor } from '../../rules/bands.ts';
import type { Instrument } from '../../rules/instrument.ts';
import { rational } from '../../rules/rational.ts';
import type { ResultLine } from '../../rules/result.ts';
import { scoreText } from '../../rules/score-text.ts';
import { BandBadge } from '../telling/band-badge.tsx';

const STAGE_TONES: Readonly<Record<Stage, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  checked: 'info',
  moderated: 'info',
  notified: 'warning',
  'in-reply': 'warning',
  final: 'accent',
  published: 'success',
};

export function StageTag(props: { stage: Stage; language: Language }) {
  return <StatusTag label={STAGE_LABELS[props.stage][props.language]} tone={STAGE_TONES[props.stage]} />;
}

/** "81,25" or a dash. */
export function scoreOf(line: Pick<ResultLine, 'score'> | undefined, language: Language): string {
  return line?.score ? scoreText(rational(line.score), language) : '–';
}

/** The band of a line under this instrument; nothing where there is no score. */
export function LineBadge(props: {
  instrument: Instrument;
  line: Pick<ResultLine, 'unitNo' | 'score'> | undefined;
  language: Language;
}) {
  const { instrument, line, language } = props;
  if (!line?.score) return null;
  const band = bandOf(bandsFor(instrument, line.unitNo === 0 ? 'agency' : 'unit'), rational(line.score));
  return <BandBadge band={band} language={language} brief />;
}

export interface Names {
  agency(id: string | null): string;
  person(id: string | null): string;
}

/** Names of agencies and people in two queries. */
export async function namesFor(
  db: Db,
  wanted: { readonly agencies?: Iterable<string | null>; readonly people?: Iterable<string | null> },
): Promise<Names> {
  const ids = (from: Iterable<string | null> | undefined) => [...(from ?? [])].filter((id) => id !== null);
  const [agencies, people] = await Promise.all([agenciesByIds(db, ids(wanted.agencies)), peopleByIds(db, ids(wanted.people))]);
  return {
    agency: (id) => (id === null ? '–' : (agencies.get(id)?.name ?? '–')),
    person: (id) => (id === null ? '–' : (people.get(id)?.name ?? '–')),
  };
}
