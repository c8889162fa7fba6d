/** A table of results: every number leads to what is behind it. */
import { Table, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { saidText } from '../../rules/band-words.ts';
import { scoreText } from '../../rules/score-text.ts';
import { BandBadge } from '../telling/band-badge.tsx';
import type { Listed } from './listed.ts';
import type { ResultWords } from './words.ts';

export function resultHref({ result }: Listed): string {
  return result.round ? `/assessments/${result.round.code}/${result.agencyCode}` : `/assessments/agencies/${result.agencyCode}`;
}

export function ResultsTable(props: {
  id: string;
  caption: string;
  lines: readonly Listed[];
  language: Language;
  words: ResultWords;
}) {
  const { language, words } = props;
  const { column } = words;
  const hasSmall = props.lines.some(({ standing }) => standing?.isSmall);
  return (
    <>
      <Table
        id={props.id}
        caption={props.caption}
        stacked
        columns={[
          { label: column.agency },
          { label: column.score, numeric: true },
          { label: column.band },
          { label: column.rank },
          { label: column.source },
        ]}
        rows={props.lines.map((line) => [
          <a href={resultHref(line)}>{line.result.agencyName}</a>,
          line.result.score === null ? '–' : scoreText(line.result.score, language),
          <BandOf line={line} language={language} />,
          line.standing ? `${line.standing.rank} / ${line.standing.of}${line.standing.isSmall ? ' *' : ''}` : '–',
          <SourceCell line={line} words={words} />,
        ])}
      />
      {hasSmall && <p class="govuk-hint">* {words.rapor.small}</p>}
    </>
  );
}

/** What a result was called; of a year whose rules are not known, in the words of its source. */
export function BandOf({ line: { band, result }, language }: { line: Listed; language: Language }) {
  return band ? <BandBadge band={band} language={language} /> : <span>{saidText(result)[language]}</span>;
}

function SourceCell({ line: { result, disputed }, words }: { line: Listed; words: ResultWords }) {
  return (
    <>
      {result.round ? (
        <a href={`/assessments/${result.round.code}`}>{result.round.title}</a>
      ) : (
        <Source text={result.source ?? ''} />
      )}
      {result.round?.isExample && <Tag tone="neutral">{words.example}</Tag>}
      {disputed && (
        <>
          {' '}
          <Tag tone="warning">{words.disputed}</Tag>
        </>
      )}
      {result.doubts.length > 0 && (
        <>
          {' '}
          <Tag tone="warning">{words.doubtful}</Tag>
        </>
      )}
    </>
  );
}

/** An address in a source is a link; it was typed by somebody, so only web addresses are. */
export function Source({ text }: { text: string }) {
  const address = /https?:\/\/[^\s)]+/.exec(text)?.[0];
  if (!address) return <>{text}</>;
  const [before, after] = text.split(address);
  return (
    <>
      {before}
      <a href={address} rel="nofollow noreferrer">
        {address.replace(/^https?:\/\/(www\.)?/, '').slice(0, 60)}
      </a>
      {after}
    </>
  );
}
