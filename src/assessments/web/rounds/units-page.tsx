/** The units of one agency in a plan: by the rule, with what is missing; added and removed with a reason. */
import {
  BackLink,
  Button,
  Columns,
  Details,
  Form,
  Hidden,
  PageHeading,
  page,
  Select,
  seeOther,
  TextInput,
  WarningButton,
  WarningText,
} from '../../../design/index.ts';
import { agenciesUnder, agencyById } from '../../../directory/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { addUnit, instrumentOfRound, removeAgency, removeUnit, unitPlanFor } from '../../actions/plan-agencies.ts';
import type { Assessment } from '../../rules/assessment.ts';
import { openGaps } from '../../rules/loci.ts';
import { mayPlan } from '../../rules/permissions.ts';
import type { AssessmentRefusal } from '../../rules/refusals.ts';
import { loadAssessment } from '../../store/assessments.ts';
import { sheetsOf } from '../../store/sheets.ts';
import { Gaps } from './gaps.tsx';
import { type AskedRound, onRoundPage, ROUNDS, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';

const PATH = `${ROUNDS}/:code/units/:id`;

interface AskedPlan extends AskedRound {
  readonly assessment: Assessment;
}

function onPlan(answer: (asked: AskedPlan) => Promise<Response>) {
  return onRoundPage(async (asked) => {
    const { c, tools, actor, round } = asked;
    const assessment = await loadAssessment(tools.db, c.req.param('id') ?? '');
    if (assessment?.roundId !== round.id || !mayPlan(actor, round) || round.state !== 'planned') return c.notFound();
    return answer({ ...asked, assessment });
  });
}

export function mountUnits(app: WebRoutes): void {
  app.get(
    PATH,
    onPlan((asked) => unitsPage(asked)),
  );
  app.post(
    `${PATH}/add`,
    onPlan(async (asked) => {
      const form = readForm(asked.c);
      const order = {
        assessmentId: asked.assessment.id,
        agencyId: form.text('office'),
        locusId: form.text('locus'),
        reason: form.text('reason'),
      };
      const done = await addUnit(asked.tools, asked.actor, targetIn(asked), order);
      return done.ok ? again(asked, asked.words.unitsPage.added) : unitsPage(asked, refuse(asked, done.refusal), order);
    }),
  );
  app.post(
    `${PATH}/remove`,
    onPlan(async (asked) => {
      const form = readForm(asked.c);
      const unitNo = Number(form.text('unit'));
      const order = { assessmentId: asked.assessment.id, unitNo, reason: form.text('removeReason') };
      const done = await removeUnit(asked.tools, asked.actor, targetIn(asked), order);
      if (done.ok) return again(asked, asked.words.unitsPage.removed);
      return unitsPage(asked, refuse(asked, done.refusal, `removeReason-${unitNo}`));
    }),
  );
  app.post(
    `${PATH}/remove-agency`,
    onPlan(async (asked) => {
      const done = await removeAgency(asked.tools, asked.actor, targetIn(asked), asked.assessment.id);
      if (!done.ok) return unitsPage(asked, refuse(asked, done.refusal));
      return seeOther(asked.c, asked.path, asked.words.unitsPage.agencyRemoved);
    }),
  );
}

function targetIn({ c, round }: AskedPlan) {
  return { roundId: round.id, revision: revisionOf(readForm(c).text('revision')) };
}

function again({ c, path, assessment }: AskedPlan, told: string): Response {
  return seeOther(c, `${path}/units/${assessment.id}`, told);
}

function refuse({ language }: AskedPlan, code: AssessmentRefusal, reasonField = 'reason'): Refused {
  return refused([code], language, { 'assessment.reason-missing': reasonField, otherwise: 'office' });
}

async function unitsPage(
  asked: AskedPlan,
  answer: Refused = NOT_REFUSED,
  typed: { readonly agencyId: string; readonly locusId: string; readonly reason: string } = {
    agencyId: '',
    locusId: '',
    reason: '',
  },
): Promise<Response> {
  const { c, tools, round, path, language, words, assessment } = asked;
  const agency = await agencyById(tools.db, assessment.agencyId);
  if (!agency) return c.notFound();
  const [instrument, under, sheets] = [
    await instrumentOfRound(tools.db, round),
    await agenciesUnder(tools.db, agency.id),
    await sheetsOf(tools.db, assessment.id),
  ];
  const plan = await unitPlanFor(tools.db, round, instrument, agency);
  const gaps = openGaps(
    plan,
    assessment.units.map((unit) => unit.agencyId),
  );
  const there = new Set(assessment.units.map((unit) => unit.agencyId));
  const loci = instrument.fieldwork.loci.filter((rule) => rule.agencyKinds.includes(assessment.agencyKind));
  const action = `${path}/units/${assessment.id}`;
  const revision = <Hidden name="revision" value={String(round.revision)} />;
  return page(
    c,
    { title: agency.name, before: <BackLink href={path} text={words.toRound} />, errors: answer.errors, status: answer.status },
    <Columns>
      <PageHeading caption={round.title}>{agency.name}</PageHeading>
      <h2>{words.unitsPage.title}</h2>
      {gaps.length > 0 && (
        <>
          <WarningText>{words.unitsPage.gaps}</WarningText>
          <Gaps gaps={gaps} language={language} words={words} />
        </>
      )}
      <ol class="tuntas-units">
        {assessment.units.map((unit) => {
          const products = sheets.filter((sheet) => sheet.unitNo === unit.no && sheet.rating === 1 && sheet.kind === 'product');
          const drawn = plan.units.find((one) => one.office.id === unit.agencyId)?.drawnFrom ?? 0;
          const unnamed = products.filter((sheet) => sheet.serviceName === null).length;
          return (
            <li value={unit.no}>
              <h3>{unit.name}</h3>
              <p>
                {unit.locus[language]}
                {drawn > 0 && ` · ${words.unitsPage.drawnFrom(drawn)}`}
                {sheets.some((sheet) => sheet.unitNo === unit.no && sheet.rating === 2) && ` · ${words.unitsPage.twice}`}
              </p>
              {unit.addedReason && <p>{words.unitsPage.addedBecause(unit.addedReason)}</p>}
              {products.length > 0 && (
                <p>
                  {words.unitsPage.products}: {products.flatMap((sheet) => sheet.serviceName ?? []).join('; ') || '–'}
                  {unnamed > 0 && ` (${words.unitsPage.unnamed(unnamed)})`}
                </p>
              )}
              <Details
                summary={words.unitsPage.remove}
                open={answer.errors.some((one) => one.field === `removeReason-${unit.no}`)}
              >
                <Form action={`${action}/remove`}>
                  {revision}
                  <Hidden name="unit" value={String(unit.no)} />
                  <TextInput
                    id={`removeReason-${unit.no}`}
                    name="removeReason"
                    label={words.reason}
                    maxlength={1000}
                    errors={answer.errors
                      .filter((one) => one.field === `removeReason-${unit.no}`)
                      .map((one) => ({ ...one, field: 'removeReason' }))}
                  />
                  <WarningButton>{words.unitsPage.removeButton}</WarningButton>
                </Form>
              </Details>
            </li>
          );
        })}
      </ol>
      <h2>{words.unitsPage.add}</h2>
      <Form action={`${action}/add`}>
        {revision}
        <Select
          name="office"
          label={words.unitsPage.office}
          emptyLabel={words.choose}
          narrowing
          value={typed.agencyId}
          options={under.filter((one) => !there.has(one.id)).map((one) => ({ value: one.id, label: one.name }))}
        />
        <Select
          name="locus"
          label={words.unitsPage.locus}
          emptyLabel={words.unitsPage.additional}
          value={typed.locusId}
          options={loci.map((rule) => ({ value: rule.name.id, label: rule.name[language] }))}
        />
        <TextInput name="reason" label={words.reason} hint={words.unitsPage.reasonHint} value={typed.reason} maxlength={1000} />
        <Button kind="secondary">{words.unitsPage.addButton}</Button>
      </Form>
      <Details summary={words.unitsPage.removeAgency}>
        <Form action={`${action}/remove-agency`}>
          {revision}
          <WarningButton>{words.unitsPage.removeAgencyButton}</WarningButton>
        </Form>
      </Details>
    </Columns>,
  );
}
