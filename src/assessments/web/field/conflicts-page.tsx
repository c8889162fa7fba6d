/** `/field/:assessment/conflicts`: what was answered in two places, side by side, until somebody chooses. */

import {
  BackLink,
  Button,
  Card,
  EmptyState,
  Form,
  formatMoment,
  Hidden,
  PageHeading,
  page,
  seeOther,
} from '../../../design/index.ts';
import { zoneOfRegion } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { resolveConflict } from '../../actions/resolve-conflict.ts';
import { DOES_NOT_APPLY } from '../../rules/answer-words.ts';
import { NOT_APPLICABLE } from '../../rules/answers.ts';
import { FIELD_REFUSALS, type RefusalCode } from '../../rules/field-refusals.ts';
import { isFiller } from '../../rules/filling.ts';
import { openConflictsOf } from '../../store/conflicts.ts';
import { type Field, openField } from '../../store/filling.ts';
import { formShape } from './form-shape.ts';
import { type Asked, asOfficer, conflictsPath, sheetPath } from './opened.ts';
import { sheetName } from './progress.tsx';
import type { ConflictShape, QuestionShape, SheetShape, SideShape, UnitShape } from './shapes.ts';
import { unitShape } from './unit-shape.ts';

const PATH = '/field/:assessment/conflicts';

export function mountConflicts(app: WebRoutes): void {
  app.get(
    PATH,
    asOfficer((asked) => withField(asked, (field) => show(asked, field))),
  );
  app.post(
    `${PATH}/:conflict`,
    asOfficer((asked) => withField(asked, (field) => choose(asked, field))),
  );
}

async function withField(asked: Asked, answer: (field: Field) => Promise<Response>): Promise<Response> {
  const field = await openField(asked.tools.db, asked.c.req.param('assessment') ?? '');
  const isTheirs = field?.assessment.units.some((unit) =>
    ([0, 1, 2] as const).some((rating) => isFiller(asked.actor, field.assessment, { unitNo: unit.no, rating })),
  );
  return field && isTheirs ? answer(field) : asked.c.notFound();
}

async function choose(asked: Asked, field: Field): Promise<Response> {
  const { c, tools, actor, words } = asked;
  const form = readForm(c);
  const kept = form.text('kept');
  const seen = form.text('seen');
  const conflictId = c.req.param('conflict') ?? '';
  if ((kept !== 'server' && kept !== 'device') || !/^\d{1,9}$/.test(seen) || !isUuid(conflictId)) return c.notFound();
  const order = { assessmentId: field.assessment.id, conflictId, kept, seenRevision: Number(seen) } as const;
  const result = await resolveConflict(tools, actor, order);
  if (result.ok) return seeOther(c, conflictsPath(field.assessment.id), words.conflict.settled);
  if (result.refusal === 'assessment.absent') return c.notFound();
  return show(asked, field, result.refusal);
}

interface Pair {
  readonly unit: UnitShape;
  readonly sheet: SheetShape;
  readonly conflict: ConflictShape;
  readonly question: QuestionShape | undefined;
}

/** The conflicts on sheets that are this person's. */
async function pairsOf({ tools, actor, now }: Asked, field: Field): Promise<Pair[]> {
  const form = formShape(field.instrument);
  const places = new Map(
    (await openConflictsOf(tools.db, field.assessment.id)).map(({ key }) => [`${key.unitNo} ${key.rating}`, key]),
  );
  const pairs: Pair[] = [];
  for (const place of places.values()) {
    if (!isFiller(actor, field.assessment, place)) continue;
    const unit = await unitShape({ db: tools.db, actor, now }, field, place);
    for (const sheet of unit.sheets) {
      const questions = (form[sheet.kind] ?? []).flatMap((section) => section.questions);
      for (const conflict of sheet.conflicts) {
        pairs.push({ unit, sheet, conflict, question: questions.find((each) => each.code === conflict.indicator) });
      }
    }
  }
  return pairs;
}

async function show(asked: Asked, field: Field, refusal?: RefusalCode): Promise<Response> {
  const { c, words, language } = asked;
  const pairs = await pairsOf(asked, field);
  const errors = refusal ? [{ field: 'conflicts', message: FIELD_REFUSALS[refusal][language] }] : [];
  return page(
    c,
    {
      title: words.conflict.title,
      errors,
      ...(refusal ? { status: refusalStatus(FIELD_REFUSALS[refusal].kind) } : {}),
      before: <BackLink href="/field" text={words.unit.back} />,
      headers: { 'Cache-Control': 'private, no-store' },
    },
    <>
      <PageHeading>{words.conflict.title}</PageHeading>
      {pairs.length === 0 ? <EmptyState title={words.conflict.none} /> : <p>{words.conflict.lead}</p>}
      <div id="conflicts" tabindex={-1}>
        {pairs.map((pair) => (
          <ConflictPair asked={asked} field={field} pair={pair} />
        ))}
      </div>
    </>,
  );
}

function ConflictPair({ asked, field, pair }: { asked: Asked; field: Field; pair: Pair }) {
  const { words, language } = asked;
  const { unit, sheet, conflict, question } = pair;
  const name = question?.name[language] ?? '';
  const when = (at: string) => whenText(asked.c, field, at);
  const href = sheetPath(unit.assessmentId, unit.unitNo, unit.rating, sheet.sheetNo);
  return (
    <section>
      <h2 class="govuk-heading-m">
        <span class="govuk-caption-m">
          {unit.unit} · <a href={href}>{sheetName(unit, sheet, words)}</a>
        </span>
        {name}
      </h2>
      <p>{question?.question[language]}</p>
      <Form action={`${conflictsPath(unit.assessmentId)}/${conflict.id}`}>
        <Hidden name="seen" value={String(conflict.revision)} />
        <div class="tuntas-pair">
          <Card title={words.conflict.server}>
            <SideText side={conflict.server} question={question} asked={asked} />
            <Button name="kept" value="server" kind="secondary">
              {words.conflict.keepServer}
              <span class="govuk-visually-hidden">: {name}</span>
            </Button>
          </Card>
          <Card title={words.conflict.device} tone="accent">
            <SideText side={conflict.device} question={question} asked={asked} />
            <p class="govuk-hint">
              {conflict.writtenAt
                ? words.conflict.writtenAt(when(conflict.writtenAt))
                : words.conflict.receivedAt(when(conflict.receivedAt))}
            </p>
            <Button name="kept" value="device" kind="secondary">
              {words.conflict.keepDevice}
              <span class="govuk-visually-hidden">: {name}</span>
            </Button>
          </Card>
        </div>
      </Form>
    </section>
  );
}

function SideText(props: { side: SideShape | null; question: QuestionShape | undefined; asked: Asked }) {
  const { side, question, asked } = props;
  const { words, language } = asked;
  if (!side) return <p>{words.conflict.noAnswer}</p>;
  const choice = question?.choices.find((each) => each.value === side.value)?.label;
  const told = side.value === NOT_APPLICABLE ? DOES_NOT_APPLY : choice;
  const unit = question?.unit && !told ? ` ${question.unit[language]}` : '';
  return (
    <>
      <p>
        <strong>{told?.[language] ?? `${side.value}${unit}`}</strong>
      </p>
      {side.note && <p class="tuntas-preserve">{side.note}</p>}
    </>
  );
}

function whenText(c: WebContext, { assessment }: Field, at: string): string {
  const zone = assessment.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(assessment.regionCode);
  return formatMoment(Temporal.Instant.from(at), zone, c.get('language'));
}
