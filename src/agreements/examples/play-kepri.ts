/**
 * Kepulauan Riau: the province and six of its seven regencies and cities have signed; of Bintan there is no record (as reported when the last of them
 * signed). Days other than the province's are placeholders, and their source says so.
 */
import { Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { record } from './record.ts';
import { onDay, todayOf } from './stage.ts';

const GOVERNMENTS = [
  { code: '21', name: 'Pemerintah Provinsi Kepulauan Riau', head: 'Gubernur Kepulauan Riau' },
  { code: '21.71', name: 'Pemerintah Kota Batam', head: 'Wali Kota Batam' },
  { code: '21.03', name: 'Pemerintah Kabupaten Natuna', head: 'Bupati Natuna' },
  { code: '21.05', name: 'Pemerintah Kabupaten Kepulauan Anambas', head: 'Bupati Kepulauan Anambas' },
  { code: '21.04', name: 'Pemerintah Kabupaten Lingga', head: 'Bupati Lingga' },
  { code: '21.72', name: 'Pemerintah Kota Tanjungpinang', head: 'Wali Kota Tanjungpinang' },
  { code: '21.02', name: 'Pemerintah Kabupaten Karimun', head: 'Bupati Karimun' },
] as const;

const RENEWED = Temporal.PlainDate.from('2025-09-15');

export async function playKepri(tools: Tools): Promise<void> {
  const today = todayOf(tools);
  const signedOn = Temporal.PlainDate.compare(RENEWED, today.subtract({ days: 7 })) < 0 ? RENEWED : today.subtract({ days: 7 });
  for (const [index, { code, name, head }] of GOVERNMENTS.entries())
    await record(onDay(tools, today), {
      ...{ title: `Nota Kesepakatan Ombudsman RI dan ${name} (contoh)`, office: 'ori.kepulauan-riau', government: code },
      hands: { ombudsman: 'Kepala Perwakilan Ombudsman RI Kepulauan Riau', government: head },
      programmes: ['faster-settlement', 'prevention', 'competence'],
      ...{ place: 'Tanjungpinang', signedOn, until: signedOn.add({ years: 5 }).subtract({ days: 1 }) },
      source: 'Pemberitaan tentang penandatanganan di Kepulauan Riau; hari dan nomor naskah perlu dicocokkan (contoh).',
      numbers: { ombudsman: `CONTOH/${index + 1}/ORI-KEPRI`, government: `CONTOH/${index + 1}` },
      by: 'pencegahan@ombudsman-kepri',
      // Of the last one nobody has named whom to ask yet.
      hasFocalPoints: index < GOVERNMENTS.length - 1,
    });
}
