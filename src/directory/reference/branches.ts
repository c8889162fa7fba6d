/** Branches of national bodies in the example provinces (instansi vertikal). Areas are general knowledge, to be checked. */
import type { AgencySeed } from './agency-seed.ts';
import { BALI_SAMSAT } from './bali.ts';
import { KEPRI_SAMSAT } from './kepulauan-riau.ts';

type Line = readonly [code: string, name: string, shortName: string, region: string, serves?: readonly string[]];

const TO_CHECK = 'Nama dan wilayah kerja menurut pengetahuan umum; perlu dicocokkan.';

const LAND: readonly Line[] = [
  ['atrbpn.bali', 'Kantor Wilayah BPN Provinsi Bali', 'Kanwil BPN Bali', '51'],
  ['atrbpn.bali.klungkung', 'Kantor Pertanahan Kabupaten Klungkung', 'Kantah Klungkung', '51.05'],
  ['atrbpn.bali.tabanan', 'Kantor Pertanahan Kabupaten Tabanan', 'Kantah Tabanan', '51.02'],
  ['atrbpn.bali.badung', 'Kantor Pertanahan Kabupaten Badung', 'Kantah Badung', '51.03'],
  ['atrbpn.bali.denpasar', 'Kantor Pertanahan Kota Denpasar', 'Kantah Denpasar', '51.71'],
  ['atrbpn.kepri', 'Kantor Wilayah BPN Provinsi Kepulauan Riau', 'Kanwil BPN Kepri', '21'],
  ['atrbpn.kepri.batam', 'Kantor Pertanahan Kota Batam', 'Kantah Batam', '21.71'],
  ['atrbpn.kepri.tanjungpinang', 'Kantor Pertanahan Kota Tanjungpinang', 'Kantah Tanjungpinang', '21.72'],
  ['atrbpn.kepri.bintan', 'Kantor Pertanahan Kabupaten Bintan', 'Kantah Bintan', '21.01'],
  ['atrbpn.kepri.karimun', 'Kantor Pertanahan Kabupaten Karimun', 'Kantah Karimun', '21.02'],
  ['atrbpn.kepri.natuna', 'Kantor Pertanahan Kabupaten Natuna', 'Kantah Natuna', '21.03'],
  ['atrbpn.kepri.lingga', 'Kantor Pertanahan Kabupaten Lingga', 'Kantah Lingga', '21.04'],
  ['atrbpn.kepri.anambas', 'Kantor Pertanahan Kabupaten Kepulauan Anambas', 'Kantah Anambas', '21.05'],
];

const POLICE: readonly Line[] = [
  ['polri.bali', 'Kepolisian Daerah Bali', 'Polda Bali', '51'],
  ['polri.bali.klungkung', 'Kepolisian Resor Klungkung', 'Polres Klungkung', '51.05'],
  ['polri.bali.tabanan', 'Kepolisian Resor Tabanan', 'Polres Tabanan', '51.02'],
  ['polri.bali.badung', 'Kepolisian Resor Badung', 'Polres Badung', '51.03'],
  ['polri.bali.denpasar', 'Kepolisian Resor Kota Denpasar', 'Polresta Denpasar', '51.71'],
  ['polri.kepri', 'Kepolisian Daerah Kepulauan Riau', 'Polda Kepri', '21'],
  ['polri.kepri.batam', 'Kepolisian Resor Kota Barelang', 'Polresta Barelang', '21.71'],
  ['polri.kepri.tanjungpinang', 'Kepolisian Resor Kota Tanjungpinang', 'Polresta Tanjungpinang', '21.72'],
  ['polri.kepri.bintan', 'Kepolisian Resor Bintan', 'Polres Bintan', '21.01'],
  ['polri.kepri.karimun', 'Kepolisian Resor Karimun', 'Polres Karimun', '21.02'],
  ['polri.kepri.natuna', 'Kepolisian Resor Natuna', 'Polres Natuna', '21.03'],
  ['polri.kepri.lingga', 'Kepolisian Resor Lingga', 'Polres Lingga', '21.04'],
  ['polri.kepri.anambas', 'Kepolisian Resor Kepulauan Anambas', 'Polres Anambas', '21.05'],
];

const HEALTH_INSURANCE: readonly Line[] = [
  ['bpjs-kesehatan.denpasar', 'BPJS Kesehatan Cabang Denpasar', 'BPJS Kesehatan Denpasar', '51.71', ['51.71', '51.03', '51.02']],
  [
    'bpjs-kesehatan.klungkung',
    'BPJS Kesehatan Cabang Klungkung',
    'BPJS Kesehatan Klungkung',
    '51.05',
    ['51.05', '51.04', '51.06', '51.07'],
  ],
  ['bpjs-kesehatan.batam', 'BPJS Kesehatan Cabang Batam', 'BPJS Kesehatan Batam', '21.71', ['21.71', '21.02']],
  [
    'bpjs-kesehatan.tanjungpinang',
    'BPJS Kesehatan Cabang Tanjungpinang',
    'BPJS Kesehatan Tanjungpinang',
    '21.72',
    ['21.72', '21.01', '21.03', '21.04', '21.05'],
  ],
];

const POWER: readonly Line[] = [
  ['pln.bali', 'PT PLN (Persero) Unit Induk Distribusi Bali', 'PLN UID Bali', '51'],
  ['pln.bali.selatan', 'PT PLN (Persero) UP3 Bali Selatan', 'PLN UP3 Bali Selatan', '51.71', ['51.71', '51.03', '51.02']],
  ['pln.bali.timur', 'PT PLN (Persero) UP3 Bali Timur', 'PLN UP3 Bali Timur', '51.04', ['51.04', '51.05', '51.06', '51.07']],
  ['pln.batam', 'PT PLN Batam', 'PLN Batam', '21.71'],
  [
    'pln.tanjungpinang',
    'PT PLN (Persero) UP3 Tanjungpinang',
    'PLN UP3 Tanjungpinang',
    '21.72',
    ['21.72', '21.01', '21.02', '21.03', '21.04', '21.05'],
  ],
];

const IMMIGRATION: readonly Line[] = [
  [
    'kemenimipas.imigrasi-denpasar',
    'Kantor Imigrasi Kelas I TPI Denpasar',
    'Imigrasi Denpasar',
    '51.71',
    ['51.71', '51.02', '51.04', '51.05', '51.06'],
  ],
  ['kemenimipas.imigrasi-ngurah-rai', 'Kantor Imigrasi Kelas I Khusus TPI Ngurah Rai', 'Imigrasi Ngurah Rai', '51.03'],
  ['kemenimipas.imigrasi-batam', 'Kantor Imigrasi Kelas I Khusus TPI Batam', 'Imigrasi Batam', '21.71'],
  ['kemenimipas.imigrasi-tanjungpinang', 'Kantor Imigrasi Kelas I TPI Tanjungpinang', 'Imigrasi Tanjungpinang', '21.72'],
];

const ROADS: readonly Line[] = [
  ['kemenpu.bpjn-bali', 'Balai Besar Pelaksanaan Jalan Nasional Jawa Timur-Bali', 'BBPJN Jatim-Bali', '35', ['35', '51']],
  ['kemenpu.bpjn-kepri', 'Balai Pelaksanaan Jalan Nasional Kepulauan Riau', 'BPJN Kepri', '21'],
];

function seeds(lines: readonly Line[]): AgencySeed[] {
  return lines.map(([code, name, shortName, region, serves]) => ({
    code,
    kind: 'vertical-office',
    name,
    shortName,
    parent: code.slice(0, code.lastIndexOf('.')),
    region,
    serves: serves ?? [region],
    nameNote: TO_CHECK,
  }));
}

function samsat(): AgencySeed[] {
  const bali = BALI_SAMSAT.map(
    (unit): AgencySeed => ({
      code: `51.bapenda.${unit.slug}`,
      kind: 'upt',
      name: `UPTD Pelayanan Pajak dan Retribusi Daerah Provinsi Bali di ${unit.name} (Samsat)`,
      shortName: `Samsat ${unit.name.replace(/^(Kota|Kabupaten) /, '')}`,
      parent: '51.bapenda',
      region: '51',
      functions: ['samsat'],
      serves: unit.serves ?? [],
      nameNote: TO_CHECK,
    }),
  );
  const kepri = KEPRI_SAMSAT.map(
    (unit): AgencySeed => ({
      code: `21.bapenda.${unit.slug}`,
      kind: 'upt',
      name: `UPTD Pelayanan Pendapatan Daerah ${unit.name} Provinsi Kepulauan Riau (Samsat)`,
      shortName: `Samsat ${unit.name}`,
      parent: '21.bapenda',
      region: '21',
      functions: ['samsat'],
      serves: unit.serves ?? [],
      nameNote: TO_CHECK,
    }),
  );
  return [...bali, ...kepri];
}

export function branchOffices(): AgencySeed[] {
  return [...seeds([...LAND, ...POLICE, ...HEALTH_INSURANCE, ...POWER, ...IMMIGRATION, ...ROADS]), ...samsat()];
}
