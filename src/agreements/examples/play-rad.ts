/** Bali collects action plans: one is adopted, one waits for the province, one is being drafted, of the others nothing has come. */
import type { Tools } from '../../platform/tools.ts';
import { beginRad } from '../actions/rad/begin-rad.ts';
import { openCollection, whomToAsk } from '../actions/rad/collections.ts';
import { addTeamDecree } from '../actions/rad/decrees.ts';
import { adoptRad, stepRad } from '../actions/rad/step-rad.ts';
import { templates } from '../store/rad/templates.ts';
import { actor, agency, as, current, examplePaper, must, onDay, todayOf } from './stage.ts';

export async function playRad(tools: Tools): Promise<void> {
  const today = todayOf(tools);
  const before = (days: number) => onDay(tools, today.subtract({ days }));
  const opened = before(60);
  const openerId = await agency(tools, '51');
  const [template] = (await templates(tools.db)).filter(({ state }) => state === 'published');
  const years = { yearFrom: today.year, yearUntil: today.year + 1 };
  const collection = must(
    await openCollection(opened, await actor(opened, 'koordinator@bali'), {
      ...{ openerId, title: `RAD SP4N-LAPOR! kabupaten/kota se-Bali ${years.yearFrom}-${years.yearUntil} (contoh)`, ...years },
      note: 'Mohon disusun bersama perangkat daerah yang paling banyak menerima laporan (contoh).',
      ...{ templateId: template?.id ?? null, dueOn: today.add({ days: 14 }), isExample: true },
      governmentIds: ((await whomToAsk(tools.db, openerId)) ?? []).map((one) => one.agency.id),
    }),
  );
  const begin = async (days: number, code: string, account: `${string}@${string}`) => {
    const at = before(days);
    return must(
      await beginRad(at, await actor(at, account), {
        ...{ governmentId: await agency(tools, code), ...years, templateId: template?.id ?? null },
        ...{ collectionId: collection.id, isExample: true },
      }),
    ).id;
  };
  const step = async (days: number, id: string, account: `${string}@${string}`, action: 'hand-in' | 'accept') => {
    const at = before(days);
    must(await stepRad(at, await actor(at, account), as(await current(tools, id)), { action }));
  };
  const klungkung = await begin(50, '51.05', 'koordinator@klungkung');
  await step(40, klungkung, 'koordinator@klungkung', 'hand-in');
  await step(30, klungkung, 'koordinator@bali', 'accept');
  await step(20, klungkung, 'verifikator@nasional', 'accept');
  const adopted = before(10);
  const clerk = await actor(adopted, 'koordinator@klungkung');
  must(
    await adoptRad(adopted, clerk, as(await current(tools, klungkung)), {
      ...{ number: 'CONTOH/188/RAD', decidedOn: today.subtract({ days: 12 }), inForceFrom: null },
      upload: await examplePaper('Keputusan bupati tentang RAD SP4N-LAPOR! (contoh)', today),
    }),
  );
  must(
    await addTeamDecree(adopted, clerk, {
      ...{ governmentId: await agency(tools, '51.05'), zone: 'Asia/Makassar', number: 'CONTOH/12/TIM' },
      ...{ decidedOn: today.subtract({ days: 300 }), validUntil: null },
      upload: await examplePaper('Keputusan tim pengelola pengaduan (contoh)', today),
    }),
  );
  const denpasar = await begin(25, '51.71', 'koordinator@denpasar');
  await step(8, denpasar, 'koordinator@denpasar', 'hand-in');
  await begin(5, '51.03', 'koordinator@badung');
}
