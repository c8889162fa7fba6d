/** Plays the lives of the example cases with the real actions, at the moments they happened. Example mode only; the caller sees that it happens once. */
import { dayOf, type Moment } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { moveObligation } from '../actions/obligations/move.ts';
import { caseDeadlinesErrand } from '../errands/deadlines.ts';
import { obligationsOf } from '../store/obligations/obligations.ts';
import { assign, concludeWith, type ExampleReport, examine, meet, must, player, recommend, report, verify } from './play-case.ts';
import { askInWriting, planExamination } from './play-examination.ts';
import { playRecurring, takeUpRecurring } from './play-recurring.ts';
import { PERMIT_RECOMMENDATION, publishExample, REFERRAL_FINDING } from './publish-example.ts';

/** Half past nine in Jakarta so many days ago, or a minute ago when that has not come yet. */
function momentOf(tools: Tools, daysAgo: number): Moment {
  const now = tools.clock.now();
  const day = dayOf(now, 'Asia/Jakarta').subtract({ days: daysAgo });
  const at = day.toZonedDateTime({ timeZone: 'Asia/Jakarta', plainTime: '09:30' }).toInstant();
  return at.epochMilliseconds < now.epochMilliseconds ? at : now.subtract({ minutes: 1 });
}

/** Nobody. The domain is one where no mail arrives (RFC 2606). */
const WHO = {
  contact: { name: 'Ni Luh Rekaan', email: 'pelapor@contoh.example' },
  particulars: {
    name: 'Ni Luh Rekaan',
    birthPlace: 'Semarapura',
    bornOn: '1990-01-01',
    maritalStatus: 'single',
    occupation: 'Pedagang',
    address: 'Jalan Rekaan 1, Semarapura',
  },
} as const satisfies Partial<ExampleReport>;

const REFERRAL: ExampleReport = {
  ...WHO,
  title: 'Surat rujukan puskesmas tidak diberikan (contoh)',
  account: 'Sudah tiga kali datang ke puskesmas, surat rujukan tidak diberikan dan tidak dijelaskan mengapa (contoh).',
  loss: 'Pengobatan tertunda dua bulan (contoh).',
  wish: 'Surat rujukan diberikan dan alurnya dijelaskan (contoh).',
  region: '51.05',
  agency: '51.05.dinkes',
  position: 'Kepala Dinas Kesehatan',
};
const CERTIFICATE: ExampleReport = {
  ...WHO,
  title: 'Akta kelahiran melewati waktu yang dijanjikan (contoh)',
  account: 'Permohonan akta kelahiran lengkap sejak dua bulan lalu, dijanjikan lima hari, belum jadi (contoh).',
  wish: 'Akta diterbitkan (contoh).',
  region: '51.05',
  agency: '51.05.dukcapil',
  position: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
  secret: true,
};
const ROAD: ExampleReport = {
  ...WHO,
  title: 'Laporan jalan rusak tidak ditindaklanjuti (contoh)',
  account: 'Jalan menuju sekolah rusak, sudah dilaporkan dua kali dan dinyatakan selesai tanpa perbaikan (contoh).',
  region: '51.05',
  agency: '51.05.pupr',
  position: 'Kepala Dinas Pekerjaan Umum',
};
const PERMIT: ExampleReport = {
  ...WHO,
  title: 'Permohonan izin tidak diputus (contoh)',
  account: 'Permohonan izin usaha lengkap sejak setahun lalu, tidak diputus dan tidak ditolak (contoh).',
  wish: 'Permohonan diputus (contoh).',
  region: '51.05',
  agency: '51.05.disdik',
};
const LEVY: ExampleReport = {
  ...WHO,
  title: 'Diminta uang saat mengurus izin (contoh)',
  account: 'Petugas loket meminta uang agar berkas izin diproses lebih cepat (contoh).',
  region: '51.03',
  agency: '51.03.pupr',
  secret: true,
};
const SCHOOL: ExampleReport = {
  ...WHO,
  title: 'Pengaduan penerimaan siswa tidak dijawab (contoh)',
  account: 'Surat keberatan tentang penerimaan siswa baru tidak dijawab sekolah maupun dinas (contoh).',
  region: '51.05',
  agency: '51.05.disdik',
};

export async function loadExampleCases(tools: Tools): Promise<{ what: string; count: number }[]> {
  const at = (daysAgo: number): Tools => {
    const moment = momentOf(tools, daysAgo);
    return { ...tools, clock: { now: () => moment } };
  };
  const secret = (name: string) => `example case ${name} of ${tools.settings.baseUrl}`;

  // Oldest first, so that numbers follow the days. The corrective action was not carried out, nor is the recommendation: its time is over and somebody must say so.
  const permit = await report(at(300), PERMIT, secret('permit'));
  await verify(at(297), permit.caseId);
  await meet(at(290), [{ caseId: permit.caseId, decision: 'examine' }]);
  await assign(at(289), permit.caseId);
  await examine(at(270), permit.caseId, {
    form: 'a',
    about: 'Izin tidak diputus dalam waktu yang ditetapkan (contoh).',
    isFound: true,
  });
  await concludeWith(at(240), permit.caseId, {
    conclusion: 'found',
    actions: [{ text: 'Memutus permohonan izin (contoh).', evidenceAsked: 'Salinan keputusan' }],
    opener: 'koordinator@klungkung.example',
  });
  const steps = { handed: at(180), met: at(170), signed: at(160) };
  await recommend(steps, permit.caseId, { superior: 'Bupati Klungkung', opener: 'koordinator@klungkung.example' });
  await publishExample({ written: at(95), published: at(94) }, permit.caseId, PERMIT_RECOMMENDATION, 'resolusi');

  // Examined; the LHP found maladministration. One action is carried out, the other is reported and waits for a verdict.
  const referral = await report(at(95), REFERRAL, secret('referral'));
  await verify(at(92), referral.caseId);
  await meet(at(85), [{ caseId: referral.caseId, decision: 'examine' }]);
  await assign(at(84), referral.caseId);
  await examine(at(70), referral.caseId, {
    form: 'b',
    about: 'Surat rujukan tidak diberikan kepada yang berhak (contoh).',
    isFound: true,
  });
  await concludeWith(at(45), referral.caseId, {
    conclusion: 'found',
    actions: [
      { text: 'Menerbitkan surat rujukan bagi Pelapor (contoh).', evidenceAsked: 'Salinan surat rujukan' },
      { text: 'Menempelkan alur rujukan di setiap puskesmas (contoh).', evidenceAsked: 'Foto papan alur di setiap puskesmas' },
    ],
    opener: 'dinkes@klungkung.example',
  });
  await carryOut(at, referral.caseId);
  await publishExample({ written: at(12), published: at(11) }, referral.caseId, REFERRAL_FINDING, 'asisten');

  // Nothing found; the reporter may still comment.
  const school = await report(at(60), SCHOOL, secret('school'));
  await verify(at(58), school.caseId);
  await meet(at(54), [{ caseId: school.caseId, decision: 'examine' }]);
  await assign(at(53), school.caseId);
  await examine(at(30), school.caseId, { form: 'a', about: 'Surat keberatan tidak dijawab (contoh).', isFound: false });
  await concludeWith(at(6), school.caseId, { conclusion: 'not-found' });

  // Under examination, the identity kept secret.
  const certificate = await report(at(40), CERTIFICATE, secret('certificate'));
  await verify(at(37), certificate.caseId);
  await meet(at(33), [{ caseId: certificate.caseId, decision: 'examine' }]);
  await assign(at(32), certificate.caseId);
  await planExamination(at(30), certificate.caseId);
  await askInWriting(at(28), certificate.caseId, {
    kind: 'documents',
    ground: 'Pemeriksaan laporan tentang penerbitan akta kelahiran (contoh).',
    asked: 'Buku register permohonan akta bulan Agustus dan September (contoh).',
    opener: 'koordinator@klungkung.example',
    answer: 'Salinan register disampaikan; 41 permohonan menunggu tanda tangan (contoh).',
  });
  await examine(at(20), certificate.caseId, {
    form: 'a',
    about: 'Akta tidak terbit dalam waktu yang dijanjikan (contoh).',
    isFound: true,
  });
  await askInWriting(at(6), certificate.caseId, {
    kind: 'clarification',
    ground: 'Register menunjukkan permohonan lengkap sejak Agustus (contoh).',
    asked: 'Mengapa akta belum ditandatangani, dan kapan diselesaikan? (contoh)',
    opener: 'koordinator@klungkung.example',
  });

  // Refused by the plenary; waiting for it; just come in; other ways in.
  const refused = await report(
    at(30),
    {
      ...ROAD,
      title: 'Sengketa batas tanah dengan tetangga (contoh)',
      account: 'Tetangga membangun tembok melewati batas tanah (contoh).',
    },
    secret('refused'),
  );
  await verify(at(27), refused.caseId, 'refuse');
  await meet(at(26), [
    {
      caseId: refused.caseId,
      decision: 'refuse',
      reasons: 'Bukan penyelenggaraan pelayanan publik; dapat diselesaikan di pengadilan (contoh).',
    },
  ]);
  // What many told one by one, and what became of it.
  await playRecurring(at, secret);
  await takeUpRecurring(at);

  const road = await report(at(8), ROAD, secret('road'));
  await verify(at(6), road.caseId);
  await report(at(1), LEVY, secret('levy'));
  await report(
    at(1),
    {
      ...REFERRAL,
      title: 'Pasien gawat ditolak (contoh)',
      account: 'Pasien gawat ditolak masuk ruang gawat darurat (contoh).',
      access: 'RCO',
      channel: 'telephone',
      rapidCriteria: ['threat-to-life'],
      rapidReason: 'Pasien menunggu di halaman (contoh).',
    },
    secret('rapid'),
    'pojok',
  );
  await report(
    at(3),
    {
      ...SCHOOL,
      title: 'Bertanya cara mengurus mutasi siswa (contoh)',
      account: 'Bertanya ke mana mengurus mutasi siswa (contoh).',
      access: 'KNL',
      channel: 'counter',
      advice: 'Dijelaskan alur mutasi dan kantor yang berwenang (contoh).',
    },
    secret('advice'),
    'pojok',
  );
  await caseDeadlinesErrand(tools);
  return [{ what: 'example cases', count: 40 }];
}

/** The agency reports on both actions; the first report is judged. */
async function carryOut(at: (daysAgo: number) => Tools, caseId: string): Promise<void> {
  const agency = await player(at(20), 'dinkes@klungkung.example');
  const judge = await player(at(15), 'resolusi');
  for (const [index, { id }] of (await obligationsOf(at(20).db, { caseId })).entries()) {
    const target = { obligationId: id, version: null };
    must(await moveObligation(at(25), agency, { ...target, action: 'start', text: 'Mulai dikerjakan (contoh).' }));
    must(
      await moveObligation(at(20 - index), agency, {
        ...target,
        action: 'report',
        text: 'Sudah dilaksanakan, bukti terlampir (contoh).',
      }),
    );
    if (index > 0) continue;
    const verdict = { action: 'carried-out', text: 'Sesuai (contoh).', lookedAt: 'Salinan surat rujukan (contoh)' } as const;
    must(await moveObligation(at(15), judge, { ...target, ...verdict }));
  }
}
