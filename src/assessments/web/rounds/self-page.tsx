/** `/desk/assessments/:id/self`: the way of the assessed side to its self-assessment, unit by unit. */
import { BackLink, Columns, formatDay, InsetText, PageHeading, page, TaskList } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { answerableUnits, mayFill } from '../../rules/permissions.ts';
import { loadAssessment } from '../../store/assessments.ts';
import { loadRound } from '../../store/rounds.ts';
import { sheetsOf } from '../../store/sheets.ts';
import { forOfficers, HOME } from './opened.tsx';
import { namesFor } from './telling.tsx';

export function mountSelf(app: WebRoutes): void {
  app.get(
    `${HOME}/:id/self`,
    forOfficers(async ({ c, tools, actor, language, words, today }) => {
      const id = c.req.param('id') ?? '';
      const assessment = isUuid(id) ? await loadAssessment(tools.db, id) : undefined;
      const round = assessment && (await loadRound(tools.db, assessment.roundId));
      const units = assessment ? answerableUnits(actor, assessment) : [];
      const sheets = assessment ? await sheetsOf(tools.db, assessment.id, { rating: 0 }) : [];
      const own = units.filter((no) => sheets.some((sheet) => sheet.unitNo === no));
      if (!assessment || !round || round.selfAssessmentUntil === null || own.length === 0) return c.notFound();
      const isOpen = own.some((unitNo) => mayFill(actor, round, assessment, { unitNo, rating: 0 }, today));
      const names = await namesFor(tools.db, { agencies: [assessment.agencyId] });
      return page(
        c,
        { title: words.self.title, before: <BackLink href={HOME} text={words.toHome} /> },
        <Columns>
          <PageHeading caption={`${names.agency(assessment.agencyId)} · ${round.title}`}>{words.self.title}</PageHeading>
          <p>{words.self.lead(formatDay(round.selfAssessmentUntil, language))}</p>
          {!isOpen && <InsetText>{words.self.over}</InsetText>}
          <TaskList
            idPrefix="self-unit"
            tasks={own.map((no) => {
              const mine = sheets.filter((sheet) => sheet.unitNo === no);
              return {
                title: no === 0 ? words.agencyItself : (assessment.units.find((unit) => unit.no === no)?.name ?? ''),
                href: `/field/${assessment.id}/${no}`,
                status: words.sheetsDone(mine.filter((sheet) => sheet.done).length, mine.length),
              };
            })}
          />
        </Columns>,
      );
    }),
  );
}
