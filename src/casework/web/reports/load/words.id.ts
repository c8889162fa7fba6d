export const id = {
  title: 'Beban kerja dan umur laporan',
  ofOffice: (office: string) => `Beban kerja ${office}`,
  lead: 'Laporan yang belum selesai sekarang: siapa yang menangani, pada tahap apa, dan sudah berapa lama. Setiap angka dapat dibuka.',
  office: 'Kantor',
  below: 'Sertakan kantor di bawahnya',
  open: 'Belum selesai',
  overdue: 'Melewati tenggat',
  unassigned: 'Belum ada penanggung jawab',
  oldest: 'Lebih dari 180 hari',
  ages: 'Umur laporan sejak diterima',
  age: {
    '0-30': '0\u201330 hari',
    '31-60': '31\u201360 hari',
    '61-89': '61\u201389 hari',
    '90-180': '90\u2013180 hari',
    '181': 'Lebih dari 180 hari',
  },
  byOfficer: 'Per petugas',
  byOfficerAndStage: 'Per petugas, pada tahap apa',
  byStage: 'Per tahap',
  columns: { officer: 'Petugas', stage: 'Tahap', all: 'Semua', overdue: 'Lewat tenggat' },
  nobody: 'Belum ada penanggung jawab',
  unknownPerson: 'Petugas',
  empty: 'Tidak ada laporan yang belum selesai di kantor ini.',
  counted:
    'Penanggung jawab adalah ketua tim pemeriksa; pada tahap resolusi petugas resolusi, sebelum pemeriksaan verifikator. Umur dihitung dalam hari kalender sejak registrasi. Lewat tenggat: ada tenggat berjalan yang sudah terlewati.',
  rows: {
    title: 'Laporan yang belum selesai',
    back: 'Kembali ke beban kerja',
    count: (count: string) => `${count} laporan dihitung.`,
    hidden: (count: string) => `${count} di antaranya tidak ditampilkan kepada Anda karena benturan kepentingan atau jabatan.`,
    columns: { number: 'Nomor', title: 'Pokok laporan', stage: 'Tahap', days: 'Umur (hari)', due: 'Tenggat terdekat' },
    empty: 'Tidak ada laporan yang dapat ditampilkan',
    late: 'lewat',
  },
};

export type LoadWords = typeof id;
