/** Plays the example rounds with the real actions, at the moments they happened; only the filling of sheets takes a short way. */
import { actorFor, agencyByCode, examplePersonId } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { type Day, dayOf, type Moment } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { takeFile } from '../../platform/files/take-file.ts';
import type { Tools } from '../../platform/tools.ts';
import { assignTeam } from '../actions/assign-team.ts';
import { drawSheets } from '../actions/draw-sheets.ts';
import { moveStage, type StageStep } from '../actions/move-stage.ts';
import { openRound } from '../actions/open-round.ts';
import { addAgencies } from '../actions/plan-agencies.ts';
import { planRound } from '../actions/plan-round.ts';
import { waiveReplies } from '../actions/reply.ts';
import { STAGES } from '../rules/assessment.transitions.ts';
import type { Assessment } from '../rules/assessment.ts';
import type { Instrument } from '../rules/instrument.ts';
import { assessmentsOfRound } from '../store/assessments.ts';
import { instrumentVersion } from '../store/instruments.ts';
import { saveProductName, sheetsOf } from '../store/sheets.ts';
import { EXAMPLE_PICTURE } from './example-picture.ts';
import { type ExamplePicture, fillSheets } from './fill-unit.ts';
import { EXAMPLE_ROUNDS, EXAMPLE_TEAM, type ExampleAgency, type ExampleRound } from './rounds.ts';

type Role = keyof typeof EXAMPLE_TEAM;

/** Example mode only; the caller sees to it that it happens once. */
export async function loadExampleRounds(tools: Tools): Promise<{ what: string; count: number }[]> {
  const taken = await takeFile(tools, EXAMPLE_PICTURE);
  if (!taken.ok) throw new Error(`the example picture was refused: ${taken.refusal}`);
  const { key, mediaType, extension, size, sha256, picture } = taken.value;
  const shown = { key, thumbnailKey: picture?.thumbnailKey ?? null, mediaType, extension, size, sha256 };
  for (const example of EXAMPLE_ROUNDS) await play(tools, example, shown);
  return [{ what: 'example rounds', count: EXAMPLE_ROUNDS.length }];
}

const at = (tools: Tools, moment: Moment): Tools => ({ ...tools, clock: { now: () => moment } });

async function play(tools: Tools, example: ExampleRound, picture: ExamplePicture): Promise<void> {
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const started = today.subtract({ days: example.startedDaysAgo });
  const moment = (days: number) =>
    started.add({ days }).toZonedDateTime({ timeZone: 'Asia/Jakarta', plainTime: '09:00' }).toInstant();
  const year = example.year ?? today.year;
  const begun = at(tools, moment(0));
  const manager = await officer(begun, 'manager');
  const roundId = await plan(begun, manager, example, {
    year,
    startsOn: started,
    endsOn: started.add({ days: example.lastsDays }),
  });
  const target = { roundId, revision: null };
  must(await addAgencies(begun, manager, target, await Promise.all(example.agencies.map(({ code }) => agencyId(tools, code)))));
  must(await drawSheets(begun, manager, target));
  await assignEveryone(begun, manager, roundId);
  must(await openRound(at(tools, moment(1)), manager, target));

  const [id = '', version = ''] = example.instrument.split('/');
  const instrument = await instrumentVersion(tools.db, id, Number(version));
  if (!instrument) throw new Error(`an example names the instrument ${example.instrument}`);
  for (const agency of example.agencies) {
    const own = await agencyId(tools, agency.code);
    const assessment = (await assessmentsOfRound(tools.db, roundId)).find((one) => one.agencyId === own);
    if (!assessment) throw new Error(`the example round has no ${agency.code}`);
    await fill(at(tools, moment(6)), assessment, { agency, instrument, year, picture });
    await walk(tools, moment, assessment.id, agency);
  }
}

async function plan(
  tools: Tools,
  manager: Officer,
  example: ExampleRound,
  { year, startsOn, endsOn }: { readonly year: number; readonly startsOn: Day; readonly endsOn: Day },
): Promise<string> {
  return must(
    await planRound(tools, manager, {
      code: example.code,
      title: example.title,
      year: String(year),
      startsOn,
      endsOn,
      instrument: example.instrument,
      seed: `${example.code}-undian`,
      secondRatingPercent: '20',
      selfAssessmentUntil: null,
      replyDays: '',
      ownerAgencyId: await agencyId(tools, 'ori'),
      isExample: true,
    }),
  );
}

async function assignEveryone(tools: Tools, manager: Officer, roundId: string): Promise<void> {
  const [assessorId, secondAssessorId] = [examplePersonId(EXAMPLE_TEAM.assessor), examplePersonId(EXAMPLE_TEAM.second)];
  const assignments = [];
  for (const assessment of await assessmentsOfRound(tools.db, roundId)) {
    const twice = new Set((await sheetsOf(tools.db, assessment.id, { rating: 2 })).map((sheet) => sheet.unitNo));
    for (const { no } of assessment.units) {
      const second = twice.has(no) ? secondAssessorId : null;
      assignments.push({ assessmentId: assessment.id, unitNo: no, assessorId, secondAssessorId: second });
    }
  }
  must(await assignTeam(tools, manager, { roundId, revision: null }, assignments));
}

/** Names the products nobody has published and answers everything, unit by unit. */
async function fill(
  tools: Tools,
  assessment: Assessment,
  with_: {
    readonly agency: ExampleAgency;
    readonly instrument: Instrument;
    readonly year: number;
    readonly picture: ExamplePicture;
  },
): Promise<void> {
  const { agency, instrument, picture } = with_;
  const sheets = await sheetsOf(tools.db, assessment.id);
  const people = { 1: examplePersonId(EXAMPLE_TEAM.assessor), 2: examplePersonId(EXAMPLE_TEAM.second) };
  for (const unitNo of [0, ...assessment.units.map((unit) => unit.no)]) {
    if (agency.emptyUnits?.includes(unitNo)) continue;
    for (const rating of [1, 2] as const) {
      const own = sheets.filter((sheet) => sheet.unitNo === unitNo && sheet.rating === rating);
      if (own.length === 0) continue;
      await inTransaction(tools, async (tx) => {
        for (const sheet of own.filter((one) => one.kind === 'product' && one.serviceName === null))
          await saveProductName(tx, assessment.id, sheet, { serviceId: null, serviceName: `Layanan contoh ${sheet.sheetNo}` });
        const of = { assessmentId: assessment.id, name: `${agency.code} ${with_.year}`, instrument, quality: agency.quality };
        await fillSheets(tools, tx, of, own, { personId: people[rating], picture });
      });
    }
  }
}

/** The steps in their order, each by whoever takes it, days apart. The agency of a finished round has said that it has no reply. */
const STEPS: readonly { readonly step: StageStep; readonly by: Role; readonly day: number }[] = [
  { step: 'submit', by: 'assessor', day: 8 },
  { step: 'check', by: 'checker', day: 11 },
  { step: 'moderate', by: 'manager', day: 14 },
  { step: 'notify', by: 'manager', day: 15 },
  { step: 'finalise', by: 'manager', day: 30 },
  { step: 'publish', by: 'publisher', day: 34 },
];
const REACHES: Readonly<Partial<Record<StageStep, ExampleAgency['until']>>> = {
  submit: 'submitted',
  check: 'checked',
  moderate: 'moderated',
  notify: 'notified',
  finalise: 'final',
  publish: 'published',
};

async function walk(tools: Tools, moment: (days: number) => Moment, assessmentId: string, agency: ExampleAgency): Promise<void> {
  const target = { assessmentId, revision: null };
  for (const { step, by, day } of STEPS) {
    const reached = REACHES[step];
    if (reached === undefined || STAGES.indexOf(reached) > STAGES.indexOf(agency.until)) return;
    const then = at(tools, moment(day));
    // What is under way has been notified just now, so that the right of reply can be tried.
    const now = step === 'notify' && agency.until === 'notified' ? tools : then;
    if (step === 'finalise') {
      const soon = at(tools, moment(16));
      const coordinator = await coordinatorOf(soon, agency.code);
      if (coordinator) must(await waiveReplies(soon, coordinator, target));
    }
    must(await moveStage(now, await officer(now, by), { ...target, action: step }));
  }
}

const COORDINATORS: Readonly<Record<string, string>> = {
  '51.05': 'koordinator@klungkung.example',
  '51.03': 'koordinator@badung.example',
  '51.71': 'koordinator@denpasar.example',
};

async function coordinatorOf(tools: Tools, code: string): Promise<Officer | undefined> {
  const email = COORDINATORS[code];
  return email === undefined ? undefined : person(tools, email);
}

function officer(tools: Tools, role: Role): Promise<Officer> {
  return person(tools, EXAMPLE_TEAM[role]);
}

async function person(tools: Tools, email: string): Promise<Officer> {
  const actor = await actorFor(tools.db, examplePersonId(email), dayOf(tools.clock.now(), 'Asia/Jakarta'));
  if (!actor) throw new Error(`the example account ${email} is not there`);
  return actor;
}

async function agencyId(tools: Tools, code: string): Promise<string> {
  const agency = await agencyByCode(tools.db, code);
  if (!agency) throw new Error(`an example names the agency ${code}, which the directory does not have`);
  return agency.id;
}

/** An example that is refused is a mistake of ours. */
function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T {
  if (!result.ok) throw new Error(`an example was refused: ${JSON.stringify(result.refusal).slice(0, 500)}`);
  return result.value;
}
