/** Templates of action plans: lines by factor that a plan begins with. A published one never changes. Pure. */
import type { Actor } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Factor, LineForm } from '../kinds.ts';
import type { Amount, Direction } from '../line.ts';
import { collectingPlaces } from './collection.ts';
import { FACTOR_CODES } from './handing-in.ts';

export const TEMPLATE_STATES = ['draft', 'published', 'retired'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

export const TEMPLATE_STATE_LABELS: Readonly<Record<TemplateState, Label>> = {
  draft: { id: 'Konsep', en: 'Draft' },
  published: { id: 'Dapat dipakai', en: 'In use' },
  retired: { id: 'Tidak dipakai lagi', en: 'No longer used' },
};

export interface TemplateLine {
  readonly id: string;
  readonly ordinal: number;
  readonly factor: Factor;
  readonly programme: string;
  readonly form: LineForm;
  readonly activity: string;
  readonly output: string;
  readonly indicator: string;
  readonly unit: string;
  /** What is to be reached in the year; `null` = each government sets its own. */
  readonly target: Amount | null;
  readonly direction: Direction;
  readonly evidenceAsked: string;
  /** The office that usually carries it out, in words. */
  readonly responsible: string;
}

export interface Template {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly note: string;
  /** `null` = shipped. */
  readonly authorId: string | null;
  readonly state: TemplateState;
  readonly createdAt: Moment;
  readonly lines: readonly TemplateLine[];
}

export const TEMPLATE_LINES_LIMIT = 100;

/** The programme a factor's lines belong to when nobody says otherwise. */
export const PROGRAMME_OF_FACTOR: Readonly<Record<Factor, string>> = {
  sop: 'faster-settlement',
  participation: 'prevention',
  staff: 'competence',
  technology: 'data-exchange',
};

/** Whose templates somebody may write: those of their province, and of the ministry. @returns agencies, the ministry as `'ministry'` */
export function mayWriteTemplates(actor: Actor): boolean {
  const { provinceIds, isMinistry } = collectingPlaces(actor);
  return isMinistry || provinceIds.length > 0;
}

export function mayChangeTemplate(actor: Actor, template: Pick<Template, 'authorId'>, nationalDeskId: string): boolean {
  const { provinceIds, isMinistry } = collectingPlaces(actor);
  if (template.authorId === null) return false;
  return template.authorId === nationalDeskId ? isMinistry : provinceIds.includes(template.authorId);
}

export function servesEveryFactor(lines: readonly Pick<TemplateLine, 'factor'>[]): boolean {
  return FACTOR_CODES.every((factor) => lines.some((line) => line.factor === factor));
}
