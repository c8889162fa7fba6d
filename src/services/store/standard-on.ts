import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import { type Completeness, completeness } from '../rules/completeness.ts';
import { type ServiceVersion, versionOn } from '../rules/service.ts';
import { versionsOf } from './services.ts';

/** A version with what its standard lacks. */
export interface ServiceStandard extends ServiceVersion {
  readonly completeness: Completeness;
}

/**
 * The standard of a service as it was in force on a day, with its 14 components and their completeness. The 8 internal ones are in
 * it: whoever shows them asks `mayReadInternal` first. `undefined` when the service is unknown or was not offered that day.
 */
export async function serviceStandard(db: Db, serviceId: string, day: Day): Promise<ServiceStandard | undefined> {
  const version = versionOn(await versionsOf(db, serviceId), day);
  return version && { ...version, completeness: completeness(version.standard) };
}
