/**
 * Klungkung: a memorandum that follows an older one after some uncovered days, its yearly work plan of four programmes under way, and a commitment that
 * twelve heads of offices were asked to sign and two have not.
 */
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { createAgreement } from '../actions/create-agreement.ts';
import { changeHands } from '../actions/register/change-hands.ts';
import { nameFocalPoint } from '../actions/register/name-focal-point.ts';
import { takeStep } from '../actions/register/take-step.ts';
import { openSigning, takeEffect } from '../actions/signing/round-steps.ts';
import { signAgreement } from '../actions/signing/sign.ts';
import { beginText } from '../actions/signing/write-text.ts';
import type { Agreement } from '../rules/agreement.ts';
import { lastRound } from '../store/signing/rounds.ts';
import { playChanges } from './play-changes.ts';
import { playGrants } from './play-grants.ts';
import { planLines, playProgress } from './play-lines.ts';
import { playReviews } from './play-reviews.ts';
import { playSources } from './play-sources.ts';
import { BASIS, record } from './record.ts';
import { actor, agency, as, current, must, onDay, todayOf } from './stage.ts';

const FOUR = ['faster-settlement', 'prevention', 'data-exchange', 'competence'] as const;
const HEAD = 'Kepala Perwakilan Ombudsman RI Bali';

export async function playKlungkung(tools: Tools): Promise<void> {
  const today = todayOf(tools);
  const renewed = today.subtract({ days: 400 });
  const common = {
    ...{ office: 'ori.bali', government: '51.05', place: 'Semarapura', source: '' },
    by: 'pencegahan@ombudsman-bali',
    compares: 'kepala@ombudsman-bali',
    hands: { ombudsman: HEAD, government: 'Sekretaris Daerah Kabupaten Klungkung', witness: 'Bupati Klungkung' },
  } as const;
  const first = await record(tools, {
    ...common,
    title: 'Nota Kesepakatan Ombudsman RI dan Pemerintah Kabupaten Klungkung (contoh)',
    programmes: ['faster-settlement', 'prevention', 'competence'],
    signedOn: renewed.subtract({ years: 5, days: 29 }),
    until: renewed.subtract({ days: 30 }),
    numbers: { ombudsman: 'CONTOH/3/ORI-BALI', government: 'CONTOH/119/5' },
  });
  const memorandum = await record(tools, {
    ...common,
    title: 'Nota Kesepakatan Ombudsman RI dan Pemerintah Kabupaten Klungkung, pembaruan (contoh)',
    ...{ programmes: FOUR, predecessorId: first.id, signedOn: renewed },
    until: renewed.add({ years: 5 }).subtract({ days: 1 }),
    numbers: { ombudsman: 'CONTOH/21/ORI-BALI', government: 'CONTOH/119/17' },
  });
  // The plan of the year that has run for a month at least.
  const { year } = today.subtract({ days: 31 });
  const plan = await signPlan(tools, memorandum, year);
  await playProgress(tools, plan.id);
  await playSources(tools, plan.id);
  await playReviews(tools, plan.id);
  await playChanges(tools, plan.id);
  await playGrants(tools, await current(tools, memorandum.id), renewed);
  await commit(tools, memorandum);
}

/** Signed in the application: Ombudsman and secretary, the regent as witness. */
async function signPlan(tools: Tools, parent: Agreement, year: number): Promise<Agreement> {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  // A plan made late in its year binds from the day its memorandum does.
  const from =
    Temporal.PlainDate.compare(first, parent.inForceFrom as Day) < 0 ? (parent.inForceFrom as Day) : first.add({ days: 19 });
  const prepared = onDay(tools, from.subtract({ days: 9 }));
  const clerk = await actor(prepared, 'pencegahan@ombudsman-bali');
  const [office, government] = [await agency(tools, 'ori.bali'), await agency(tools, '51.05')];
  const draft = must(
    await createAgreement(prepared, clerk, {
      ...{ kind: 'rencana-kerja', title: `Rencana Kerja ${year} Ombudsman RI dan Pemerintah Kabupaten Klungkung (contoh)` },
      ...{ basis: BASIS, purpose: 'Melaksanakan nota kesepakatan (contoh).', programmes: FOUR, yearFrom: year, yearUntil: year },
      parties: [
        { agencyId: office, name: '', ownNumber: `CONTOH/RK/${year}` },
        { agencyId: government, name: '', ownNumber: `CONTOH/RK.1/${year}` },
      ],
      ...{ place: 'Semarapura', keeperId: office, parentId: parent.id, isExample: true },
      ...{ inForceFrom: from, inForceUntil: first.with({ month: 12, day: 31 }) },
    }),
  );
  const sign = [
    { account: 'kepala@ombudsman-bali', party: 1, ordinal: 1, capacity: 'signs', position: HEAD },
    { account: 'sekda@klungkung', party: 2, ordinal: 2, capacity: 'signs', position: 'Sekretaris Daerah Kabupaten Klungkung' },
    { account: 'pimpinan@klungkung', party: 2, ordinal: 3, capacity: 'witnesses', position: 'Bupati Klungkung' },
  ] as const;
  for (const [index, position] of ['Asisten pencegahan maladministrasi', 'Koordinator pengaduan'].entries())
    must(
      await nameFocalPoint(prepared, clerk, as(await current(tools, draft.id)), {
        ...{ partyId: draft.parties[index]?.id ?? '', agencyId: null, position, officeMail: '', since: null },
        personId: (await actor(prepared, index === 0 ? 'pencegahan@ombudsman-bali' : 'koordinator@klungkung')).personId,
      }),
    );
  await planLines(tools, draft.id);
  return signed(tools, draft.id, from, sign);
}

interface Hand {
  readonly account: `${string}@${string}`;
  readonly party: number;
  readonly ordinal: number;
  readonly capacity: 'signs' | 'witnesses';
  readonly position: string;
}

/** From the draft to the last signature: text, settled, opened, signed in order on the day. @param missing the last ones, who do not sign */
async function signed(tools: Tools, id: string, day: Day, hands: readonly Hand[], missing = 0): Promise<Agreement> {
  const prepared = onDay(tools, day.subtract({ days: 5 }));
  const { officeId, keeperId } = await current(tools, id);
  const clerk = await actor(prepared, officeId === keeperId ? 'pencegahan@ombudsman-bali' : 'koordinator@klungkung');
  const orders = [];
  for (const { account, ...hand } of hands) {
    const person = await actor(prepared, account);
    orders.push({ ...hand, id: null, name: '', personId: person.personId });
  }
  must(await changeHands(prepared, clerk, as(await current(tools, id)), orders));
  must(await beginText(prepared, clerk, id));
  must(await takeStep(prepared, clerk, as(await current(tools, id)), 'settle', { reason: '' }));
  const opened = onDay(tools, day.subtract({ days: 2 }));
  must(await openSigning(opened, clerk, as(await current(tools, id))));
  const at = onDay(tools, day);
  for (const { account } of hands.slice(0, hands.length - missing)) {
    const signer = await actor(at, account);
    const agreement = await current(tools, id);
    const signatory = agreement.signatories.find(({ personId }) => personId === signer.personId);
    const round = await lastRound(tools.db, id);
    must(
      await signAgreement(at, signer, {
        ...{ agreementId: id, signatoryId: signatory?.id ?? '', sha256: round?.file.sha256 ?? '' },
      }),
    );
  }
  return current(tools, id);
}

const OFFICES = [
  ['dinkes', '51.05.dinkes', 'Kepala Dinas Kesehatan'],
  ['disdik', '51.05.disdik', 'Kepala Dinas Pendidikan, Kepemudaan dan Olahraga'],
  ['dinsos', '51.05.dinsos', 'Kepala Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak'],
  ['pupr', '51.05.pupr', 'Kepala Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman'],
  ['dishub', '51.05.dishub', 'Kepala Dinas Perhubungan'],
  ['kominfo', '51.05.kominfo', 'Kepala Dinas Komunikasi dan Informatika'],
  ['dlh', '51.05.dlh', 'Kepala Dinas Lingkungan Hidup dan Pertanahan'],
  ['inspektorat', '51.05.inspektorat', 'Inspektur'],
  ['dukcapil', '51.05.dukcapil', 'Kepala Dinas Kependudukan dan Pencatatan Sipil'],
  ['rsud', '51.05.dinkes.rsud', 'Direktur RSUD'],
  ['satpolpp', '51.05.satpolpp', 'Kepala Satuan Polisi Pamong Praja dan Pemadam Kebakaran'],
  ['dpmptsp', '51.05.dpmptsp', 'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'],
] as const;

/** One text, twelve hands; it takes effect with ten of them, and the public sees who is missing. */
async function commit(tools: Tools, parent: Agreement): Promise<void> {
  const today = todayOf(tools);
  const day = today.subtract({ days: 45 });
  const prepared = onDay(tools, day.subtract({ days: 12 }));
  const clerk = await actor(prepared, 'koordinator@klungkung');
  const parties = [];
  for (const [, code] of OFFICES) parties.push({ agencyId: await agency(tools, code), name: '', ownNumber: '' });
  const draft = must(
    await createAgreement(prepared, clerk, {
      ...{ kind: 'komitmen', title: 'Komitmen Kepala Perangkat Daerah Klungkung: setiap layanan punya standar (contoh)' },
      ...{ basis: BASIS, purpose: 'Setiap layanan punya standar yang diumumkan dan pengaduan dijawab tepat waktu (contoh).' },
      ...{ programmes: ['faster-settlement', 'prevention'], yearFrom: day.year, yearUntil: day.year + 1 },
      ...{ parties, place: 'Semarapura', keeperId: await agency(tools, '51.05'), parentId: parent.id, isExample: true },
      ...{ inForceFrom: day, inForceUntil: day.add({ years: 1 }).subtract({ days: 1 }) },
    }),
  );
  const hands = OFFICES.map(
    ([office, , position], index): Hand => ({
      ...{ account: `kepala-${office}@klungkung`, party: index + 1, ordinal: 1, capacity: 'signs', position },
    }),
  );
  const at = onDay(tools, day.add({ days: 3 }));
  await signed(tools, draft.id, day, hands, 2);
  must(
    await takeEffect(
      at,
      await actor(at, 'koordinator@klungkung'),
      as(await current(tools, draft.id)),
      'Sepuluh dari dua belas sudah menandatangani (contoh).',
    ),
  );
}
