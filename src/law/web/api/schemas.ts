import { z } from '@hono/zod-openapi';
import { ZONES } from '../../../kernel/time.ts';
import { PARAMETER_RULES, type ParameterRule, RULE_SETS, UNITS, type Unit } from '../../rules/parameters.ts';

const RULES = Object.keys(PARAMETER_RULES) as [ParameterRule, ...ParameterRule[]];
const UNIT_NAMES = Object.keys(UNITS) as [Unit, ...Unit[]];

export const ParameterSchema = z
  .object({
    rule: z.enum(RULES),
    label: z.string().openapi({ example: 'Verifikasi dan penerusan pengaduan' }),
    value: z.number(),
    unit: z.enum(UNIT_NAMES).openapi({ description: 'hk = working days' }),
    text: z.string().openapi({ description: 'Value and unit in words', example: '3 hari kerja' }),
    citation: z.string().openapi({ example: 'PermenPANRB 62/2018' }),
    isConfirmed: z.boolean().openapi({ description: 'Whether the number was checked against the regulation itself' }),
    from: z.iso.date(),
    until: z.iso.date().nullable().openapi({ description: 'First day it no longer holds' }),
    ruleSet: z.enum(RULE_SETS).nullable().openapi({ description: 'null = under every rule set' }),
    note: z.string().nullable(),
  })
  .openapi('LawParameter');

const offsetMoment = (example: string) => z.iso.datetime({ offset: true }).openapi({ example });

export const DueSchema = z
  .object({
    from: offsetMoment('2026-03-17T10:00:00+08:00'),
    limit: z.object({ value: z.int(), unit: z.enum(['hk', 'day', 'hour']) }),
    zone: z.enum(ZONES),
    region: z.string().nullable(),
    dueAt: offsetMoment('2026-03-31T23:59:59+08:00'),
    dueOn: z.iso.date(),
    isProvisional: z.boolean().openapi({ description: 'Rests on a year whose holidays are not decreed yet' }),
    undecreedYears: z.array(z.int()),
    explanation: z.string().openapi({ description: 'One sentence on how the date came about' }),
  })
  .openapi('Due');
