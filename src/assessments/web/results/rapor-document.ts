/** The report card on paper: A4 upright, tagged PDF/A, in the reader's language. */
import { formatDay } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Block, type Cell, type Colour, composePdf, type Document } from '../../../platform/documents/index.ts';
import { bandText, saidText } from '../../rules/band-words.ts';
import type { Band } from '../../rules/instrument.ts';
import type { ReportCard, UnitPart } from '../../rules/report-card.ts';
import { numberText, scoreText } from '../../rules/score-text.ts';
import { standingText } from '../../rules/standing-words.ts';
import { colourOf } from '../telling/band-badge.tsx';
import {
  basisTexts,
  changeText,
  kappaText,
  kindText,
  peerTexts,
  percentText,
  shortfallCount,
  strengthText,
} from './rapor-telling.ts';
import { type ResultWords, wordsIn } from './words.ts';

/** Making one takes about a tenth of a second; the same card and language give the same bytes. */
export function reportCardPdf(card: ReportCard, language: Language, baseUrl: string): Promise<Uint8Array> {
  return composePdf(reportCardDocument(card, language, baseUrl));
}

export function reportCardDocument(card: ReportCard, language: Language, baseUrl: string): Document {
  const words = wordsIn(language);
  const { rapor } = words;
  const latest = card.history[0];
  return {
    title: rapor.of(card.agency.name, card.round.year),
    lang: language,
    author: 'Tuntas',
    subject: card.round.title,
    at: new Date(latest?.publishedAt.epochMilliseconds ?? 0),
    footer: { text: rapor.footer(card.agency.name, card.round.year, latest?.version ?? 1), pageNumber: rapor.page },
    blocks: [
      { kind: 'paragraph', text: rapor.title, colour: 'muted', size: 11, after: 2 },
      { kind: 'heading', level: 1, text: card.agency.name, size: 22 },
      ...(card.round.isExample ? [{ kind: 'note', tone: 'warning', text: rapor.exampleNote } as const] : []),
      ...summary(card, language, words),
      ...scores(card, language, words),
      ...strengths(card, language, words),
      ...shortfalls(card, language, words),
      ...comparisons(card, language, words),
      ...grounds(card, language, words, baseUrl),
    ],
  };
}

function ground(band: Band): { fill: Colour; colour: Colour } {
  const zone = colourOf(band);
  return { fill: `zone-${zone}-bg`, colour: `zone-${zone}-fg` };
}

function bandCell(band: Band | null, language: Language): Cell {
  return band ? { text: bandText(band)[language], ...ground(band) } : '–';
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text, size: 14 };
}

function sentences(texts: readonly string[], none: string): Block {
  return texts.length === 0 ? { kind: 'paragraph', text: none } : { kind: 'list', items: texts };
}

function summary(card: ReportCard, language: Language, words: ResultWords): readonly Block[] {
  const { rapor } = words;
  const latest = card.history[0];
  const { band, adds, score } = card.overall;
  return [
    {
      kind: 'columns',
      valign: 'middle',
      columns: [
        {
          width: 1,
          blocks: [
            { kind: 'paragraph', text: rapor.score, colour: 'muted', after: 0 },
            { kind: 'paragraph', text: scoreText(score, language), size: 30, bold: true },
          ],
        },
        { width: 2, blocks: [{ kind: 'badge', text: bandText(band, adds)[language], ...ground(band), size: 13 }] },
      ],
    },
    {
      kind: 'facts',
      rows: [
        { name: words.rounds, value: card.round.title },
        { name: rapor.instrument, value: card.instrument.title[language] },
        { name: words.filter.kind, value: kindText(card.agency.kind, language) },
        ...(latest
          ? [{ name: rapor.published, value: `${rapor.version(latest.version)}, ${dayText(card, latest.publishedAt, language)}` }]
          : []),
        { name: rapor.change, value: changeText(card, language, words) },
      ],
    },
  ];
}

function dayText(card: ReportCard, at: ReportCard['history'][number]['publishedAt'], language: Language): string {
  return formatDay(at.toZonedDateTimeISO(card.zone).toPlainDate(), language);
}

function strengths(card: ReportCard, language: Language, words: ResultWords): readonly Block[] {
  const texts = card.strengths.map((one) => strengthText(one, language, words));
  return [heading(words.rapor.strengths), sentences(texts, words.rapor.strengthsNone)];
}

function shortfalls(card: ReportCard, language: Language, words: ResultWords): readonly Block[] {
  const { rapor } = words;
  const count = shortfallCount(card);
  return [
    heading(rapor.shortfalls),
    { kind: 'paragraph', text: count === 0 ? rapor.shortfallsNone : rapor.shortfallsLead(count) },
    ...card.units.filter((unit) => unit.shortfalls.length > 0).flatMap((unit) => unitShortfalls(unit, language, words)),
  ];
}

function unitShortfalls(unit: UnitPart, language: Language, words: ResultWords): readonly Block[] {
  const { rapor, column } = words;
  return [
    { kind: 'heading', level: 3, text: unit.no === 0 ? rapor.forAgency : unit.name, size: 11 },
    {
      kind: 'table',
      rowHeaders: true,
      size: 8.5,
      columns: [
        { title: rapor.indicator, width: 23 },
        { title: column.score, width: 15, align: 'right' },
        { title: rapor.why, width: 31 },
        { title: rapor.asked, width: 31 },
      ],
      rows: unit.shortfalls.map((shortfall) => [
        shortfall.indicator.name[language],
        `${scoreText(shortfall.score, language)} (${rapor.below(numberText(shortfall.below, language))})`,
        shortfall.why.map((why) => why[language]).join('; '),
        [shortfall.indicator.improvement[language], shortfall.item && `(${rapor.due(formatDay(shortfall.item.dueOn, language))})`]
          .filter(Boolean)
          .join(' '),
      ]),
    },
  ];
}

function scores(card: ReportCard, language: Language, words: ResultWords): readonly Block[] {
  const { rapor, column } = words;
  return [
    heading(rapor.units),
    {
      kind: 'table',
      rowHeaders: true,
      columns: [
        { title: rapor.unit, width: 44 },
        { title: column.score, width: 14, align: 'right' },
        { title: column.band, width: 42 },
      ],
      rows: card.units
        .filter((unit) => unit.no > 0)
        .map((unit) => [unit.name, unit.score === null ? '–' : scoreText(unit.score, language), bandCell(unit.band, language)]),
    },
    heading(rapor.dimensions),
    {
      kind: 'table',
      rowHeaders: true,
      columns: [
        { title: rapor.dimension, width: 50 },
        { title: rapor.weight, width: 25, align: 'right' },
        { title: column.score, width: 25, align: 'right' },
      ],
      rows: card.dimensions.map((dimension) => [
        dimension.name[language],
        dimension.role === 'qualifier' ? rapor.outside : `${numberText(dimension.weight, language)}%`,
        dimension.score === null ? '–' : scoreText(dimension.score, language),
      ]),
    },
  ];
}

function comparisons(card: ReportCard, language: Language, words: ResultWords): readonly Block[] {
  const { rapor, column } = words;
  const years = (caption: string, some: ReportCard['change']): Block[] =>
    some.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption,
            rowHeaders: true,
            columns: [
              { title: rapor.year, width: 12 },
              { title: column.score, width: 14, align: 'right' },
              { title: column.band, width: 40 },
              { title: column.source, width: 34 },
            ],
            rows: some.map((one) => [
              String(one.year),
              one.score === null ? '–' : scoreText(one.score, language),
              one.band ? bandCell(one.band, language) : saidText(one)[language],
              [one.source ?? one.method[language], one.disputed && `(${words.disputed})`].filter(Boolean).join(' '),
            ]),
          },
        ];
  const { agreement, self } = card;
  return [
    heading(rapor.change),
    ...(card.change.length === 0 ? [{ kind: 'paragraph', text: rapor.changeNone } as const] : []),
    ...years(
      rapor.changeSame(card.instrument.title[language]),
      card.change.filter((one) => one.sameMethod),
    ),
    ...years(
      `${rapor.changeOther}. ${rapor.changeOtherNote}`,
      card.change.filter((one) => !one.sameMethod),
    ),
    heading(rapor.peers),
    sentences(peerTexts(card, language, words), rapor.peersNone),
    heading(rapor.agreement),
    {
      kind: 'paragraph',
      text:
        agreement.percent === null
          ? rapor.agreementNone
          : [
              rapor.agreementText(percentText(agreement.percent, language), agreement.pairs),
              `${rapor.kappa}: ${kappaText(agreement.kappa, language, words)}.`,
              `${rapor.weightedKappa}: ${kappaText(agreement.weightedKappa, language, words)}.`,
            ].join(' '),
    },
    {
      kind: 'paragraph',
      text: self.answers === 0 ? rapor.selfNone : rapor.selfText(self.alike, self.answers, self.higher, self.lower),
    },
  ];
}

function grounds(card: ReportCard, language: Language, words: ResultWords, baseUrl: string): readonly Block[] {
  const { rapor } = words;
  const address = `${baseUrl}/assessments/${card.round.code}/${card.agency.code}`;
  return [
    heading(rapor.basis),
    { kind: 'list', items: basisTexts(card, language) },
    ...(card.defaults.length === 0
      ? []
      : [
          heading(rapor.defaults),
          { kind: 'paragraph', text: rapor.defaultsLead } as const,
          {
            kind: 'list',
            items: card.defaults.map(({ about, standing }) => `${about[language]}. ${standingText(standing, language)}`),
          } as const,
        ]),
    heading(rapor.history),
    {
      kind: 'list',
      items: card.history.map((one) =>
        [
          `${rapor.version(one.version)}, ${dayText(card, one.publishedAt, language)}`,
          one.reason && `${rapor.reason}: ${one.reason}`,
          one.decree && `${rapor.decree}: ${one.decree}`,
          `${rapor.hash}: ${one.rawSha256}`,
        ]
          .filter(Boolean)
          .join('. '),
      ),
    },
    { kind: 'paragraph', text: [{ text: `${rapor.at} ` }, { text: address, href: address }] },
  ];
}
