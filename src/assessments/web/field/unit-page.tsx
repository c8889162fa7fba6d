import type { Child } from 'hono/jsx';
import { BackLink, Columns, Details, formatDay, InsetText, PageHeading, page, Table, TaskList } from '../../../design/index.ts';
import type { Label } from '../../../kernel/language.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { PEOPLE_SHEETS, SHEET_KINDS, type SheetKind } from '../../rules/instrument.ts';
import { type AskedUnit, conflictsPath, onUnit, sheetPath } from './opened.ts';
import { progressOf, progressText, SheetTag, sheetName, stateOf } from './progress.tsx';
import type { SheetShape, UnitShape } from './shapes.ts';
import { unitShape } from './unit-shape.ts';

/** `/field/:assessment/:unit`: the sheets of a unit; interviews by quota. */
export function mountUnitPage(app: WebRoutes): void {
  app.get(
    '/field/:assessment/:unit{[0-9]{1,3}}',
    onUnit(async (asked) => {
      const { c, tools, actor, now, field, words, language } = asked;
      const unit = await unitShape({ db: tools.db, actor, now }, field, asked);
      const progress = progressOf(unit);
      const until = words.until(formatDay(Temporal.PlainDate.from(unit.until), language));
      return page(
        c,
        { title: unit.unit, before: <BackLink href="/field" text={words.unit.back} /> },
        <Columns>
          <PageHeading caption={`${unit.agency} · ${words.rating[unit.rating]} · ${until}`}>{unit.unit}</PageHeading>
          <p>{progressText(progress, words)}</p>
          {unit.rating !== 1 && <p>{unit.rating === 2 ? words.secondHint : words.selfHint}</p>}
          {!asked.isOpen && <InsetText>{words.unit.readOnly}</InsetText>}
          {progress.conflicts > 0 && (
            <InsetText>
              <p>
                {words.conflicts(progress.conflicts)}. <a href={conflictsPath(unit.assessmentId)}>{words.conflictsLink}</a>
              </p>
            </InsetText>
          )}
          {SHEET_KINDS.map((kind) => (
            <Kind asked={asked} unit={unit} kind={kind} />
          ))}
        </Columns>,
      );
    }),
  );
}

interface KindProps {
  readonly asked: AskedUnit;
  readonly unit: UnitShape;
  readonly kind: SheetKind;
}

function Kind({ asked, unit, kind }: KindProps): Child {
  const sheets = unit.sheets.filter((sheet) => sheet.kind === kind);
  if (sheets.length === 0) return null;
  const { words } = asked;
  const isAsked = PEOPLE_SHEETS.includes(kind);
  // Said once, above the first interviews of the page.
  const isFirst =
    SHEET_KINDS.filter((each) => PEOPLE_SHEETS.includes(each)).find((each) => unit.sheets.some((one) => one.kind === each)) ===
    kind;
  const hasQuotas = sheets.some((sheet) => sheet.quota !== null);
  return (
    <section>
      <h2 class="govuk-heading-m">{words.unit.sheets[kind]}</h2>
      {isAsked && isFirst && <p>{words.unit.anonymous}</p>}
      {hasQuotas ? (
        <>
          <Quotas asked={asked} unit={unit} sheets={sheets} />
          <Details summary={words.unit.allInterviews(sheets.length)}>
            <Sheets asked={asked} unit={unit} sheets={sheets} />
          </Details>
        </>
      ) : (
        <Sheets asked={asked} unit={unit} sheets={sheets} />
      )}
    </section>
  );
}

function pathOf(unit: UnitShape, sheet: SheetShape): string {
  return sheetPath(unit.assessmentId, unit.unitNo, unit.rating, sheet.sheetNo);
}

function Sheets({ asked, unit, sheets }: { asked: AskedUnit; unit: UnitShape; sheets: readonly SheetShape[] }) {
  const { words, language } = asked;
  const tasks = sheets.map((sheet) => ({
    title: sheetName(unit, sheet, words),
    href: pathOf(unit, sheet),
    hint: hintOf(sheet, asked) ?? sheet.quota?.[language],
    status: <SheetTag sheet={sheet} words={words} />,
  }));
  return <TaskList tasks={tasks} idPrefix={`sheet-${sheets[0]?.kind}`} />;
}

function hintOf(sheet: SheetShape, { words }: AskedUnit): string | undefined {
  if (stateOf(sheet) !== 'begun') return undefined;
  const { answers, evidence } = sheet.missing;
  const parts = [
    ...(answers.length > 0 ? [words.answersMissing(answers.length)] : []),
    ...(evidence.length > 0 ? [words.evidenceMissing(evidence.length)] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

/** A row for each cell: how many are done, and the next one, which nobody has begun. */
function Quotas({ asked, unit, sheets }: { asked: AskedUnit; unit: UnitShape; sheets: readonly SheetShape[] }) {
  const { words, language } = asked;
  const [group, done, next] = words.unit.quotaColumns as [string, string, string];
  const cells = [...Map.groupBy(sheets, (sheet) => sheet.quotaCode ?? '').values()];
  return (
    <Table
      id="quotas"
      caption={words.unit.quotaCaption}
      captionSize="s"
      columns={[{ label: group }, { label: done, numeric: true }, { label: next }]}
      rowHeaders
      rows={cells.map((cell) => {
        const label: Label = cell[0]?.quota ?? { id: '', en: '' };
        const open = cell.find((sheet) => stateOf(sheet) === 'begun') ?? cell.find((sheet) => stateOf(sheet) === 'empty');
        return [
          label[language],
          `${cell.filter((sheet) => sheet.done).length}/${cell.length}`,
          open ? (
            <a href={pathOf(unit, open)}>
              {words.unit.quotaNext}
              <span class="govuk-visually-hidden"> {words.unit.quotaNextAbout(label[language])}</span>
            </a>
          ) : (
            words.unit.quotaFull
          ),
        ];
      })}
    />
  );
}
