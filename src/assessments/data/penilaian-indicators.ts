import { asked, observed, withEqualWeights } from './standing.ts';

/**
 * Every indicator of the round of 2023 that the sources name (domain rules 3.2); wording ours. Of those the sources cut off, the
 * variable says so.
 */

const KNOW_MORE = { id: 'Latih petugas dan uji pemahamannya', en: 'Train the officers and test what they know' };

function knows(code: string, id: string, en: string) {
  return asked(
    code,
    'officer',
    { id: `Pengetahuan tentang ${id}`, en: `Knowledge of ${en}` },
    {
      id: `Sejauh mana petugas dapat menjelaskan ${id}? (0 tidak tahu, 3 menjelaskan lengkap)`,
      en: `How well can the officer explain ${en}? (0 not at all, 3 completely)`,
    },
    { id: `${KNOW_MORE.id}: ${id}.`, en: `${KNOW_MORE.en}: ${en}.` },
  );
}

export const COMPETENCE = withEqualWeights([
  knows('tahu-standar', 'komponen standar pelayanan', 'the components of the service standard'),
  knows('tahu-tugas', 'tugas dan kewenangannya', "one's duties and authority"),
  knows('tahu-ombudsman', 'Ombudsman Republik Indonesia', 'the Ombudsman of Indonesia'),
  knows('tahu-maladministrasi', 'bentuk-bentuk maladministrasi', 'the forms of maladministration'),
  knows('tahu-rekomendasi', 'rekomendasi Ombudsman', 'recommendations of the Ombudsman'),
  knows(
    'tahu-ramah',
    'pelayanan yang ramah bagi kelompok marginal dan rentan',
    'service friendly to marginal and vulnerable groups',
  ),
]);

function has(code: string, id: string, en: string, improveId: string, improveEn: string, component: string | null = null) {
  return observed(
    code,
    { id, en },
    {
      id: `${id}: seberapa lengkap, menurut dokumen dan pengamatan? (0 tidak ada, 3 lengkap)`,
      en: `${en}: how complete, by documents and by what is seen? (0 absent, 3 complete)`,
    },
    { id: improveId, en: improveEn },
    { from: 'unit', component },
  );
}

export const FACILITIES = withEqualWeights([
  has(
    'pengawasan-internal',
    'Frekuensi pengawasan internal',
    'Frequency of internal supervision',
    'Jadwalkan pengawasan internal berkala dan simpan catatannya.',
    'Schedule internal supervision and keep its records.',
    'supervision',
  ),
  has(
    'jumlah-petugas',
    'Jumlah petugas menurut analisis beban kerja (ABK)',
    'Number of officers against the workload analysis (ABK)',
    'Susun ABK dan penuhi jumlah petugas yang dibutuhkan.',
    'Make a workload analysis and fill the posts it asks for.',
    'staffCount',
  ),
  has(
    'jaminan-pelayanan',
    'Jaminan pelayanan atau kompensasi',
    'Service guarantee or compensation',
    'Tetapkan dan umumkan jaminan pelayanan beserta kompensasinya.',
    'Set and publish a service guarantee with its compensation.',
    'serviceGuarantee',
  ),
  has(
    'jaminan-keamanan',
    'Jaminan keamanan dan keselamatan',
    'Guarantee of security and safety',
    'Lengkapi jaminan keamanan dan keselamatan pengguna.',
    'Complete the guarantee of security and safety.',
    'safetyGuarantee',
  ),
  has(
    'evaluasi-kinerja',
    'Instrumen evaluasi kinerja pelaksana',
    "Instrument for evaluating officers' performance",
    'Pakai instrumen evaluasi kinerja pelaksana dan tindak lanjuti hasilnya.',
    'Use an instrument for evaluating officers and act on its results.',
    'evaluation',
  ),
  has(
    'dasar-hukum',
    'Dasar hukum standar pelayanan',
    'Legal basis of the standard',
    'Tetapkan standar pelayanan dengan surat keputusan.',
    'Fix the service standard by a decree.',
    'legalBasis',
  ),
  has(
    'sarana-pengguna',
    'Sarana dan prasarana bagi pengguna',
    'Facilities for users',
    'Lengkapi ruang tunggu, toilet, dan sarana pengguna lainnya.',
    'Complete waiting room, toilets and other facilities.',
    'facilities',
  ),
  has(
    'sarana-khusus',
    'Sarana bagi pengguna berkebutuhan khusus',
    'Facilities for users with special needs',
    'Sediakan jalur landai, loket prioritas, dan sarana lain bagi pengguna berkebutuhan khusus.',
    'Provide ramps, priority counters and other facilities.',
    'facilities',
  ),
  has(
    'penyuluhan',
    'Penyuluhan kepada masyarakat',
    'Outreach to the public',
    'Adakan penyuluhan layanan secara berkala dan catat pesertanya.',
    'Hold regular outreach and record who came.',
  ),
]);

function displayed(code: string, id: string, en: string, component: string | null = null) {
  const small = id.charAt(0).toLowerCase() + id.slice(1);
  return observed(
    code,
    { id, en },
    {
      id: `Seberapa lengkap ${small} untuk produk ini, dan dapatkah pengguna melihatnya? (0 tidak ada, 3 lengkap dan tampak)`,
      en: `${en} for this product: how complete, and can users see it? (0 absent, 3 complete and visible)`,
    },
    {
      id: `Lengkapi ${small} dan pampang di tempat layanan serta di situs resmi.`,
      en: `Complete and display, at the counter and online: ${en.toLowerCase()}.`,
    },
    { component, mayNotApply: false },
  );
}

export const STANDARDS = withEqualWeights([
  displayed('persyaratan', 'Persyaratan pelayanan', 'Requirements', 'requirements'),
  displayed('prosedur', 'Sistem, mekanisme, dan prosedur', 'System, mechanism and procedure', 'procedure'),
  displayed('jangka-waktu', 'Jangka waktu pelayanan', 'Duration', 'duration'),
  displayed('biaya', 'Biaya atau tarif', 'Fee or tariff', 'fee'),
  displayed('produk', 'Produk pelayanan', 'Product', 'product'),
  displayed('maklumat', 'Maklumat pelayanan (diumumkan dan isinya)', 'Service declaration (published, and its substance)'),
  {
    ...displayed('pelayanan-khusus', 'Pelayanan khusus bagi kelompok rentan', 'Special service for vulnerable groups'),
    mayNotApply: true,
  },
  displayed('visi-misi', 'Visi dan misi pelayanan', 'Vision and mission'),
  displayed('moto', 'Moto pelayanan', 'Motto'),
  displayed('atribut', 'Atribut petugas', "Officers' attributes"),
  { ...displayed('pelayanan-terpadu', 'Sistem pelayanan terpadu', 'Integrated service'), mayNotApply: true },
]);

function experienced(code: string, id: string, en: string) {
  return asked(
    code,
    'user',
    { id: `Persepsi atas ${id}`, en: `Perceived: ${en}` },
    {
      id: `Apakah Anda mengalami ${id} ketika mengurus layanan ini? (1 tidak pernah, 4 selalu)`,
      en: `Did you experience ${en} with this service? (1 never, 4 always)`,
    },
    {
      id: `Telusuri penyebab ${id} menurut pengguna dan perbaiki alurnya.`,
      en: `Find out why users experience ${en}, and mend the way it goes.`,
    },
    { answer: { kind: 'scale', min: 1, max: 4, good: 'low' } },
  );
}

export const PERCEPTION = withEqualWeights([
  experienced('penundaan', 'penundaan berlarut', 'undue delay'),
  experienced('imbalan', 'permintaan imbalan', 'demands for favours or money'),
  experienced('penyimpangan', 'penyimpangan prosedur', 'departure from procedure'),
  experienced('tidak-melayani', 'petugas yang tidak memberikan pelayanan', 'officers who do not serve'),
  experienced('diskriminasi', 'pembedaan perlakuan (diskriminasi)', 'different treatment (discrimination)'),
]);

/** Added in 2023: the satisfaction index of the unit, 25 to 100. */
export const SATISFACTION = withEqualWeights([
  observed(
    'ikm',
    { id: 'Indeks Kepuasan Masyarakat (IKM)', en: 'Public satisfaction index (IKM)' },
    { id: 'Nilai IKM terakhir unit ini (25–100)', en: "The unit's latest IKM (25–100)" },
    {
      id: 'Tindak lanjuti tiga unsur survei kepuasan yang terendah.',
      en: 'Act on the three lowest elements of the satisfaction survey.',
    },
    {
      from: 'unit',
      measure: 'surveys.ikm',
      answer: { kind: 'number', worst: '25', best: '100', unit: { id: 'nilai IKM', en: 'IKM' } },
      mayNotApply: true,
    },
  ),
]);

function complaintHandling(code: string, id: string, en: string, improveId: string, improveEn: string) {
  return asked(
    code,
    'complaint-officer',
    { id, en },
    {
      id: `${id}: seberapa berjalan menurut petugas dan catatannya? (0 tidak ada, 3 berjalan penuh)`,
      en: `${en}: how well does it run, by the officer and the records? (0 absent, 3 fully)`,
    },
    { id: improveId, en: improveEn },
  );
}

export const COMPLAINTS = withEqualWeights([
  complaintHandling(
    'kanal-pengaduan',
    'Ketersediaan kanal pengaduan',
    'Availability of channels',
    'Buka dan umumkan kanal pengaduan yang dapat dijangkau.',
    'Open and announce channels people can reach.',
  ),
  complaintHandling(
    'petugas-pengaduan',
    'Petugas pengaduan',
    'Officer for complaints',
    'Tunjuk petugas pengaduan dengan surat keputusan.',
    'Appoint an officer for complaints by decree.',
  ),
  complaintHandling(
    'mekanisme-pengaduan',
    'Mekanisme pengaduan',
    'Mechanism of complaints',
    'Tetapkan alur dan jangka waktu pengelolaan pengaduan.',
    'Set the way and the time limits of complaint handling.',
  ),
  complaintHandling(
    'tindak-lanjut',
    'Tindak lanjut pengaduan',
    'Follow-up of complaints',
    'Tindak lanjuti setiap pengaduan dan catat hasilnya.',
    'Follow every complaint up and record the outcome.',
  ),
  complaintHandling(
    'pembinaan',
    'Pembinaan petugas pengaduan',
    'Coaching of complaint officers',
    'Bina petugas pengaduan secara berkala.',
    'Coach complaint officers regularly.',
  ),
  complaintHandling(
    'data-pengaduan',
    'Data pengaduan',
    'Data of complaints',
    'Olah data pengaduan dan pakai untuk perbaikan layanan.',
    'Work the complaint data up and use it for improvement.',
  ),
]);
