/** A version at its author's desk: what is wrong, its parts, and what can be done with it. */
import { BackLink, ButtonGroup, InsetText, LinkButton, PageHeading, page, StatusTag } from '../../../../design/index.ts';
import type { Instrument } from '../../../rules/instrument.ts';
import { diffInstruments } from '../../../rules/instrument-diff.ts';
import { tellInstrumentProblem } from '../../../rules/instrument-problem-words.ts';
import { weightText } from '../../../rules/instrument-words.ts';
import { judgeInstrument } from '../../../rules/judge-instrument.ts';
import { versionBefore } from '../../../store/instruments.ts';
import { Changes } from '../changes.tsx';
import { InstrumentBody, STATE_TONES } from '../public-pages.tsx';
import { aboutSection } from './about-section.ts';
import { DESK, type OpenedVersion } from './opened.ts';
import { bandsSection, fieldworkSection, qualifierSection } from './outcome-sections.ts';
import { weightsSection } from './weights-section.ts';

/** GET /desk/instruments/:id/:version */
export async function versionPage(at: OpenedVersion): Promise<Response> {
  const { c, words, language, record, path } = at;
  const { instrument } = record;
  const isDraft = record.state === 'draft';
  const before = await versionBefore(c.get('tools').db, record.id, record.version);
  return page(
    c,
    {
      title: instrument.title[language],
      wide: true,
      before: <BackLink href={DESK} text={words.author.backToList} />,
    },
    <>
      <PageHeading caption={isDraft ? words.author.draftOf(record.version) : words.version(record.version)}>
        {instrument.title[language]}
      </PageHeading>
      <p>
        <StatusTag label={words.states[record.state]} tone={STATE_TONES[record.state]} />
      </p>
      {isDraft ? <DraftParts at={at} /> : <PublishedParts at={at} />}
      <h2>{words.author.compare}</h2>
      {before ? <Changes changes={diffInstruments(before, instrument)} language={language} /> : <p>{words.author.first}</p>}
      <p>
        <a href={`${path}.json`}>{words.author.file}</a>
      </p>
      {!isDraft && <InstrumentBody record={record} c={c} />}
    </>,
  );
}

function PublishedParts(props: { at: OpenedVersion }) {
  const { words, record, path } = props.at;
  return (
    <ButtonGroup>
      <LinkButton href={`${DESK}/new?from=${record.id}@${record.version}`}>{words.author.newDraft}</LinkButton>
      <LinkButton href={`/instruments/${record.id}/${record.version}`} kind="secondary">
        {words.author.publicPage}
      </LinkButton>
      <LinkButton href={`${path}/preview`} kind="secondary">
        {words.author.preview}
      </LinkButton>
      {record.state === 'published' && (
        <LinkButton href={`${path}/retire`} kind="secondary">
          {words.author.retire}
        </LinkButton>
      )}
    </ButtonGroup>
  );
}

function DraftParts(props: { at: OpenedVersion }) {
  const { words, language, record, path } = props.at;
  const { instrument } = record;
  const problems = judgeInstrument(instrument);
  const whole = [
    ['about', aboutSection(instrument)],
    ['weights', weightsSection(instrument)],
    ['bands', bandsSection(instrument, 'bands')],
    ['unit-bands', bandsSection(instrument, 'unitBands')],
    ['qualifier', qualifierSection(instrument)],
    ['fieldwork', fieldworkSection(instrument)],
  ] as const;
  return (
    <>
      {problems.length === 0 ? (
        <InsetText>{words.author.noProblems}</InsetText>
      ) : (
        <>
          <h2>{words.author.problemsTitle}</h2>
          <ul>
            {problems.map((problem) => (
              <li>{tellInstrumentProblem(instrument, problem)[language]}</li>
            ))}
          </ul>
        </>
      )}
      <ButtonGroup>
        <LinkButton href={`${path}/preview`} kind={problems.length === 0 ? 'secondary' : 'primary'}>
          {words.author.preview}
        </LinkButton>
        {problems.length === 0 && <LinkButton href={`${path}/publish`}>{words.author.publish}</LinkButton>}
        <LinkButton href={`${path}/discard`} kind="secondary">
          {words.author.discard}
        </LinkButton>
      </ButtonGroup>
      <h2>{words.author.parts}</h2>
      <ul>
        {whole.map(([name, section]) => (
          <li>
            <a href={`${path}/edit/${name}`}>{section.title[language]}</a>
          </li>
        ))}
      </ul>
      <Outline at={props.at} instrument={instrument} />
    </>
  );
}

function Outline(props: { at: OpenedVersion; instrument: Instrument }) {
  const { words, language, path } = props.at;
  const link = (kind: string, part: { code: string; name: Instrument['title']; weight: string }) => (
    <>
      <a href={`${path}/edit/${kind}/${part.code}`}>{part.name[language] || part.code}</a> ({weightText(part.weight, language)})
    </>
  );
  const add = (kind: 'dimension' | 'variable' | 'indicator', inside: string, to: string) => (
    <a href={`${path}/edit/${kind}/new${inside ? `?in=${inside}` : ''}`}>
      {words.author.add(words.author[kind])}
      {to && <span class="govuk-visually-hidden">: {to}</span>}
    </a>
  );
  return (
    <>
      {props.instrument.dimensions.map((dimension) => (
        <section>
          <h3>{link('dimension', dimension)}</h3>
          {dimension.variables.map((variable) => (
            <>
              <h4>{link('variable', variable)}</h4>
              <ul>
                {variable.indicators.map((indicator) => (
                  <li>{link('indicator', indicator)}</li>
                ))}
                <li>{add('indicator', variable.code, variable.name[language])}</li>
              </ul>
            </>
          ))}
          <p>{add('variable', dimension.code, dimension.name[language])}</p>
        </section>
      ))}
      <p>{add('dimension', '', '')}</p>
    </>
  );
}
