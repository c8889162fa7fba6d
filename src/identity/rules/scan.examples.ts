import type { FindingKind } from './findings.ts';

/** A text, and what is to be found in it: kind and passage. All people, numbers and addresses are invented. */
export interface ScanExample {
  readonly text: string;
  readonly finds: readonly (readonly [FindingKind, string])[];
}

export const scanExamples: readonly ScanExample[] = [
  // NIK
  { text: 'NIK saya 5105011505900001.', finds: [['nik', '5105011505900001']] },
  { text: 'ktp 5105 0155 0590 0001 sudah jadi', finds: [['nik', '5105 0155 0590 0001']] },
  { text: 'Kode daerah lama 9401011505900001 tetap NIK', finds: [['nik', '9401011505900001']] },
  { text: 'NIK ditulis 5105.01.150590.0001', finds: [['nik', '5105.01.150590.0001']] },
  { text: 'angka penuh 5105011505900001', finds: [['nik', '5105011505900001']] },
  {
    text: 'anak 3 NIK 5105011505900001 08123456789',
    finds: [
      ['nik', '5105011505900001'],
      ['phone', '08123456789'],
    ],
  },
  { text: 'Nomor KTP 1234567890123456 ditolak', finds: [['nik', '1234567890123456']] },
  // telephone
  { text: 'Hubungi 0812-3456-7890', finds: [['phone', '0812-3456-7890']] },
  {
    text: 'Hubungi +62 812 3456 7890 atau (0361) 123456',
    finds: [
      ['phone', '+62 812 3456 7890'],
      ['phone', '(0361) 123456'],
    ],
  },
  { text: 'wa 6281234567890', finds: [['phone', '6281234567890']] },
  { text: 'WA: 812 3456 7890', finds: [['phone', '812 3456 7890']] },
  { text: 'nomor 0 8 1 2 3 4 5 6 7 8 9 0 ya', finds: [['phone', '0 8 1 2 3 4 5 6 7 8 9 0']] },
  { text: 'telp rumah 428123', finds: [['phone', '428123']] },
  {
    text: '0812 3456 7890 0813 4567 8901',
    finds: [
      ['phone', '0812 3456 7890'],
      ['phone', '0813 4567 8901'],
    ],
  },
  {
    text: 'nol delapan satu dua tiga empat lima enam tujuh delapan',
    finds: [['phone', 'nol delapan satu dua tiga empat lima enam tujuh delapan']],
  },
  { text: 'Ring +65 6123 4567 please', finds: [['phone', '+65 6123 4567']] },
  { text: 'tanggal 08-03-2026 10.15 di loket', finds: [] },
  { text: 'buka 08.00-16.00, telepon 110 atau 1708', finds: [] },
  // e-mail
  { text: 'surel ke made.contoh@contoh.id, ya', finds: [['email', 'made.contoh@contoh.id']] },
  { text: 'made.contoh @ contoh . id', finds: [['email', 'made.contoh @ contoh . id']] },
  { text: 'made(at)contoh(dot)id', finds: [['email', 'made(at)contoh(dot)id']] },
  { text: 'made at gmail dot com', finds: [['email', 'made at gmail dot com']] },
  { text: 'lihat akun @pemkabcontoh di Instagram', finds: [] },
  // accounts
  { text: 'transfer ke BCA 123-456-7890 segera', finds: [['account', '123-456-7890']] },
  { text: 'no rekening 1234567 milik petugas', finds: [['account', '1234567']] },
  { text: 'kode 1234 5678 9012 3456', finds: [['account', '1234 5678 9012 3456']] },
  { text: 'NPWP 01.234.567.8-901.000', finds: [['account', '01.234.567.8-901.000']] },
  { text: 'lanjutan pengaduan 123-456-7890', finds: [] },
  { text: 'diminta Rp 1.500.000.000 lalu Rp2500000000', finds: [] },
  { text: 'BRI memotong Rp 1.500.000 dari saya', finds: [] },
  { text: 'biaya 1500000000 rupiah', finds: [] },
  { text: 'anggaran 2023 2024 2025 2026 tidak jelas', finds: [] },
  { text: 'di -8.535012, 115.404012', finds: [] },
  // plates
  { text: 'mobil DK 1234 AB parkir sembarangan', finds: [['plate', 'DK 1234 AB']] },
  { text: 'plat nomor b 1 xy', finds: [['plate', 'b 1 xy']] },
  { text: 'RT 05 RW 02, UU 25 TAHUN 2009, lebar 20 M', finds: [] },
  { text: 'jarak B 20 KM', finds: [] },
  // names
  { text: 'Nama saya Ketut Contoh, warga desa.', finds: [['name', 'Ketut Contoh']] },
  { text: 'nama saya ketut contoh ingin melapor', finds: [['name', 'ketut contoh']] },
  { text: 'nama saya tidak ada di daftar', finds: [] },
  { text: 'Saya bernama I Made Contoh. Jalan rusak.', finds: [['name', 'I Made Contoh']] },
  { text: 'sertifikat a.n. Siti Contoh belum jadi', finds: [['name', 'Siti Contoh']] },
  { text: 'atas nama warga kami mohon', finds: [] },
  { text: 'dilayani Bapak Wayan Contoh di loket 2', finds: [['name', 'Wayan Contoh']] },
  { text: 'petugas Sdri. M. Contoh menolak', finds: [['name', 'M. Contoh']] },
  { text: 'Yth. Bapak Bupati Klungkung dan Ibu Kepala Dinas', finds: [] },
  { text: 'Bapak/Ibu yang terhormat, ibu hamil menunggu', finds: [] },
  { text: 'lubang di Jl. Ir. Soekarno dekat RSUD Dr. Soetomo', finds: [] },
  { text: 'Saya Nyoman Contoh dari Banjarangkan', finds: [['name', 'Nyoman Contoh']] },
  { text: 'Saya Warga Desa', finds: [] },
  { text: 'Mohon diperbaiki.\nTerima kasih,\nSiti Contoh', finds: [['name', 'Siti Contoh']] },
  { text: 'Terima kasih Pemkab Klungkung', finds: [] },
];
