/** What an indicator's facts say, in one sentence with its denominators. Pages and the sealed file use the same. Pure. */
import Fraction from 'fraction.js';
import type { Language } from '../../../kernel/language.ts';
import { type EvaluationFacts, isFew, pointsText } from './evaluate.ts';
import type { EvaluationRule, Indicator } from './indicators.ts';
import { PUBLIC_STANDING_LABELS, publicStandingOf } from './public-standing.ts';

const number = (value: number, language: Language) => new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID').format(value);

function percent(hits: number, cases: number, language: Language): string {
  return `${pointsText(new Fraction(100).mul(hits).div(cases).toFraction(), language)}%`;
}

export const NO_DATA = { id: 'Tidak ada data', en: 'No data' } as const;
const TOO_FEW = { id: 'Terlalu sedikit', en: 'Too few' } as const;

/** Why an indicator has no points: nothing is known, or too little to judge by. */
export function tellMissing(indicator: Indicator, facts: EvaluationFacts, language: Language): string {
  const { followedUp, firstFollowUp, answers } = facts;
  const cases: Readonly<Partial<Record<Indicator, number>>> = {
    'followed-up': followedUp.cases + followedUp.archived,
    'first-follow-up': firstFollowUp.cases,
    answers: answers.accepted + answers.contested,
  };
  return ((cases[indicator] ?? 0) > 0 ? TOO_FEW : NO_DATA)[language];
}

/** Who reads it: below the least number of cases the public is told that they are few, and nothing more. */
export type Viewer = 'inside' | 'public';

export interface Telling {
  readonly rule: EvaluationRule;
  readonly language: Language;
  readonly viewer: Viewer;
}

/** @returns whole sentences, without a full stop at the end */
export function tellFacts(indicator: Indicator, facts: EvaluationFacts, telling: Telling): string {
  switch (indicator) {
    case 'team-decree':
      return tellDecree(facts, telling);
    case 'account-active':
      return tellAccount(facts, telling);
    case 'followed-up':
      return tellFollowedUp(facts.followedUp, telling);
    case 'first-follow-up':
      return tellFirstFollowUp(facts.firstFollowUp, telling);
    case 'answers':
      return tellAnswers(facts.answers, telling);
    case 'action-plan':
      return tellPlan(facts, telling);
  }
}

const say = (language: Language, id: string, en: string) => (language === 'en' ? en : id);

function noCoordinator(language: Language): string {
  return say(
    language,
    `${NO_DATA.id}: belum ada koordinator yang mempunyai akun`,
    `${NO_DATA.en}: no coordinator has an account here yet`,
  );
}

function tellDecree({ decreeOnFile, hasCoordinator }: EvaluationFacts, { language }: Telling): string {
  if (decreeOnFile) return say(language, 'Ada', 'On file');
  return hasCoordinator ? say(language, 'Tidak ada', 'Not on file') : noCoordinator(language);
}

function tellAccount({ hasCoordinator, accountActive }: EvaluationFacts, { rule, language }: Telling): string {
  if (!hasCoordinator) return noCoordinator(language);
  const days = rule.activeDays;
  if (accountActive === null)
    return say(
      language,
      `${NO_DATA.id}: catatan masuk belum genap ${days} hari`,
      `${NO_DATA.en}: sign-ins are recorded for less than ${days} days`,
    );
  return accountActive
    ? say(language, `Dipakai dalam ${days} hari terakhir`, `Used within ${days} days`)
    : say(language, `Tidak dipakai dalam ${days} hari terakhir`, `Not used within ${days} days`);
}

/** @param inside what those who work with the figures are told all the same */
function few(inside: string, { rule: { leastCases }, language, viewer }: Telling): string {
  const said = say(
    language,
    `terlalu sedikit untuk dinilai, kurang dari ${leastCases} kasus`,
    `too few to judge by, fewer than ${leastCases} cases`,
  );
  return viewer === 'inside' ? `${inside}: ${said}` : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function tellFollowedUp({ hits, cases, archived }: EvaluationFacts['followedUp'], telling: Telling): string {
  const { language, rule } = telling;
  const n = (value: number) => number(value, language);
  const all = cases + archived;
  if (all === 0) return say(language, `${NO_DATA.id}: tidak ada pengaduan masuk`, `${NO_DATA.en}: no complaint was filed`);
  const [lessId, lessEn] = [`${n(hits)} dari ${n(cases)}`, `${n(hits)} of ${n(cases)}`];
  const [asideId, asideEn] = [`${n(archived)} yang diarsipkan`, `the ${n(archived)} set aside`];
  if (isFew(rule.archivedCounts ? all : cases, rule))
    return few(
      archived === 0
        ? say(language, lessId, lessEn)
        : say(language, `${lessId} tanpa ${asideId}`, `${lessEn} without ${asideEn}`),
      telling,
    );
  const share = isFew(cases, rule) ? '' : ` (${percent(hits, cases, language)})`;
  const withThem = percent(hits, all, language);
  if (archived === 0)
    return say(language, `${lessId}${share}; tidak ada yang diarsipkan`, `${lessEn}${share}; none was set aside`);
  return say(
    language,
    `${lessId}${share} tanpa yang diarsipkan; ${n(hits)} dari ${n(all)} (${withThem}) dengan ${asideId}`,
    `${lessEn}${share} without those set aside; ${n(hits)} of ${n(all)} (${withThem}) with ${asideEn}`,
  );
}

function tellFirstFollowUp(facts: EvaluationFacts['firstFollowUp'], telling: Telling): string {
  const { language, rule } = telling;
  const { days, cases, waiting, overdue } = facts;
  const n = (value: number) => number(value, language);
  const beside = say(
    language,
    `${n(waiting + overdue)} belum ditindaklanjuti, ${n(overdue)} di antaranya lewat batas waktu`,
    `${n(waiting + overdue)} not followed up yet, ${n(overdue)} of them past the limit`,
  );
  if (isFew(cases + waiting + overdue, rule) || (cases > 0 && isFew(cases, rule)))
    return cases + waiting + overdue === 0
      ? say(language, `${NO_DATA.id}: tidak ada penanganan`, `${NO_DATA.en}: there were no handlings`)
      : few(say(language, `${n(cases)} sudah ditindaklanjuti, ${beside}`, `${n(cases)} followed up, ${beside}`), telling);
  if (cases === 0)
    return say(
      language,
      `${NO_DATA.id}: belum ada yang ditindaklanjuti; ${beside}`,
      `${NO_DATA.en}: nothing was followed up; ${beside}`,
    );
  const mean = pointsText(new Fraction(days).div(cases).toFraction(), language);
  return say(
    language,
    `Rata-rata ${mean} hari kerja dari ${n(cases)} penanganan (batas ${n(rule.followUpNorm)}); ${beside}`,
    `${mean} working days on average of ${n(cases)} handlings (limit ${n(rule.followUpNorm)}); ${beside}`,
  );
}

function tellAnswers({ accepted, contested, silent }: EvaluationFacts['answers'], telling: Telling): string {
  const { language, rule } = telling;
  const n = (value: number) => number(value, language);
  const told = accepted + contested;
  const beside = say(language, `${n(silent)} ditutup tanpa tanggapan pelapor`, `${n(silent)} closed by silence`);
  if (told + silent === 0) return say(language, `${NO_DATA.id}: belum ada yang ditutup`, `${NO_DATA.en}: nothing was closed`);
  const [plainId, plainEn] = [`${n(accepted)} dari ${n(told)} diterima`, `${n(accepted)} of ${n(told)} accepted`];
  if (told > 0 ? isFew(told, rule) : isFew(silent, rule))
    return few(say(language, `${plainId}, ${beside}`, `${plainEn}, ${beside}`), telling);
  if (told === 0)
    return say(
      language,
      `${NO_DATA.id}: belum ada pelapor yang menanggapi; ${beside}`,
      `${NO_DATA.en}: no complainant answered; ${beside}`,
    );
  const share = percent(accepted, told, language);
  return say(language, `${plainId} (${share}); ${beside}`, `${plainEn} (${share}); ${beside}`);
}

function tellPlan({ plan, asked }: EvaluationFacts, { language }: Telling): string {
  const standing = publicStandingOf(plan ?? undefined);
  if (standing !== 'none') return PUBLIC_STANDING_LABELS[standing][language];
  if (asked === 'past') return say(language, 'Diminta, belum ada', 'Asked for, none handed in');
  return asked === 'open'
    ? say(language, `${NO_DATA.id}: diminta, hari terakhirnya belum lewat`, `${NO_DATA.en}: asked for, its last day is to come`)
    : say(language, `${NO_DATA.id}: tidak pernah diminta, belum ada`, `${NO_DATA.en}: none was asked for, there is none`);
}
