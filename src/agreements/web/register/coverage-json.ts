/** The coverage board for machines: the same facts as the page. */
import type { Region } from '../../../directory/index.ts';
import { coveredUntil, coverSentence, type GovernmentCover, isCovered, provinceCover } from '../../rules/register/coverage.ts';
import { publicPath } from '../opened.tsx';
import { type Board, provinceOf } from './coverage-data.ts';

export function coverageJson(board: Board, provinces: readonly Pick<Region, 'code' | 'name'>[], baseUrl: string) {
  const byProvince = Map.groupBy(board.covers, provinceOf);
  return {
    asOf: board.day.toString(),
    warnDays: board.warnings,
    governments: board.covers.length,
    covered: board.covers.filter(isCovered).length,
    provinces: provinces.map(({ code, name }) => {
      const covers = byProvince.get(code) ?? [];
      const { covered, all, isProvinceCovered, lapsing, lapsingSoon } = provinceCover(covers);
      return {
        code,
        name,
        ...{ provinceCovered: isProvinceCovered, regenciesCovered: covered, regencies: all, lapsing, lapsingSoon },
        sentence: { id: coverSentence(name, covers, 'id'), en: coverSentence(name, covers, 'en') },
        governments: covers.map((cover) => governmentJson(cover, baseUrl)),
      };
    }),
  };
}

function governmentJson(cover: GovernmentCover, baseUrl: string) {
  const { government, standing, by, inForce, left, programmes, gaps } = cover;
  return {
    ...{ code: government.code, name: government.name, covered: isCovered(cover), standing, daysLeft: left },
    until: coveredUntil(cover)?.toString() ?? null,
    agreements: (inForce.length > 0 ? inForce : by ? [by] : []).map((one) => ({
      code: one.code,
      title: one.title,
      inForceFrom: one.inForceFrom?.toString() ?? null,
      inForceUntil: one.inForceUntil?.toString() ?? null,
      url: `${baseUrl}${publicPath(one)}`,
    })),
    programmes: programmes.map(({ code, standing, lines, active, evidenced, lastOn }) => ({
      ...{ code, standing, lines, begun: active, withConfirmedEvidence: evidenced, lastReportOn: lastOn?.toString() ?? null },
    })),
    // `until: null` = still running; `foreseen` = what is signed leaves them ahead.
    uncovered: gaps.map(({ from, to, days, isForeseen }) => ({
      ...{ from: from.toString(), until: to?.toString() ?? null, days, foreseen: isForeseen },
    })),
  };
}
