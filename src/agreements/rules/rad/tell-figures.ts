/** What an indicator's facts say, in one sentence with its denominators. Pages and the sealed file use the same. Pure. */
import Fraction from 'fraction.js';
import type { Language } from '../../../kernel/language.ts';
import { type EvaluationFacts, pointsText } from './evaluate.ts';
import type { EvaluationRule, Indicator } from './indicators.ts';
import { PUBLIC_STANDING_LABELS, publicStandingOf } from './public-standing.ts';

const number = (value: number, language: Language) => new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID').format(value);

function percent(hits: number, cases: number, language: Language): string {
  return `${pointsText(new Fraction(100).mul(hits).div(cases).toFraction(), language)}%`;
}

export const NO_DATA = { id: 'Tidak ada data', en: 'No data' } as const;

/** @returns whole sentences, without a full stop at the end */
export function tellFacts(indicator: Indicator, facts: EvaluationFacts, rule: EvaluationRule, language: Language): string {
  const isEnglish = language === 'en';
  const plan = publicStandingOf(facts.plan ?? undefined);
  const n = (value: number) => number(value, language);
  const none = NO_DATA[language];
  switch (indicator) {
    case 'team-decree':
      if (facts.decreeOnFile) return isEnglish ? 'On file' : 'Ada';
      if (facts.hasCoordinator) return isEnglish ? 'Not on file' : 'Tidak ada';
      return isEnglish ? `${none}: no coordinator has an account here yet` : `${none}: belum ada koordinator yang mempunyai akun`;
    case 'account-active':
      if (!facts.hasCoordinator)
        return isEnglish
          ? `${none}: no coordinator has an account here yet`
          : `${none}: belum ada koordinator yang mempunyai akun`;
      if (facts.accountActive === null)
        return isEnglish
          ? `${none}: sign-ins are recorded for less than ${rule.activeDays} days`
          : `${none}: catatan masuk belum genap ${rule.activeDays} hari`;
      if (facts.accountActive)
        return isEnglish ? `Used within ${rule.activeDays} days` : `Dipakai dalam ${rule.activeDays} hari terakhir`;
      return isEnglish ? `Not used within ${rule.activeDays} days` : `Tidak dipakai dalam ${rule.activeDays} hari terakhir`;
    case 'followed-up': {
      const { hits, cases, archived } = facts.followedUp;
      const all = cases + archived;
      if (all === 0) return isEnglish ? `${none}: no complaint was filed` : `${none}: tidak ada pengaduan masuk`;
      const without = cases === 0 ? null : percent(hits, cases, language);
      const withThem = percent(hits, all, language);
      if (isEnglish)
        return `${n(hits)} of ${n(cases)}${without === null ? '' : ` (${without})`} without those set aside; ${n(hits)} of ${n(all)} (${withThem}) with the ${n(archived)} set aside`;
      return `${n(hits)} dari ${n(cases)}${without === null ? '' : ` (${without})`} tanpa yang diarsipkan; ${n(hits)} dari ${n(all)} (${withThem}) dengan ${n(archived)} yang diarsipkan`;
    }
    case 'first-follow-up': {
      const { days, cases, waiting, overdue } = facts.firstFollowUp;
      const open = waiting + overdue;
      const beside = isEnglish
        ? `${n(open)} not followed up yet, ${n(overdue)} of them past the limit`
        : `${n(open)} belum ditindaklanjuti, ${n(overdue)} di antaranya lewat batas waktu`;
      if (cases === 0)
        return isEnglish ? `${none}: nothing was followed up; ${beside}` : `${none}: belum ada yang ditindaklanjuti; ${beside}`;
      const mean = pointsText(new Fraction(days).div(cases).toFraction(), language);
      return isEnglish
        ? `${mean} working days on average of ${n(cases)} handlings (limit ${n(rule.followUpNorm)}); ${beside}`
        : `Rata-rata ${mean} hari kerja dari ${n(cases)} penanganan (batas ${n(rule.followUpNorm)}); ${beside}`;
    }
    case 'answers': {
      const { accepted, contested, silent } = facts.answers;
      const beside = isEnglish ? `${n(silent)} closed by silence` : `${n(silent)} ditutup tanpa tanggapan pelapor`;
      const told = accepted + contested;
      if (told === 0)
        return isEnglish
          ? `${none}: no complainant answered; ${beside}`
          : `${none}: belum ada pelapor yang menanggapi; ${beside}`;
      const share = percent(accepted, told, language);
      return isEnglish
        ? `${n(accepted)} of ${n(told)} accepted (${share}); ${beside}`
        : `${n(accepted)} dari ${n(told)} diterima (${share}); ${beside}`;
    }
    case 'action-plan':
      if (plan !== 'none') return PUBLIC_STANDING_LABELS[plan][language];
      if (facts.wasAsked) return isEnglish ? 'Asked for, none handed in' : 'Diminta, belum ada';
      return isEnglish ? `${none}: none was asked for, there is none` : `${none}: tidak pernah diminta, belum ada`;
  }
}
