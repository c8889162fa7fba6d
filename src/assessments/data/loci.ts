import type { LocusRule } from '../rules/instrument.ts';

/** Kinds of agencies in the directory whose units are drawn by the same rule. */
const REGIONS = ['regency-government', 'city-government'];
const PROVINCE = ['province-government'];
const CENTRAL = ['ministry', 'institution'];
const VERTICAL = ['vertical-office'];

function locus(agencyKinds: readonly string[], office: string, id: string, en: string, count = 1): LocusRule {
  return { agencyKinds, office, name: { id, en }, count };
}

/** 2021: education, health, civil registry, licensing (S1). */
export const REGENCY_LOCI_2021: readonly LocusRule[] = [
  locus([...REGIONS, ...PROVINCE], 'disdik', 'Dinas Pendidikan', 'Education office'),
  locus([...REGIONS, ...PROVINCE], 'dinkes', 'Dinas Kesehatan', 'Health office'),
  locus(REGIONS, 'dukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 'Civil registry'),
  locus([...REGIONS, ...PROVINCE], 'dpmptsp', 'DPMPTSP', 'One-stop licensing office'),
  locus([...CENTRAL, ...VERTICAL], 'self', 'Unit layanan', 'Service unit'),
];

/** 2022-2024: the 7 loci of a regency or city; a province has its hospital; offices of central bodies have own scores. */
export const LOCI_2022: readonly LocusRule[] = [
  locus([...REGIONS, ...PROVINCE], 'dinkes', 'Dinas Kesehatan', 'Health office'),
  locus(REGIONS, 'puskesmas', 'Puskesmas', 'Community health centre', 2),
  locus([...REGIONS, ...PROVINCE], 'disdik', 'Dinas Pendidikan', 'Education office'),
  locus([...REGIONS, ...PROVINCE], 'dinsos', 'Dinas Sosial', 'Social affairs office'),
  locus([...REGIONS, ...PROVINCE], 'dpmptsp', 'DPMPTSP', 'One-stop licensing office'),
  locus(REGIONS, 'dukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 'Civil registry'),
  locus(PROVINCE, 'rsud', 'RSUD', 'Provincial hospital'),
  { ...locus(CENTRAL, 'self', 'Unit layanan', 'Service unit'), sheets: { product: 5 } },
  { ...locus(VERTICAL, 'atrbpn', 'Kantor Pertanahan', 'Land office'), sheets: { product: 2 } },
  { ...locus(VERTICAL, 'polri', 'Kepolisian Resor', 'Police resort'), sheets: { product: 5 } },
];

/** 2025: health (hospital), education, social affairs. */
export const LOCI_2025: readonly LocusRule[] = [
  locus([...REGIONS, ...PROVINCE], 'rsud', 'RSUD', 'Regional hospital'),
  locus([...REGIONS, ...PROVINCE], 'disdik', 'Dinas Pendidikan', 'Education office'),
  locus([...REGIONS, ...PROVINCE], 'dinsos', 'Dinas Sosial', 'Social affairs office'),
  locus([...CENTRAL, ...VERTICAL], 'self', 'Unit layanan', 'Service unit'),
];
