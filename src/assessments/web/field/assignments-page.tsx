import {
  Card,
  Columns,
  Details,
  EmptyState,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  StatusTag,
  TaskList,
} from '../../../design/index.ts';
import { positionsWith } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { OPEN_STAGES } from '../../rules/assessment.transitions.ts';
import type { Assignment } from '../../store/filling.ts';
import { type Field, openField } from '../../store/filling.ts';
import { type Asked, asOfficer, conflictsPath, unitPath } from './opened.ts';
import { assignmentsFor } from './own-assignments.ts';
import { progressOf, progressText } from './progress.tsx';
import type { UnitShape } from './shapes.ts';
import { unitShape } from './unit-shape.ts';

/** `/field`: where I go, how far I am, what is missing. */
export function mountAssignments(app: WebRoutes): void {
  app.get(
    '/field',
    asOfficer(async (asked) => {
      const { c, words } = asked;
      const units = await ownUnits(asked);
      const handedIn = grouped(units.filter((unit) => !unit.isOpen));
      const assesses = positionsWith(asked.actor, 'assessment.assess').length > 0;
      if (units.length === 0 && !assesses && positionsWith(asked.actor, 'assessment.answer').length === 0) return c.notFound();
      return page(
        c,
        { title: words.mine.title },
        <Columns aside={assesses ? <AppHint asked={asked} /> : undefined}>
          <PageHeading>{words.mine.title}</PageHeading>
          <p>{words.mine.lead}</p>
          {units.length === 0 && (
            <EmptyState title={words.mine.none}>
              <p>{words.mine.noneText}</p>
            </EmptyState>
          )}
          {grouped(units.filter((unit) => unit.isOpen)).map((group) => (
            <Assessment asked={asked} units={group} />
          ))}
          {handedIn.length > 0 && (
            <Details summary={words.mine.handedIn(handedIn.length)}>
              {handedIn.map((group) => (
                <Assessment asked={asked} units={group} />
              ))}
            </Details>
          )}
        </Columns>,
      );
    }),
  );
}

/** What may still be written on comes first; what was handed in can be read, and is folded away. */
type OwnUnit = UnitShape & { readonly isOpen: boolean };

function grouped(units: readonly OwnUnit[]): readonly OwnUnit[][] {
  return [...Map.groupBy(units, (unit) => `${unit.assessmentId} ${unit.rating}`).values()];
}

async function ownUnits({ tools, actor, now }: Asked): Promise<OwnUnit[]> {
  const fields = new Map<string, Field | undefined>();
  const open = async ({ assessmentId }: Pick<Assignment, 'assessmentId'>) => {
    if (!fields.has(assessmentId)) fields.set(assessmentId, await openField(tools.db, assessmentId));
    return fields.get(assessmentId);
  };
  const units: OwnUnit[] = [];
  for (const assignment of await assignmentsFor(tools.db, actor, now)) {
    const field = await open(assignment);
    if (!field) continue;
    const unit = await unitShape({ db: tools.db, actor, now }, field, assignment);
    units.push({ ...unit, isOpen: OPEN_STAGES.includes(field.assessment.stage) });
  }
  return units.filter((unit) => unit.sheets.length > 0);
}

function Assessment({ asked, units }: { asked: Asked; units: readonly UnitShape[] }) {
  const { words, language } = asked;
  const [first] = units as [UnitShape];
  const conflicts = units.reduce((total, unit) => total + progressOf(unit).conflicts, 0);
  const caption = `${first.round} · ${words.until(formatDay(Temporal.PlainDate.from(first.until), language))}`;
  const tasks = units.map((unit) => {
    const progress = progressOf(unit);
    const isComplete = progress.done === progress.sheets;
    return {
      title: unit.unitNo === 0 ? words.unit.sheet.agency(0) : unit.unit,
      href: unitPath(unit.assessmentId, unit.unitNo),
      hint: progressText(progress, words),
      status: isComplete ? <StatusTag label={words.complete} tone="success" /> : `${progress.done}/${progress.sheets}`,
    };
  });
  return (
    <section>
      <h2 class="govuk-heading-m">
        <span class="govuk-caption-m">{caption}</span>
        {first.agency}
      </h2>
      {first.rating !== 1 && <p>{first.rating === 2 ? words.secondHint : words.selfHint}</p>}
      {conflicts > 0 && (
        <InsetText>
          <p>
            {words.conflicts(conflicts)}. <a href={conflictsPath(first.assessmentId)}>{words.conflictsLink}</a>
          </p>
        </InsetText>
      )}
      <TaskList tasks={tasks} idPrefix={`unit-${first.assessmentId}-${first.rating}`} />
    </section>
  );
}

function AppHint({ asked: { words } }: { asked: Asked }) {
  return (
    <Card title={words.mine.app} tone="accent">
      <p>{words.mine.appText}</p>
      <LinkButton href="/field/app" kind="secondary">
        {words.mine.appLink}
      </LinkButton>
    </Card>
  );
}
