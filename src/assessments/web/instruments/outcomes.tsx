/** Bands, qualifier, thresholds and fieldwork of an instrument, as everybody may read them. */
import { Table } from '../../../design/index.ts';
import { AGENCY_KINDS, type AgencyKind } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { rangeOf } from '../../rules/bands.ts';
import type { Band, Instrument, LocusRule } from '../../rules/instrument.ts';
import { SHEET_KINDS } from '../../rules/instrument.ts';
import { plain, SHEET_MEANS } from '../../rules/instrument-words.ts';
import { isPercent, readRational } from '../../rules/rational.ts';
import { BandBadge } from '../telling/band-badge.tsx';
import { StandingNote } from '../telling/standing-note.tsx';
import { wordsIn } from './words.ts';

export function Bands(props: { id: string; caption: string; bands: readonly Band[]; language: Language; hideCaption?: boolean }) {
  const { language } = props;
  const words = wordsIn(language);
  // The best first, as people read it; bounds of a draft may not be numbers yet.
  const readable = props.bands.every((band) => isPercent(readRational(band.from)));
  const rows = readable
    ? [...props.bands].sort((a, b) => (readRational(b.from) ?? fault()).compare(readRational(a.from) ?? fault()))
    : props.bands;
  return (
    <Table
      id={props.id}
      caption={props.caption}
      captionSize={props.hideCaption ? 'hidden' : 's'}
      stacked
      columns={[{ label: words.category }, { label: words.range }, { label: words.standing }]}
      rows={rows.map((band) => {
        const range = readable ? rangeOf(props.bands, band) : null;
        return [
          <BandBadge band={band} language={language} />,
          range ? `${plain(range.from, language)}–${plain(range.to, language)}` : band.from,
          <StandingNote standing={band.standing} language={language} />,
        ];
      })}
    />
  );
}

function fault(): never {
  throw new TypeError('a bound that was read is no number');
}

export function QualifierPart(props: { instrument: Instrument; language: Language }) {
  const { qualifier, dimensions } = props.instrument;
  const { language } = props;
  if (!qualifier) return null;
  const words = wordsIn(language);
  const name = dimensions.find((one) => one.code === qualifier.dimension)?.name[language] ?? qualifier.dimension;
  return (
    <>
      <h3>{words.qualifier}</h3>
      <p>{words.qualifierReads(name)}</p>
      <ul>
        {qualifier.steps.map((step) => (
          <li>{words.qualifierStep(plain(step.from, language), step.adds[language])}</li>
        ))}
        <li>{qualifier.whenNothing ? words.qualifierNothing(qualifier.whenNothing[language]) : words.qualifierNothingPlain}</li>
      </ul>
      <p>
        <StandingNote standing={qualifier.standing} language={language} />
      </p>
    </>
  );
}

export function Thresholds(props: { instrument: Instrument; language: Language }) {
  const { documents, people, standing } = props.instrument.shortBelow;
  const words = wordsIn(props.language);
  return (
    <>
      <ul>
        <li>{words.shortDocuments(plain(documents, props.language))}</li>
        <li>{words.shortPeople(plain(people, props.language))}</li>
      </ul>
      <p>
        <StandingNote standing={standing} language={props.language} />
      </p>
    </>
  );
}

export function FieldworkPart(props: { instrument: Instrument; language: Language }) {
  const { fieldwork } = props.instrument;
  const { language } = props;
  const words = wordsIn(language);
  return (
    <>
      <p>
        <StandingNote standing={fieldwork.standing} language={language} />
      </p>
      <Table
        id="sheets"
        caption={words.sheets}
        captionSize="s"
        columns={[{ label: words.sheetKind }, { label: words.count, numeric: true }]}
        rows={SHEET_KINDS.filter((kind) => fieldwork.sheets[kind]).map((kind) => [
          SHEET_MEANS[kind][language],
          String(fieldwork.sheets[kind]),
        ])}
      />
      <Table
        id="loci"
        caption={words.loci}
        captionSize="s"
        stacked
        columns={[{ label: words.locus }, { label: words.count }, { label: words.agencies }]}
        rows={fieldwork.loci.map((locus) => [locus.name[language], countOf(locus, language), kindsOf(locus, language)])}
      />
    </>
  );
}

function countOf(locus: LocusRule, language: Language): string {
  const own = SHEET_KINDS.flatMap((kind) =>
    locus.sheets?.[kind] === undefined ? [] : [`${SHEET_MEANS[kind][language].toLowerCase()}: ${locus.sheets[kind]}`],
  );
  return own.length > 0 ? `${locus.count} (${own.join('; ')})` : String(locus.count);
}

function kindsOf(locus: LocusRule, language: Language): string {
  return locus.agencyKinds.map((kind) => AGENCY_KINDS[kind as AgencyKind]?.[language] ?? kind).join(', ');
}
