/** What was found: the verdict in one sentence, why, what the register says, what happened to it, and what all this does not prove. */
import {
  BackLink,
  Columns,
  formatMoment,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  StatusTag,
  SummaryList,
  Timeline,
  type Tone,
  ZoneBadge,
} from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import { formatPlainDay } from '../../rules/certificates/day-words.ts';
import { type CertificateVerdict, type Finding, NOTE_WORDS } from '../../rules/certificates/finding.ts';
import { scoreText } from '../../rules/score-text.ts';
import { colourOf } from '../telling/band-badge.tsx';
import { Limits } from './limits.tsx';
import { type VerifyWords, wordsIn } from './words.ts';

const TONES: Readonly<Record<CertificateVerdict, Tone>> = {
  valid: 'success',
  altered: 'danger',
  unknown: 'warning',
  revoked: 'danger',
  replaced: 'warning',
};

export function findingPage(c: WebContext, finding: Finding): Promise<Response> {
  const language = c.get('language');
  const words = wordsIn(language);
  const { verdict, notes, reasons, certificate, successor } = finding;
  const isNumberOnly = notes.includes('number-only');
  const title = verdict === 'valid' && isNumberOnly ? words.numberValid : words.verdicts[verdict];
  const next = words.whatNow[verdict];
  return page(
    c,
    { title, status: 200, before: <BackLink href="/verify" text={words.another} /> },
    <Columns>
      <PageHeading caption={words.found}>{title}</PageHeading>
      <p>
        <StatusTag label={words.tags[verdict]} tone={TONES[verdict]} />
      </p>
      {notes.map((note) => (
        <p>{NOTE_WORDS[note][language]}</p>
      ))}
      {next !== '' && (
        <InsetText>
          {next}
          {verdict !== 'altered' && successor && (
            <>
              {' '}
              <a href={`/verify/${successor.number}`}>{words.successor(successor.number)}</a>
            </>
          )}
        </InsetText>
      )}
      {reasons.length > 0 && (
        <>
          <h2>{words.reasons}</h2>
          <ul>
            {reasons.map((reason) => (
              <li>{reason[language]}</li>
            ))}
          </ul>
        </>
      )}
      {certificate && <Registered certificate={certificate} successor={successor} words={words} language={language} />}
      <Limits words={words} />
      <LinkButton href="/verify" kind="secondary">
        {words.another}
      </LinkButton>
    </Columns>,
  );
}

interface Shown {
  readonly certificate: Certificate;
  readonly words: VerifyWords;
  readonly language: Language;
}

function Registered({ certificate, successor, words, language }: Shown & { readonly successor: Certificate | null }) {
  const { number, content } = certificate;
  return (
    <>
      <h2>{words.registered}</h2>
      <CertificateFacts certificate={certificate} words={words} language={language} />
      <h2>{words.history}</h2>
      <Timeline items={history(certificate, successor, words, language)} headingLevel={3} />
      {certificate.state === 'valid' && (
        <>
          <h2>{words.downloads}</h2>
          <ul>
            <li>
              <a href={`/verify/${number}/certificate.pdf`}>{words.pdf(content.number)}</a>
            </li>
            <li>
              <a href={`/verify/${number}/certificate.jwt`}>{words.jwt}</a>
            </li>
          </ul>
        </>
      )}
    </>
  );
}

/** What is printed on a certificate, as facts. */
export function CertificateFacts({ certificate, words, language }: Shown) {
  const { content } = certificate;
  const { result, defaults } = content;
  const { fields } = words;
  const parts = [
    result.zoneText && `${language === 'id' ? 'Zona' : 'Zone'} ${result.zoneText[language]}`,
    result.categoryText?.[language],
    result.label[language],
  ].filter(Boolean);
  const unsure = [
    defaults.band?.[language],
    defaults.count > 0 && words.defaultsCount(defaults.count),
    !content.template.isConfirmed && words.wording,
  ].filter(Boolean);
  return (
    <SummaryList
      rows={[
        { key: fields.number, value: content.number },
        { key: fields.agency, value: <a href={`/agencies/${content.agency.code}`}>{content.agency.name}</a> },
        { key: fields.year, value: String(content.year) },
        { key: fields.result, value: <ZoneBadge zone={colourOf(result)} label={parts.join(' \u00b7 ')} /> },
        { key: fields.score, value: words.scoreOf(scoreText(result.score, language)) },
        { key: fields.basis, value: content.basis.map((basis) => basis[language]).join('; ') },
        {
          key: fields.instrument,
          value: words.instrumentVersion(content.instrument.title[language], content.instrument.version, result.version),
        },
        { key: fields.signatory, value: content.signatory[language] },
        { key: fields.issued, value: `${content.place}, ${formatPlainDay(content.issuedOn, language)}` },
        unsure.length > 0 && { key: fields.defaults, value: unsure.join(' ') },
        content.isExample && { key: fields.example, value: words.exampleText },
      ]}
    />
  );
}

function history(certificate: Certificate, successor: Certificate | null, words: VerifyWords, language: Language) {
  const { end, content, state } = certificate;
  const issued = {
    title: words.events.issued,
    when: formatMoment(Temporal.Instant.from(content.issuedAt), 'Asia/Jakarta', language),
    tone: 'done' as const,
  };
  if (!end || (state !== 'revoked' && state !== 'replaced')) return [issued];
  const body = (
    <>
      <p class="tuntas-preserve">{end.reason}</p>
      {successor && (
        <p>
          <a href={`/verify/${successor.number}`}>{words.successor(successor.number)}</a>
        </p>
      )}
    </>
  );
  return [
    issued,
    { title: words.events[state], when: formatMoment(end.at, 'Asia/Jakarta', language), tone: 'late' as const, body },
  ];
}
