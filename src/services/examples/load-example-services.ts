import { actorFor, agencyByCode, examplePersonId } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import { type Day, dayOf, type Moment, Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { beginVersion, createService, editDraft } from '../actions/describe-service.ts';
import { keepCharter, publishCharter } from '../actions/keep-charter.ts';
import { keepProcedure } from '../actions/keep-procedure.ts';
import type { StepRefusal } from '../actions/on-service.ts';
import { publishService } from '../actions/publish-service.ts';
import type { Service } from '../rules/service.ts';
import { EXAMPLE_CHARTERS, EXAMPLE_PROCEDURES, EXAMPLE_SERVICES, type ExampleService } from './services.ts';

/** Example mode only; the caller sees to it that it happens once. Everything goes through the actions, as people would do it. */
export async function loadExampleServices(tools: Tools): Promise<{ what: string; count: number }[]> {
  const made: Service[] = [];
  for (const example of EXAMPLE_SERVICES) made.push(await describe(tools, example));
  for (const charter of EXAMPLE_CHARTERS) await sign(tools, charter);
  for (const procedure of EXAMPLE_PROCEDURES) await enter(tools, procedure, made);
  return [
    { what: 'example services', count: made.length },
    { what: 'example maklumat', count: EXAMPLE_CHARTERS.length },
    { what: 'example SOPs', count: EXAMPLE_PROCEDURES.length },
  ];
}

/** The same tools so many days earlier: a standard cannot be published for a day that has passed. */
function earlier(tools: Tools, daysAgo: number): { readonly tools: Tools; readonly day: Day } {
  const at: Moment = tools.clock.now().subtract({ hours: 24 * daysAgo });
  return { tools: { ...tools, clock: { now: () => at } }, day: dayOf(at, 'Asia/Makassar') };
}

async function describe(tools: Tools, example: ExampleService): Promise<Service> {
  const { publishedDaysAgo, next } = example;
  const { decreedOn, ...content } = example.content;
  const then = earlier(tools, publishedDaysAgo ?? 5);
  const actor = await person(tools, example.by);
  const decreeOn = decreedOn === null ? null : Temporal.PlainDate.from(decreedOn);
  const service = done(await createService(then.tools, actor, await officeId(tools, example.office), { ...content, decreeOn }));
  if (publishedDaysAgo !== null)
    done(await publishService(then.tools, actor, service.id, { validFrom: then.day, revision: null }));
  if (!next) return service;
  const later = earlier(tools, next.daysAgo ?? 3);
  done(await beginVersion(later.tools, actor, service.id, next.note));
  const change = {
    revision: null,
    change: (now: Parameters<Parameters<typeof editDraft>[3]['change']>[0]) => ({
      ...now,
      standard: { ...now.standard, ...next.change },
    }),
  };
  done(await editDraft(later.tools, actor, service.id, change));
  if (next.daysAgo !== null) done(await publishService(later.tools, actor, service.id, { validFrom: later.day, revision: null }));
  return service;
}

async function sign(tools: Tools, example: (typeof EXAMPLE_CHARTERS)[number]): Promise<void> {
  const then = earlier(tools, example.daysAgo);
  const actor = await person(tools, example.by);
  const agencyId = await officeId(tools, example.office);
  const { body, signatoryName, signatoryPosition } = example;
  const content = { body, signatoryName, signatoryPosition, signedOn: then.day, validFrom: then.day };
  done(await keepCharter(then.tools, actor, agencyId, { content, revision: 0 }));
  done(await publishCharter(then.tools, actor, agencyId, null));
}

async function enter(tools: Tools, example: (typeof EXAMPLE_PROCEDURES)[number], made: readonly Service[]): Promise<void> {
  const actor = await person(tools, 'dukcapil@klungkung.example');
  const today = dayOf(tools.clock.now(), 'Asia/Makassar');
  const content = {
    number: example.number,
    title: example.title,
    version: 1,
    ownerPosition: 'Sekretaris Dinas',
    effectiveOn: today.subtract({ days: example.effectiveDaysAgo }),
    reviewOn: today.add({ days: example.reviewInDays }),
    serviceId: example.service === null ? null : (made[example.service]?.id ?? null),
  };
  done(await keepProcedure(tools, actor, await officeId(tools, '51.05.dukcapil'), { id: undefined, revision: null, content }));
}

async function person(tools: Tools, email: string): Promise<Officer> {
  const actor = await actorFor(tools.db, examplePersonId(email), dayOf(tools.clock.now(), 'Asia/Jakarta'));
  if (!actor) throw new Error(`no example person ${email}`);
  return actor;
}

async function officeId(tools: Tools, code: string): Promise<string> {
  const agency = await agencyByCode(tools.db, code);
  if (!agency) throw new Error(`an example names the agency ${code}, which the directory does not have`);
  return agency.id;
}

function done<T>(result: Result<T, StepRefusal>): T {
  if (!result.ok) throw new Error(`an example was refused: ${result.refusal.code}`);
  return result.value;
}
