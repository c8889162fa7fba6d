/** The front door of the room: all that other rooms may use. See README.md. */
export { loadExampleServices } from './examples/load-example-services.ts';
export {
  type Completeness,
  type ComponentState,
  type Count,
  completeness,
  SHORTFALLS,
  type Shortfall,
  STATED_LABELS,
  type StatedState,
  sumCounts,
} from './rules/completeness.ts';
export {
  COMPONENT_CODES,
  COMPONENTS,
  type Component,
  type ComponentCode,
  type ComponentSide,
  DELIVERY_CODES,
  INTERNAL_CODES,
} from './rules/components.ts';
export { SERVICE_FIELDS, type ServiceField } from './rules/fields.ts';
export { mayReadInternal } from './rules/permissions.ts';
export { SERVICE_CHANNELS, type Service, type ServiceChannel, type ServiceVersion } from './rules/service.ts';
export type { Standard } from './rules/standard.ts';
export { guarded, unguarded } from './rules/table-columns.ts';
export { tellComponent } from './rules/tell-component.ts';
export {
  publishedOf as servicesOf,
  publishedServices,
  type ServiceFilter,
  type ServiceLine,
} from './store/lists.ts';
export { serviceById, serviceByNumber, serviceNames } from './store/services.ts';
export { type ServiceStandard, serviceStandard } from './store/standard-on.ts';
export {
  type MissingLine,
  missingUnder,
  type OfficeSums,
  type ServiceSums,
  sumsByOffice,
  sumsUnder as completenessOf,
} from './store/sums.ts';
