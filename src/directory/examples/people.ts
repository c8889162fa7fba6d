/**
 * Invented people, one for each kind of position and those whom the examples of Bali and Kepulauan Riau need. Their names say so, and
 * their addresses lie below `.example`, where no mail arrives (RFC 2606).
 */
import type { Label } from '../../kernel/language.ts';
import type { PositionKind } from '../rules/positions.ts';

export interface ExamplePerson {
  readonly email: string;
  readonly name: string;
  readonly kind: PositionKind;
  /** Code of the agency. */
  readonly agency: string;
  /** What to try first with this account. */
  readonly toTry: Label;
  /** One of many of its kind, shown apart: for what needs many hands. */
  readonly isExtra?: true;
}

/** Everyone's: example accounts exist in example mode on loopback alone, where the sign-in page shows it. */
export const EXAMPLE_PASSWORD = 'layanan publik tuntas';

const VERIFY: Label = {
  id: 'verifikasi laporan baru dan teruskan ke unit yang berwenang',
  en: 'verify a new complaint and forward it to the competent office',
};
const FOLLOW_UP: Label = {
  id: 'tindak lanjuti laporan yang diteruskan ke unit ini, lalu jawab pelapor',
  en: 'follow up a complaint forwarded to this office and answer the complainant',
};
const OVERSEE: Label = {
  id: 'lihat laporan yang lewat waktu atau disanggah di wilayah kerja',
  en: 'see the overdue and objected complaints of the area',
};

function coordinator(place: string, agency: string, name: string): ExamplePerson {
  return { email: `koordinator@${place}.example`, name: `${name} (contoh)`, kind: 'agency-coordinator', agency, toTry: VERIFY };
}

function liaison(office: string, place: string, agency: string, name: string): ExamplePerson {
  return { email: `${office}@${place}.example`, name: `${name} (contoh)`, kind: 'liaison-officer', agency, toTry: FOLLOW_UP };
}

function head(office: string, agency: string, name: string): ExamplePerson {
  const toTry = {
    id: 'tanda tangani komitmen bersama para kepala perangkat daerah',
    en: 'sign the commitment of the heads of offices',
  };
  return {
    email: `kepala-${office}@klungkung.example`,
    name: `${name} (contoh)`,
    kind: 'office-head',
    agency,
    toTry,
    isExtra: true,
  };
}

/** With the head of the health office: the twelve of a commitment. */
const HEADS: readonly ExamplePerson[] = [
  head('disdik', '51.05.disdik', 'Rai Kepala Disdik'),
  head('dinsos', '51.05.dinsos', 'Oka Kepala Dinsos'),
  head('pupr', '51.05.pupr', 'Alit Kepala PUPR'),
  head('dishub', '51.05.dishub', 'Suci Kepala Dishub'),
  head('kominfo', '51.05.kominfo', 'Adi Kepala Kominfo'),
  head('dlh', '51.05.dlh', 'Bintang Kepala DLHP'),
  head('inspektorat', '51.05.inspektorat', 'Widi Inspektur'),
  head('satpolpp', '51.05.satpolpp', 'Eka Kepala Satpol PP'),
  head('dukcapil', '51.05.dukcapil', 'Tri Kepala Disdukcapil'),
  head('dpmptsp', '51.05.dpmptsp', 'Dwi Kepala DPMPTSP'),
  head('rsud', '51.05.dinkes.rsud', 'Sri Direktur RSUD'),
];

export const EXAMPLE_PEOPLE: readonly ExamplePerson[] = [
  {
    email: 'verifikator@nasional.example',
    name: 'Ratna Verifikator (contoh)',
    kind: 'national-verifier',
    agency: 'kemenpanrb',
    toTry: {
      id: 'verifikasi laporan tanpa instansi tujuan dan putus laporan yang dua kali dikembalikan',
      en: 'verify complaints addressed to nobody and decide those returned twice',
    },
  },
  coordinator('klungkung', '51.05', 'Wayan Koordinator'),
  liaison('pupr', 'klungkung', '51.05.pupr', 'Made Pekerjaan Umum'),
  liaison('dinkes', 'klungkung', '51.05.dinkes', 'Putu Kesehatan'),
  liaison('dukcapil', 'klungkung', '51.05.dukcapil', 'Kadek Kependudukan'),
  liaison('disdik', 'klungkung', '51.05.disdik', 'Komang Pendidikan'),
  liaison('dishub', 'klungkung', '51.05.dishub', 'Ketut Perhubungan'),
  {
    email: 'pengawas@klungkung.example',
    name: 'Gede Pengawas (contoh)',
    kind: 'supervisor',
    agency: '51.05',
    toTry: {
      id: 'baca laporan seluruh Pemkab sebagai inspektorat',
      en: 'read the complaints of the regency as its inspectorate',
    },
  },
  {
    email: 'pimpinan@klungkung.example',
    name: 'Nyoman Pimpinan (contoh)',
    kind: 'regional-leader',
    agency: '51.05',
    toTry: {
      id: 'lihat laporan dan kinerja unit dari kantor bupati',
      en: 'see complaints and performance from the office of the regent',
    },
  },
  {
    email: 'sekda@klungkung.example',
    name: 'Ida Sekretaris (contoh)',
    kind: 'regional-secretary',
    agency: '51.05',
    toTry: {
      id: 'tanda tangani rencana kerja yang menunggu Anda',
      en: 'sign the work plan that waits for you',
    },
  },
  {
    email: 'kepala-dinkes@klungkung.example',
    name: 'Sagung Kepala Dinas (contoh)',
    kind: 'office-head',
    agency: '51.05.dinkes',
    toTry: {
      id: 'tanda tangani komitmen dan laporkan baris rencana kerja kantor Anda',
      en: 'sign the commitment and report on the lines of your office',
    },
  },
  coordinator('denpasar', '51.71', 'Luh Koordinator'),
  coordinator('badung', '51.03', 'Agung Koordinator'),
  liaison('pupr', 'badung', '51.03.pupr', 'Gusti Pekerjaan Umum'),
  coordinator('bali', '51', 'Dewa Koordinator'),
  {
    email: 'pojok@ombudsman-bali.example',
    name: 'Ayu Pojok (contoh)',
    kind: 'counter-officer',
    agency: 'ori.bali',
    toTry: { id: 'catat laporan warga yang datang ke pojok pengaduan', en: 'file a complaint for a citizen at the counter' },
  },
  {
    email: 'asisten@ombudsman-bali.example',
    name: 'Intan Asisten (contoh)',
    kind: 'ombudsman-assistant',
    agency: 'ori.bali',
    toTry: OVERSEE,
  },
  {
    email: 'kepala@ombudsman-bali.example',
    name: 'Surya Kepala (contoh)',
    kind: 'ombudsman-head',
    agency: 'ori.bali',
    toTry: OVERSEE,
  },
  {
    email: 'asisten2@ombudsman-bali.example',
    name: 'Yoga Asisten (contoh)',
    kind: 'ombudsman-assistant',
    agency: 'ori.bali',
    toTry: { id: 'periksa laporan bersama tim', en: 'examine a report in a team' },
  },
  {
    email: 'pvl@ombudsman-bali.example',
    name: 'Ratih Verifikasi (contoh)',
    kind: 'report-verifier',
    agency: 'ori.bali',
    toTry: {
      id: 'periksa syarat formil dan materiil laporan ke Ombudsman, siapkan rapat pleno',
      en: 'check the requirements of reports to the Ombudsman, prepare the plenary',
    },
  },
  {
    email: 'resolusi@ombudsman-bali.example',
    name: 'Bayu Resolusi (contoh)',
    kind: 'resolution-assistant',
    agency: 'ori.bali',
    toTry: {
      id: 'pantau tindakan korektif, pimpin mediasi, siapkan rekomendasi',
      en: 'monitor corrective actions, lead a mediation, prepare a recommendation',
    },
  },
  {
    email: 'pencegahan@ombudsman-bali.example',
    name: 'Sekar Pencegahan (contoh)',
    kind: 'prevention-assistant',
    agency: 'ori.bali',
    toTry: {
      id: 'lihat masalah yang berulang dan buka kajian atau investigasi atas prakarsa sendiri',
      en: 'look at recurring problems and open a review or an own-initiative investigation',
    },
  },
  {
    email: 'penilai@ombudsman-bali.example',
    name: 'Tirta Penilai (contoh)',
    kind: 'assessor',
    agency: 'ori.bali',
    toTry: {
      id: 'isi penugasan penilaian di lapangan, juga tanpa sambungan',
      en: 'fill in an assignment in the field, also offline',
    },
  },
  {
    email: 'penilai2@ombudsman-bali.example',
    name: 'Bagus Penilai (contoh)',
    kind: 'assessor',
    agency: 'ori.bali',
    toTry: { id: 'nilai ulang sampel yang diundi (penilai kedua)', en: 'rate the drawn sample a second time' },
  },
  {
    email: 'pemeriksa@ombudsman-bali.example',
    name: 'Cahya Pemeriksa (contoh)',
    kind: 'assessment-checker',
    agency: 'ori.bali',
    toTry: { id: 'periksa isian dan bukti para penilai', en: 'check the answers and evidence of the assessors' },
  },
  {
    email: 'koordinator-penilaian@ombudsman.example',
    name: 'Melati Koordinator Penilaian (contoh)',
    kind: 'assessment-manager',
    agency: 'ori',
    toTry: {
      id: 'susun instrumen dan rencana penilaian, moderasi hasil, putus sanggahan',
      en: 'write instruments, plan rounds, moderate results, decide replies',
    },
  },
  {
    email: 'ketua@ombudsman.example',
    name: 'Arif Ketua (contoh)',
    kind: 'ombudsman-head',
    agency: 'ori',
    toTry: { id: 'terbitkan hasil penilaian dan sertifikat', en: 'publish results and certificates' },
  },
  coordinator('kepri', '21', 'Zainal Koordinator'),
  coordinator('batam', '21.71', 'Siti Koordinator'),
  liaison('pupr', 'batam', '21.71.pupr', 'Hasan Bina Marga'),
  {
    email: 'asisten@ombudsman-kepri.example',
    name: 'Laila Asisten (contoh)',
    kind: 'ombudsman-assistant',
    agency: 'ori.kepulauan-riau',
    toTry: OVERSEE,
  },
  {
    email: 'pencegahan@ombudsman-kepri.example',
    name: 'Farid Pencegahan (contoh)',
    kind: 'prevention-assistant',
    agency: 'ori.kepulauan-riau',
    toTry: {
      id: 'catat nota kesepakatan dan lihat pemerintah mana yang belum tercakup',
      en: 'record agreements and see which governments are not covered yet',
    },
  },
  {
    email: 'admin@tuntas.example',
    name: 'Budi Administrator (contoh)',
    kind: 'system-admin',
    agency: 'kemenpanrb',
    toTry: {
      id: 'undang orang baru dan kelola direktori; laporan tidak terlihat',
      en: 'invite someone and keep the directory; complaints are not visible',
    },
  },
  ...HEADS,
];
