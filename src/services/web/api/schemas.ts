import { z } from '@hono/zod-openapi';
import type { Agency } from '../../../directory/index.ts';
import { type ComponentState, completeness } from '../../rules/completeness.ts';
import { COMPONENTS, type ComponentCode, DELIVERY_CODES } from '../../rules/components.ts';
import { SERVICE_FIELDS, type ServiceField } from '../../rules/fields.ts';
import { SERVICE_CHANNELS, type Service, type ServiceChannel, type ServiceVersion } from '../../rules/service.ts';
import { tellComponent } from '../../rules/tell-component.ts';
import type { ServiceLine } from '../../store/lists.ts';

const keys = <Key extends string>(labels: Readonly<Record<Key, unknown>>) => Object.keys(labels) as [Key, ...Key[]];

export const FieldCode = z.enum(keys<ServiceField>(SERVICE_FIELDS)).openapi({ example: 'civil-registry' });
export const ServiceNumber = z
  .string()
  .regex(/^[1-9]\d{6}$/)
  .openapi({ example: '1000001', description: 'The public number of a service.' });
const Channel = z.enum(keys<ServiceChannel>(SERVICE_CHANNELS));
const Count = z
  .object({ stated: z.int(), of: z.int() })
  .openapi('ComponentCount', { description: 'So many components fully stated, of so many.' });
const LabelSchema = z
  .object({ id: z.string(), en: z.string() })
  .openapi('ServiceLabel', { description: 'A text in Indonesian and English.' });

export const ServiceSchema = z
  .object({
    number: ServiceNumber,
    name: z.string().openapi({ example: 'Penerbitan Kartu Identitas Anak' }),
    agency: z.string().nullable().openapi({ description: 'Code of the office.', example: '51.05.dukcapil' }),
    field: FieldCode,
    channel: Channel,
    onlineAddress: z.string().nullable(),
    decreeNumber: z.string().nullable(),
    version: z.int(),
    delivery: Count.openapi({ description: 'Of the 6 components that must be public.' }),
    all: Count.openapi({ description: 'Of all 14 components.' }),
  })
  .openapi('Service');

const Component = z
  .object({
    code: z.enum(keys<ComponentCode>(COMPONENTS)),
    label: LabelSchema,
    state: z.enum(['stated', 'incomplete', 'not-stated']),
    why: z.array(z.string()).openapi({ description: 'Codes of what it lacks; empty unless it is incomplete.' }),
    lines: z.array(z.string()).openapi({ description: 'As people read it, in Indonesian.' }),
  })
  .openapi('ServiceComponent');

export const ServiceStandardSchema = ServiceSchema.extend({
  validFrom: z.string().nullable().openapi({ format: 'date' }),
  decreeOn: z.string().nullable().openapi({ format: 'date' }),
  components: z.array(Component).openapi({ description: 'The 6 components of delivery, as UU 25/2009 art. 21 has them.' }),
}).openapi('ServiceStandard');

export const FieldSchema = z.object({ code: FieldCode, label: LabelSchema }).openapi('ServiceField');

const orNull = (text: string) => (text === '' ? null : text);

export function lineJson(line: ServiceLine, agency: Agency | undefined): z.infer<typeof ServiceSchema> {
  return {
    number: line.number,
    name: line.name,
    agency: agency?.code ?? null,
    field: line.field,
    channel: line.channel,
    onlineAddress: orNull(line.onlineAddress),
    decreeNumber: orNull(line.decreeNumber),
    version: line.version,
    delivery: { stated: line.statedDelivery, of: DELIVERY_CODES.length },
    all: { stated: line.stated, of: Object.keys(COMPONENTS).length },
  };
}

export function standardJson(
  service: Service,
  version: ServiceVersion,
  agency: Agency | undefined,
): z.infer<typeof ServiceStandardSchema> {
  const judged = completeness(version.standard);
  const states = new Map(judged.components.map((one) => [one.code, one]));
  return {
    number: service.number,
    name: version.name,
    agency: agency?.code ?? null,
    field: version.field,
    channel: version.channel,
    onlineAddress: orNull(version.onlineAddress),
    decreeNumber: orNull(version.decreeNumber),
    version: version.version,
    delivery: judged.delivery,
    all: judged.all,
    validFrom: version.validFrom?.toString() ?? null,
    decreeOn: version.decreeOn?.toString() ?? null,
    components: DELIVERY_CODES.map((code) => {
      const { state, why } = states.get(code) as ComponentState;
      const lines = [...tellComponent(code, version.standard, 'id')];
      return { code, label: COMPONENTS[code].label, state, why: [...why], lines };
    }),
  };
}
