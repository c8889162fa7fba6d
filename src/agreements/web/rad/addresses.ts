import type { Collection } from '../../rules/rad/collection.ts';

export const RAD_DESK = '/desk/agreements/rad';
export const RAD_PUBLIC = '/agreements/rad';
export const RAD_BEGIN = `${RAD_DESK}/begin`;
export const COLLECTIONS = `${RAD_DESK}/collections`;
export const TEMPLATES = `${RAD_DESK}/templates`;
export const RESULTS = `${RAD_DESK}/evaluations`;

export const collectionPath = ({ id }: Pick<Collection, 'id'>): string => `${COLLECTIONS}/${id}`;
export const templatePath = ({ id }: { readonly id: string }): string => `${TEMPLATES}/${id}`;
/** A government by the code of its region: `51.05`. */
export const governmentPath = (regionCode: string, year?: number): string =>
  `${RAD_DESK}/governments/${regionCode}${year === undefined ? '' : `/${year}`}`;
export const publicPlacePath = (regionCode: string): string => `${RAD_PUBLIC}/${regionCode}`;
export const publicResultPath = (regionCode: string, year: number): string => `${RAD_PUBLIC}/${regionCode}/${year}`;
