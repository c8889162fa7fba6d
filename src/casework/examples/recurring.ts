/**
 * Three invented problems that many told the Ombudsman of one by one, each solved at once and yet coming back: what the finder of recurring
 * problems is for. Offices and regions are real, everything that is told about them is not.
 */
import type { ExampleReport } from './play-case.ts';

/** Told in other words each time: of every part one way of saying it. */
interface Recurring {
  readonly agency: string;
  readonly region: string;
  readonly titles: readonly string[];
  readonly parts: readonly (readonly string[])[];
  /** What was done at once, and told to the caller. */
  readonly solved: string;
}

/** Ambulances that do not come at night: nobody has judged it yet. */
export const AMBULANCE: Recurring = {
  agency: '51.05.dinkes',
  region: '51.05',
  titles: ['Tidak dijemput malam hari', 'Menunggu oksigen', 'Jaga malam kosong'],
  parts: [
    ['Ambulans tidak menjemput', 'Ambulans mogok'],
    ['sopir jaga pulang', 'sopir tidak piket malam'],
    ['terpaksa menyewa pikap', 'menyewa truk sayur'],
    ['nomor darurat tidak diangkat', 'nomor hotline mati'],
    ['kunci garasi tidak ditemukan', 'garasi terkunci'],
    ['tabung oksigen kosong', 'oksigen tidak diisi'],
    ['solar belum dibayar', 'tangki solar kering'],
    ['hanya bidan yang jaga', 'bidan menolak menjemput'],
  ],
  solved: 'Kepala puskesmas dihubungi malam itu juga dan ambulans dikirim (contoh).',
};

/** Dialysis that is put off again and again: under review (kajian). */
export const DIALYSIS: Recurring = {
  agency: '51.71.dinkes',
  region: '51.71',
  titles: ['Pasien ginjal ditunda lagi', 'Jadwal mundur tanpa kabar', 'Kondisi menurun karena menunggu'],
  parts: [
    ['Hemodialisis ditunda dua hari', 'Jadwal hemodialisis mundur'],
    ['suntikan eritropoietin tidak tersedia', 'eritropoietin habis di apotek'],
    ['disuruh membeli sendiri', 'harus membeli di luar'],
    ['dua mesin rusak', 'mesin menunggu suku cadang'],
    ['perawat dipindahkan ke bangsal lain', 'hanya ada satu perawat'],
    ['air reverse osmosis keruh', 'instalasi air bermasalah'],
    ['rujukan ke provinsi ditolak', 'surat rujukan tidak diberikan'],
    ['kartu dinyatakan tidak aktif', 'kartu belum diperbarui'],
  ],
  solved: 'Jadwal dipindahkan ke rumah sakit lain hari itu juga (contoh).',
};

/** Emergency aid after floods that is promised and does not come: examined on own initiative (IAPS). */
export const AID: Recurring = {
  agency: '51.03.dinsos',
  region: '51.03',
  titles: ['Pengungsi belum dibantu', 'Menunggu sejak kemarin', 'Warga tidur di balai banjar'],
  parts: [
    ['Korban banjir belum didata', 'Rumah terendam banjir'],
    ['logistik tertahan', 'pembagian logistik batal'],
    ['gudang terkunci', 'katanya gudang penuh'],
    ['diminta surat keterangan lagi', 'surat keterangan ditolak'],
    ['bayi kehabisan susu', 'susu dan popok tidak ada'],
    ['selimut tidak dibagi', 'lansia tanpa selimut'],
    ['dapur umum tutup', 'dapur pindah tanpa kabar'],
    ['perahu karet bocor', 'perahu tidak dikirim'],
  ],
  solved: 'Dinas dihubungi dan logistik diantar hari itu juga (contoh).',
};

/** How long ago each came: within a few weeks, never two on one day. */
const DAYS = [58, 55, 52, 50, 47, 45, 43, 40, 38, 36] as const;

/** Which parts each tells: nobody tells everything, and no two things are always told together. */
const TOLD = [
  '11010101',
  '00110101',
  '01110001',
  '10001110',
  '01000111',
  '10101000',
  '00111010',
  '11001001',
  '01011010',
  '10100110',
] as const;

export interface RecurringReport {
  readonly daysAgo: number;
  readonly report: ExampleReport;
  readonly solved: string;
}

/** The reports of one problem, oldest first. Which words each has follows from its place alone. */
export function reportsOf(problem: Recurring): readonly RecurringReport[] {
  return DAYS.map((daysAgo, index) => {
    const account = problem.parts
      .filter((_, part) => TOLD[index]?.[part] === '1')
      .map((ways, part) => ways[(index + part) % ways.length])
      .join(', ');
    return {
      daysAgo,
      solved: problem.solved,
      report: {
        title: `${problem.titles[index % problem.titles.length]} (contoh)`,
        account: `${account}.`,
        region: problem.region,
        agency: problem.agency,
        access: 'RCO',
        channel: 'telephone',
        rapidCriteria: ['threat-to-life'],
        rapidReason: 'Ada yang menunggu pertolongan (contoh).',
        occurredDaysAgo: 0,
      },
    };
  });
}
