/** Bali beside Klungkung: a memorandum of the province that lapses soon, one that has lapsed with its successor still being discussed. */
import type { Tools } from '../../platform/tools.ts';
import { createAgreement } from '../actions/create-agreement.ts';
import { takeStep } from '../actions/register/take-step.ts';
import { addComment, answerComment } from '../actions/signing/comment.ts';
import { beginText } from '../actions/signing/write-text.ts';
import { commentsOf } from '../store/signing/comments.ts';
import { playDenpasar } from './play-denpasar.ts';
import { BASIS, record } from './record.ts';
import { actor, agency, as, current, must, onDay, todayOf } from './stage.ts';

const FOUR = ['faster-settlement', 'prevention', 'data-exchange', 'competence'] as const;
const HEAD = 'Kepala Perwakilan Ombudsman RI Bali';

export async function playBali(tools: Tools): Promise<void> {
  const today = todayOf(tools);
  const five = (days: number) => today.add({ days }).subtract({ years: 5 });
  const common = {
    office: 'ori.bali',
    programmes: FOUR,
    by: 'pencegahan@ombudsman-bali',
    compares: 'kepala@ombudsman-bali',
    source: '',
  } as const;
  // Within the 180 days in which everybody is told.
  await record(tools, {
    ...common,
    ...{ title: 'Nota Kesepakatan Ombudsman RI dan Pemerintah Provinsi Bali (contoh)', government: '51', place: 'Denpasar' },
    hands: { ombudsman: HEAD, government: 'Sekretaris Daerah Provinsi Bali', witness: 'Gubernur Bali' },
    ...{
      signedOn: five(120),
      until: today.add({ days: 120 }),
      numbers: { ombudsman: 'CONTOH/11/ORI-BALI', government: 'CONTOH/075.1' },
    },
  });
  // Within the 90.
  const denpasar = await record(tools, {
    ...common,
    ...{ title: 'Nota Kesepakatan Ombudsman RI dan Pemerintah Kota Denpasar (contoh)', government: '51.71', place: 'Denpasar' },
    hands: { ombudsman: HEAD, government: 'Wali Kota Denpasar' },
    ...{
      signedOn: five(60),
      until: today.add({ days: 60 }),
      numbers: { ombudsman: 'CONTOH/12/ORI-BALI', government: 'CONTOH/180.7' },
    },
  });
  const lapsed = await record(tools, {
    ...common,
    ...{
      title: 'Nota Kesepakatan Ombudsman RI dan Pemerintah Kabupaten Badung (contoh)',
      government: '51.03',
      place: 'Mangupura',
    },
    hands: { ombudsman: HEAD, government: 'Bupati Badung' },
    ...{
      signedOn: five(-40),
      until: today.subtract({ days: 40 }),
      numbers: { ombudsman: 'CONTOH/9/ORI-BALI', government: 'CONTOH/415.4' },
    },
  });
  await discuss(tools, lapsed.id);
  await playDenpasar(tools, denpasar);
}

/** Its successor: the text goes to the other side, which comments. */
async function discuss(tools: Tools, predecessorId: string): Promise<void> {
  const today = todayOf(tools);
  const begun = onDay(tools, today.subtract({ days: 20 }));
  const writer = await actor(begun, 'pencegahan@ombudsman-bali');
  const draft = must(
    await createAgreement(begun, writer, {
      ...{ kind: 'nota-kesepakatan', title: 'Nota Kesepakatan Ombudsman RI dan Pemerintah Kabupaten Badung, pembaruan (contoh)' },
      ...{ basis: BASIS, purpose: 'Melanjutkan kerja sama peningkatan kualitas pelayanan publik (contoh).', programmes: FOUR },
      parties: [
        { agencyId: await agency(tools, 'ori.bali'), name: '', ownNumber: '' },
        { agencyId: await agency(tools, '51.03'), name: '', ownNumber: '' },
      ],
      ...{ keeperId: await agency(tools, 'ori.bali'), predecessorId, place: 'Mangupura', isExample: true },
      inForceFrom: today.add({ days: 14 }),
      inForceUntil: today.add({ days: 13 }).add({ years: 5 }),
    }),
  );
  const text = must(await beginText(begun, writer, draft.id));
  must(await takeStep(begun, writer, as(await current(tools, draft.id)), 'circulate', { reason: '' }));
  const answered = onDay(tools, today.subtract({ days: 12 }));
  const section = text.sections.at(-1)?.key ?? '';
  must(
    await addComment(answered, await actor(answered, 'koordinator@badung'), {
      ...{ agreementId: draft.id, section },
      body: 'Mohon ditambah evaluasi setiap semester, bukan hanya setiap tahun (contoh).',
    }),
  );
  const [comment] = await commentsOf(tools.db, draft.id);
  if (comment)
    must(
      await answerComment(onDay(tools, today.subtract({ days: 10 })), writer, {
        ...{ agreementId: draft.id, commentId: comment.id, settles: false },
        body: 'Setuju; rumusannya kami siapkan pada konsep berikut (contoh).',
      }),
    );
}
