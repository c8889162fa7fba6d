/** A month of one officer's work at one office, opened by that officer or by whoever checks it. */
import { isUuid } from '../../../../kernel/ids.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { isOver } from '../../../actions/reports/work/recorded-work.ts';
import { workActor, workReportDue } from '../../../actions/reports/work/work-report.ts';
import { type Period, readPeriod } from '../../../rules/reports/period.ts';
import { reportsWorkAt } from '../../../rules/reports/reach.ts';
import type { WorkActor, WorkReport } from '../../../rules/reports/work-report.ts';
import { loadWorkReport } from '../../../store/reports/work-reports.ts';
import { type AskedOffice, address, onOffice } from '../asked.tsx';
import { type WorkWords, wordsIn } from './words.ts';

export const WORK = '/desk/work-reports';

export interface AskedMonth extends AskedOffice {
  readonly words: WorkWords;
  readonly month: Period;
  readonly isMonthOver: boolean;
}

export interface AskedWork extends AskedMonth {
  readonly personId: string;
  readonly isOwn: boolean;
  readonly who: WorkActor;
  /** As it is, or as it would begin. */
  readonly report: WorkReport;
  /** The address of the report, and of a step of it. */
  readonly here: (part?: string) => string;
}

type Answer = Response | Promise<Response>;

/** Months to come have no work yet. */
export function onMonth(answer: (asked: AskedMonth) => Answer): (c: WebContext) => Promise<Response> {
  return onOffice((asked) => {
    const month = readPeriod(asked.c.req.param('month'));
    if (month?.kind !== 'month' || month.from.toString() > asked.today.toString()) return asked.c.notFound();
    const isMonthOver = isOver({ month: month.from, zone: asked.zone }, asked.now);
    return answer({ ...asked, month, isMonthOver, words: wordsIn(asked.language) });
  });
}

/** One's own, or that of `?person=` for those who check it; for all others it is not there. */
export function onWork(answer: (asked: AskedWork) => Answer): (c: WebContext) => Promise<Response> {
  return onMonth(async (asked) => {
    const { c, tools, actor, office, month } = asked;
    const personId = c.req.query('person') ?? actor.personId;
    const who = workActor(actor, office);
    const isOwn = personId === actor.personId;
    if (!isUuid(personId) || (isOwn ? !reportsWorkAt(actor, office) : !who.isSuperior)) return c.notFound();
    const key = { officeId: office.id, personId, month: month.from };
    const report = (await loadWorkReport(tools.db, key)) ?? {
      ...{
        ...key,
        id: '',
        state: 'draft' as const,
        version: 1,
        remarks: '',
        statements: [],
        submittedAt: null,
        returnReason: null,
      },
      dueAt: await workReportDue(tools, tools.db, office, month.from),
    };
    const here = (part = '') =>
      address(`${WORK}/${month.code}${part}`, { office: office.id, person: isOwn ? undefined : personId });
    return answer({ ...asked, personId, isOwn, who, report, here });
  });
}
