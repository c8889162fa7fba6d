/** The sealed file of a published evaluation. Safe to run again after a crash at any point, by two at once too. */
import { createHash } from 'node:crypto';
import { formatDay, formatMoment } from '../../../design/index.ts';
import { agenciesByIds, zoneOfRegion } from '../../../directory/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type Block, composePdf, type Document, sealPdf, trialSigner } from '../../../platform/documents/index.ts';
import { putSealed } from '../../../platform/files/seal.ts';
import { removeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { peerStandings, pointsText } from '../../rules/rad/evaluate.ts';
import type { TakenEvaluation } from '../../rules/rad/evaluation.ts';
import { INDICATOR_DATA } from '../../rules/rad/indicators.ts';
import { tellFacts, tellMissing } from '../../rules/rad/tell-figures.ts';
import { TRIAL_NOTE, TRIAL_WORDS } from '../../rules/trial-seal.ts';
import { evaluationsOfYear, keepPdf, loadEvaluation } from '../../store/rad/evaluations.ts';

export async function makeEvaluationPdf(tools: Tools, evaluationId: string): Promise<void> {
  const evaluation = await loadEvaluation(tools.db, evaluationId);
  if (evaluation?.state !== 'published' || evaluation.pdfKey !== null) return;
  const plain = await composePdf(await evaluationDocument(tools, evaluation));
  const at = evaluation.publishedAt ?? evaluation.figuresAt;
  const pdf = await sealPdf(plain, await trialSigner(tools), {
    reason: `Segel percobaan atas evaluasi pengelolaan pengaduan ${evaluation.year}`,
    at,
    field: 'Segel 1',
  });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const key = `rad-evaluations/${evaluation.id}/${tools.random.id()}.pdf`;
  await putSealed(tools, key, pdf);
  const isKept = await inTransaction(tools, async (tx) => {
    if (!(await keepPdf(tx, evaluation.id, key, sha256))) return false;
    await appendEvents(tools, tx, { kind: 'rad-evaluation', id: evaluation.id }, [
      {
        type: 'rad-evaluation-sealed',
        at: tools.clock.now(),
        actor: 'errand:agreements.rad-evaluation-pdf',
        payload: { sha256 },
      },
    ]);
    return true;
  });
  if (!isKept) await removeFile(tools, key);
}

/** In Indonesian: it goes to the files of the government. Every page says that the seal is a trial. */
async function evaluationDocument(tools: Tools, evaluation: TakenEvaluation): Promise<Document> {
  const agencies = await agenciesByIds(tools.db, [evaluation.governmentId, evaluation.evaluatorId]);
  const government = agencies.get(evaluation.governmentId);
  const zone = zoneOfRegion(government?.regionCode ?? '31');
  const at = evaluation.publishedAt ?? evaluation.figuresAt;
  const title = `Evaluasi pengelolaan pengaduan ${evaluation.year}: ${government?.name ?? ''}`;
  const { evaluation: result, from, until } = evaluation.figures;
  const day = (text: string) => formatDay(Temporal.PlainDate.from(text), 'id');
  return {
    ...{ title, lang: 'id', author: 'Tuntas', at: new Date(at.epochMilliseconds) },
    footer: {
      text: `${title} · ${TRIAL_WORDS}`,
      pageNumber: (now, all) => `${now} / ${all}`,
    },
    blocks: [
      { kind: 'paragraph', text: 'SP4N-LAPOR! · Evaluasi rencana aksi dan pengelolaan pengaduan', colour: 'muted', after: 2 },
      { kind: 'heading', level: 1, text: title },
      ...(evaluation.isExample
        ? [{ kind: 'note', tone: 'warning', text: 'Data contoh, bukan keadaan sebenarnya.' } as const]
        : []),
      {
        kind: 'facts',
        rows: [
          { name: 'Penilai', value: agencies.get(evaluation.evaluatorId)?.name ?? '' },
          { name: 'Kurun waktu pengaduan', value: `${day(from)} sampai ${day(until)}` },
          { name: 'Angka diambil', value: formatMoment(evaluation.figuresAt, zone, 'id') },
          { name: 'Diumumkan', value: formatMoment(at, zone, 'id') },
          { name: 'Edisi', value: String(evaluation.edition) },
          {
            name: 'Nilai',
            value:
              result.score === null
                ? `Belum dapat dinilai: hanya ${result.known}% bobot yang diketahui`
                : `${pointsText(result.score, 'id')} dari 100 (dari ${result.known}% bobot yang diketahui)`,
          },
        ],
      },
      ...(await peersBlock(tools, evaluation)),
      { kind: 'heading', level: 2, text: 'Indikator' },
      {
        kind: 'table',
        rowHeaders: true,
        size: 8.5,
        columns: [
          { title: 'Indikator', width: 3 },
          { title: 'Bobot', width: 1, align: 'right' },
          { title: 'Keadaan', width: 5 },
          { title: 'Nilai', width: 1.1, align: 'right' },
        ],
        rows: result.points.map(({ indicator, points, weight }) => [
          INDICATOR_DATA[indicator].label.id,
          `${weight}%`,
          tellFacts(indicator, evaluation.figures.facts, { rule: evaluation.figures.rule, language: 'id', viewer: 'public' }),
          points === null ? tellMissing(indicator, evaluation.figures.facts, 'id') : pointsText(points, 'id'),
        ]),
      },
      { kind: 'heading', level: 2, text: 'Tanggapan pemerintah daerah' },
      {
        kind: 'paragraph',
        text: evaluation.answer === '' ? 'Tidak ada tanggapan dalam waktu yang diberikan.' : evaluation.answer,
      },
      { kind: 'heading', level: 2, text: 'Cara membaca' },
      {
        kind: 'list',
        items: [
          'Bobot dan ambang adalah ketetapan bawaan aplikasi (belum terkonfirmasi): peraturan yang mengaturnya belum ditemukan.',
          'Yang tidak ada datanya tidak dihitung sebagai nol: bobotnya keluar dari pembagi dan disebut.',
          'Nilai tidak untuk dijadikan peringkat. Jumlah pengaduan, luas wilayah dan saluran yang dipakai berbeda-beda.',
          TRIAL_NOTE,
        ],
      },
      ...result.points.map(
        ({ indicator }): Block => ({
          kind: 'paragraph',
          size: 8,
          text: [
            { text: `${INDICATOR_DATA[indicator].label.id}. `, bold: true },
            { text: INDICATOR_DATA[indicator].definition.id },
          ],
        }),
      ),
    ],
  };
}

async function peersBlock(tools: Tools, evaluation: TakenEvaluation): Promise<readonly Block[]> {
  const all = await evaluationsOfYear(tools.db, evaluation.year, { publishedOnly: true });
  const agencies = await agenciesByIds(
    tools.db,
    all.map(({ governmentId }) => governmentId),
  );
  const peers = all.map(({ governmentId, figures }) => ({
    ...{ governmentId, kind: agencies.get(governmentId)?.kind ?? '', score: figures.evaluation.score },
  }));
  const standing = peerStandings(peers).get(evaluation.governmentId);
  if (!standing) return [];
  const side = { above: 'di atas', at: 'sama dengan', below: 'di bawah' }[standing.side];
  return [
    {
      kind: 'paragraph',
      text: `Saat berkas ini dibuat: ${side} nilai tengah ${pointsText(standing.median, 'id')} dari ${standing.of} pemerintah daerah sejenis${standing.isSmall ? '; kelompoknya kecil, sehingga perbandingan ini tidak banyak artinya' : ''}.`,
    },
  ];
}
