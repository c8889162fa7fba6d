import type { Label } from '../../kernel/language.ts';

/** Said wherever the region data is shown or handed out: the ODbL asks for it (section 4.3). */
export const REGION_ATTRIBUTION: Label = {
  id: 'Data wilayah: idn-area-data oleh Fityan Nugroho dan para kontributor, berlisensi ODbL 1.0; kode dan nama menurut Kementerian Dalam Negeri.',
  en: 'Region data: idn-area-data by Fityan Nugroho and contributors, licensed under ODbL 1.0; codes and names after the Ministry of Home Affairs.',
};

export const REGION_ATTRIBUTION_URL = 'https://github.com/fityannugroho/idn-area-data';
export const REGION_LICENCE_URL = 'https://opendatacommons.org/licenses/odbl/1-0/';
