/** A government begins its action plan: empty, or with the lines of a template that it then makes its own. */
import { coordinatorOf } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import type { Rad } from '../../rules/rad/rad.ts';
import type { Template, TemplateLine } from '../../rules/rad/template.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { isAskedIn, loadCollection } from '../../store/rad/collections.ts';
import { claimPlan, insertRad, plansOf } from '../../store/rad/rads.ts';
import { loadTemplate } from '../../store/rad/templates.ts';
import { append } from '../../store/save.ts';
import { createAgreementIn } from '../create-agreement.ts';
import { addLinesIn } from '../lines/add-line.ts';
import { type Government, governmentById, reviewerOf } from './places.ts';

export interface RadOrder {
  readonly governmentId: string;
  readonly yearFrom: number;
  readonly yearUntil: number;
  /** `null` = an empty plan: own lines, or by way of a table. */
  readonly templateId: string | null;
  /** The collection that asked for it. */
  readonly collectionId: string | null;
  readonly isExample?: boolean;
}

export interface RefusedRad {
  readonly code: AgreementRefusal;
  readonly field: string;
}

const BASIS = 'PermenPANRB 46/2020 tentang Peta Jalan SP4N; PermenPANRB 5/2025 tentang Penyelenggaraan SP4N';
const PURPOSE = 'Memperkuat pengelolaan pengaduan pelayanan publik menurut empat faktor keberhasilan SP4N-LAPOR!.';

/** @returns the draft with its lines; nothing is written when it is refused */
export function beginRad(tools: Tools, actor: Actor, order: RadOrder): Promise<Result<Agreement, readonly RefusedRad[]>> {
  return orRollBack(tools, (tx) => beginRadIn(tools, tx, actor, order));
}

async function beginRadIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  order: RadOrder,
): Promise<Result<Agreement, readonly RefusedRad[]>> {
  const no = (code: AgreementRefusal, field: string) => refuse([{ code, field }]);
  const government = await governmentById(tx, order.governmentId);
  if (!government) return no('agreement.party-unknown', 'governmentId');
  const { yearFrom, yearUntil } = order;
  if (![yearFrom, yearUntil].every((year) => Number.isInteger(year) && year >= 2000 && year < 2200) || yearFrom > yearUntil)
    return no('agreement.year-wrong', 'yearFrom');
  await claimPlan(tx, government.agency.id);
  const collection = order.collectionId === null ? undefined : await loadCollection(tx, order.collectionId);
  const isAsked = collection && (await isAskedIn(tx, collection.id, government.agency.id));
  if (order.collectionId !== null && (!isAsked || collection.closedAt !== null))
    return no('agreement.rad-collection-absent', 'collectionId');
  const there = await plansOf(tx, [government.agency.id]);
  if (there.some((plan) => plan.yearFrom <= yearUntil && plan.yearUntil >= yearFrom))
    return no('agreement.rad-exists', 'yearFrom');
  const template = order.templateId === null ? undefined : await loadTemplate(tx, order.templateId);
  if (order.templateId !== null && template?.state !== 'published') return no('agreement.rad-template-absent', 'templateId');
  const reviewer = await reviewerOf(tx, government);
  const provinceId = government.level === 'regency' ? (reviewer?.id ?? null) : null;
  const years = yearFrom === yearUntil ? String(yearFrom) : `${yearFrom}–${yearUntil}`;
  const made = await createAgreementIn(tools, tx, actor, {
    ...{ kind: 'rad', title: `Rencana aksi SP4N-LAPOR! ${government.agency.name} ${years}`, basis: BASIS, purpose: PURPOSE },
    ...{ programmes: [...new Set(template?.lines.map(({ programme }) => programme) ?? [])], yearFrom, yearUntil },
    parties: [government.agency.id, ...(provinceId === null ? [] : [provinceId])].map((agencyId) => ({
      agencyId,
      name: '',
      ownNumber: '',
    })),
    ...{ keeperId: government.agency.id, collectionId: order.collectionId, isExample: order.isExample ?? false },
  });
  if (!made.ok) return made;
  const agreement = made.value;
  const at = tools.clock.now();
  const rad: Rad = {
    ...{ agreementId: agreement.id, governmentId: government.agency.id, level: government.level, provinceId },
    ...{ collectionId: order.collectionId, templateId: template?.id ?? null, state: 'drafting', stateAt: at },
    ...{ handIns: 0, firstHandedInAt: null, handedInAt: null, gaps: {}, decreeNumber: '' },
  };
  await insertRad(tx, rad);
  const payload = { government: rad.governmentId, collection: rad.collectionId, template: rad.templateId };
  await append(tools, tx, agreement.id, [{ type: 'rad-begun', payload }], { at, actor });
  if (template) {
    const orders = await ordersFrom(tx, template, government, provinceId, agreement, dayOf(at, agreement.zone));
    const added = await addLinesIn(tools, tx, actor, { agreementId: agreement.id, version: null }, orders);
    if (!added.ok) return refuse(added.refusal.map(({ code }) => ({ code, field: 'templateId' })));
  }
  return ok(agreement);
}

/** The lines of a template for the first year of a plan: carried out by the office that coordinates complaints, confirmed by the province. */
async function ordersFrom(
  tx: Tx,
  template: Template,
  { agency }: Government,
  provinceId: string | null,
  { yearFrom }: Agreement,
  today: Day,
): Promise<readonly LineOrder[]> {
  const { desk } = await coordinatorOf(tx, agency, today);
  const year = yearFrom as number;
  const days = {
    year,
    startsOn: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    dueOn: Temporal.PlainDate.from({ year, month: 12, day: 15 }),
  };
  return template.lines.map((line) => ({
    ...promised(line),
    ...days,
    owner: { agencyId: desk?.id ?? agency.id, position: line.responsible },
    other: provinceId === null ? null : { agencyId: provinceId, position: 'Koordinator SP4N-LAPOR! provinsi' },
  }));
}

function promised(line: TemplateLine) {
  return {
    ...{ programme: line.programme, factor: line.factor, form: line.form, activity: line.activity, output: line.output },
    ...{ indicator: line.indicator, unit: line.unit, direction: line.direction, evidenceAsked: line.evidenceAsked },
    targets: [null, null, null, line.target],
  };
}
