/** Writing templates: as a copy of another one, line by line, until it is published; a published one never changes. */
import { nationalDeskAgency } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { appendEvents, type Json } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import { TITLE_LIMIT } from '../../rules/draft.ts';
import { FACTORS, LINE_FORMS } from '../../rules/kinds.ts';
import { DIRECTIONS } from '../../rules/line.ts';
import { isAmount } from '../../rules/lines/amount.ts';
import { LINE_LIMITS } from '../../rules/lines/line-order.ts';
import { collectingPlaces } from '../../rules/rad/collection.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import {
  mayChangeTemplate,
  servesEveryFactor,
  TEMPLATE_LINES_LIMIT,
  type Template,
  type TemplateLine,
} from '../../rules/rad/template.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { programmes } from '../../store/programmes.ts';
import {
  insertTemplate,
  insertTemplateLines,
  loadTemplate,
  removeTemplateLine,
  saveTemplate,
} from '../../store/rad/templates.ts';

export interface RefusedTemplate {
  readonly code: AgreementRefusal;
  readonly field: string;
}

type Written = Promise<Result<Template, readonly RefusedTemplate[]>>;

/** @param copyOf the template it begins as */
export function beginTemplate(
  tools: Tools,
  actor: Actor,
  order: { readonly title: string; readonly note: string; readonly copyOf: string | null },
): Written {
  return orRollBack<Template, readonly RefusedTemplate[]>(tools, async (tx) => {
    const { provinceIds, isMinistry } = collectingPlaces(actor);
    const authorId = isMinistry ? (await nationalDeskAgency(tx)).id : provinceIds[0];
    if (!authorId) return refuse([{ code: 'agreement.not-yours', field: 'title' }]);
    if (order.title.trim() === '') return refuse([{ code: 'agreement.title-missing', field: 'title' }]);
    if (order.title.length > TITLE_LIMIT) return refuse([{ code: 'agreement.text-too-long', field: 'title' }]);
    if (order.note.length > NOTE_LIMIT) return refuse([{ code: 'agreement.text-too-long', field: 'note' }]);
    const from = order.copyOf !== null && isUuid(order.copyOf) ? await loadTemplate(tx, order.copyOf) : undefined;
    // A draft is its author's alone.
    const isTheirs = from?.state === 'draft' && !mayChangeTemplate(actor, from, (await nationalDeskAgency(tx)).id);
    if (order.copyOf !== null && (!from || isTheirs)) return refuse([{ code: 'agreement.rad-template-absent', field: 'copyOf' }]);
    const template: Template = {
      ...{ id: tools.random.id(), version: 1, title: order.title.trim(), note: order.note.trim(), authorId, state: 'draft' },
      createdAt: tools.clock.now(),
      lines: (from?.lines ?? []).map((line) => ({ ...line, id: tools.random.id() })),
    };
    await insertTemplate(tx, template, actor.kind === 'officer' ? actor.personId : null);
    await record(tools, tx, actor, template.id, 'begun', { copyOf: from?.id ?? null, lines: template.lines.length }, true);
    return ok(template);
  });
}

export interface TemplateTarget {
  readonly templateId: string;
  readonly version: number;
}

function onTemplate(
  tools: Tools,
  actor: Actor,
  target: TemplateTarget,
  change: (tx: Tx, template: Template) => Promise<Result<Parameters<typeof saveTemplate>[2], readonly RefusedTemplate[]>>,
): Written {
  return orRollBack(tools, async (tx) => {
    const template = isUuid(target.templateId) ? await loadTemplate(tx, target.templateId, true) : undefined;
    if (!template || !mayChangeTemplate(actor, template, (await nationalDeskAgency(tx)).id))
      return refuse([{ code: 'agreement.rad-template-absent', field: 'template' }]);
    if (template.version !== target.version) return refuse([{ code: 'agreement.moved-on', field: 'template' }]);
    const changed = await change(tx, template);
    if (!changed.ok) return changed;
    await saveTemplate(tx, template, changed.value);
    return ok((await loadTemplate(tx, template.id)) as Template);
  });
}

export type TemplateLineOrder = Omit<TemplateLine, 'id' | 'ordinal'>;

export function addTemplateLine(tools: Tools, actor: Actor, target: TemplateTarget, order: TemplateLineOrder): Written {
  return onTemplate(tools, actor, target, async (tx, template) => {
    if (template.state !== 'draft') return refuse([{ code: 'agreement.not-now', field: 'template' }]);
    if (template.lines.length >= TEMPLATE_LINES_LIMIT) return refuse([{ code: 'agreement.not-now', field: 'activity' }]);
    const flaws = await lineFlaws(tx, order);
    if (flaws.length > 0) return refuse(flaws);
    const ordinal = Math.max(0, ...template.lines.map((line) => line.ordinal)) + 1;
    const line: TemplateLine = { ...order, activity: order.activity.trim(), id: tools.random.id(), ordinal };
    await insertTemplateLines(tx, template.id, [line]);
    await record(tools, tx, actor, template.id, 'line-added', { line: line.id, factor: line.factor });
    return ok({});
  });
}

async function lineFlaws(tx: Tx, order: TemplateLineOrder): Promise<readonly RefusedTemplate[]> {
  const flaws: RefusedTemplate[] = [];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  if (!Object.hasOwn(FACTORS, order.factor)) flaw('factor', 'agreement.factor-missing');
  if (!(await programmes(tx)).some(({ code }) => code === order.programme)) flaw('programme', 'agreement.programme-unknown');
  if (!Object.hasOwn(LINE_FORMS, order.form)) flaw('form', 'agreement.form-unknown');
  if (!DIRECTIONS.includes(order.direction)) flaw('direction', 'agreement.form-unknown');
  if (order.activity.trim() === '') flaw('activity', 'agreement.activity-missing');
  for (const [field, limit] of [
    ['activity', LINE_LIMITS.activity],
    ['output', LINE_LIMITS.output],
    ['indicator', LINE_LIMITS.indicator],
    ['unit', LINE_LIMITS.unit],
    ['evidenceAsked', LINE_LIMITS.evidenceAsked],
    ['responsible', LINE_LIMITS.position],
  ] as const)
    if (order[field].length > limit) flaw(field, 'agreement.text-too-long');
  if (order.target !== null && !isAmount(order.target)) flaw('target', 'agreement.amount-wrong');
  return flaws;
}

export function dropTemplateLine(tools: Tools, actor: Actor, target: TemplateTarget, lineId: string): Written {
  return onTemplate(tools, actor, target, async (tx, template) => {
    if (template.state !== 'draft' || !template.lines.some(({ id }) => id === lineId))
      return refuse([{ code: 'agreement.not-now', field: 'template' }]);
    await removeTemplateLine(tx, template.id, lineId);
    await record(tools, tx, actor, template.id, 'line-removed', { line: lineId });
    return ok({});
  });
}

/** Publishing needs a line for every factor; retiring takes it out of use, plans made from it stay. */
export function settleTemplate(tools: Tools, actor: Actor, target: TemplateTarget, to: 'published' | 'retired'): Written {
  return onTemplate(tools, actor, target, async (tx, template) => {
    const from = to === 'published' ? 'draft' : 'published';
    if (template.state !== from) return refuse([{ code: 'agreement.not-now', field: 'template' }]);
    if (to === 'published' && !servesEveryFactor(template.lines))
      return refuse([{ code: 'agreement.rad-template-empty', field: 'factor' }]);
    await record(tools, tx, actor, template.id, to, { lines: template.lines.length });
    return ok({ state: to, ...(to === 'published' ? { publishedAt: tools.clock.now() } : {}) });
  });
}

async function record(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  templateId: string,
  type: string,
  payload: { readonly [key: string]: Json },
  newFile = false,
): Promise<void> {
  const event = { type: `rad-template-${type}`, at: tools.clock.now(), actor: actorReference(actor), payload };
  await appendEvents(tools, tx, { kind: 'rad-template', id: templateId }, [event], { newFile });
}
