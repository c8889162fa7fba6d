/** What recurs, in the examples: solved one by one, found together, one judged by nobody yet, one under review, one examined on own initiative. */
import { agencyByCode } from '../../directory/index.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { discardDraft, reviewDocument } from '../actions/documents/draft-document.ts';
import { recordReceipt } from '../actions/documents/receive-document.ts';
import { sealDocument } from '../actions/documents/seal-document.ts';
import { sendDocument } from '../actions/documents/send-document.ts';
import { closeCase } from '../actions/findings/close-case.ts';
import { draftLha } from '../actions/reviews/lha.ts';
import { openInitiative, openReview } from '../actions/reviews/settle-candidate.ts';
import { writeSuggestion } from '../actions/reviews/suggestions.ts';
import { moveReview, writeReviewSection } from '../actions/reviews/work-on-review.ts';
import { findClustersErrand } from '../errands/reviews/find-clusters.ts';
import type { Candidate } from '../rules/reviews/candidate.ts';
import type { ReviewSection } from '../rules/reviews/review.ts';
import { documentsOf, loadDocument } from '../store/documents/documents.ts';
import { candidateList } from '../store/reviews/clusters.ts';
import { current, meet, must, player, report } from './play-case.ts';
import { AID, AMBULANCE, DIALYSIS, reportsOf } from './recurring.ts';

type At = (daysAgo: number) => Tools;

/** Each came as a rapid response and was solved at once; the caller was told by telephone, so that no letter goes out. */
export async function playRecurring(at: At, secret: (name: string) => string): Promise<void> {
  const all = [AMBULANCE, DIALYSIS, AID].flatMap((problem) => reportsOf(problem).map((each) => ({ ...each, problem })));
  all.sort((a, b) => b.daysAgo - a.daysAgo);
  for (const [index, each] of all.entries()) {
    const tools = at(each.daysAgo);
    const { caseId } = await report(tools, each.report, secret(`recurring ${index}`), 'pojok');
    const verifier = await player(tools, 'pvl');
    const target = { caseId, version: (await current(tools, caseId)).version };
    must(await closeCase(tools, verifier, target, { action: 'solve-rapidly', reason: each.solved, openObligationsSeen: false }));
    for (const { id, revision } of await documentsOf(tools.db, caseId))
      must(await discardDraft(tools, verifier, { documentId: id, revision }));
  }
}

const TEXTS: readonly (readonly [section: ReviewSection, text: string])[] = [
  [
    'problem',
    'Dalam lima pekan berkali-kali diadukan jadwal cuci darah yang ditunda dan obat yang kosong. Setiap kali diselesaikan dengan memindahkan jadwal, lalu terjadi lagi (contoh).',
  ],
  ['sources', 'Respons cepat kantor ini dan kunjungan ke dua tempat layanan (contoh).'],
  ['causes', 'Obat dipesan setelah stok habis; suku cadang mesin menunggu pengadaan tahunan (contoh).'],
  ['standards', 'Standar pelayanan hemodialisis menjanjikan dua kali seminggu tanpa jeda (contoh).'],
  ['lha', 'Persediaan paling sedikit satu bulan dan kontrak perawatan mesin akan mencegah penundaan (contoh).'],
];

/** Found by the weekly search; then two of the three are taken up. */
export async function takeUpRecurring(at: At): Promise<void> {
  await findClustersErrand(at(30), {});
  const preventer = await player(at(28), 'pencegahan');
  const { lines } = await candidateList(at(28).db, preventer, 'candidate', { limit: 20 });
  const candidateAbout = async (code: string): Promise<Candidate> => {
    const agency = await agencyByCode(at(28).db, code);
    const found = lines.find(({ agencyId }) => agencyId === agency?.id);
    if (!found) throw new Error(`an example problem was not found at ${code}`);
    return found;
  };
  await reviewDialysis(at, await candidateAbout(DIALYSIS.agency));
  const aid = await candidateAbout(AID.agency);
  const examined = must(
    await openInitiative(
      at(27),
      preventer,
      { clusterId: aid.id, version: aid.version },
      {
        title: 'Bantuan darurat korban banjir tidak sampai (contoh)',
        account: 'Logistik ada di gudang, tetapi tidak dibagikan kepada pengungsi yang tidak masuk pendataan (contoh).',
        position: 'Kepala Dinas Sosial',
      },
    ),
  );
  await meet(at(24), [{ caseId: examined.id, decision: 'examine' }]);
}

/** Reviewed up to its report, which is sealed, sent and received; one suggestion runs, another one is only written. */
async function reviewDialysis(at: At, candidate: Candidate): Promise<void> {
  const [preventer, second, head] = [
    await player(at(28), 'pencegahan'),
    await player(at(28), 'asisten'),
    await player(at(28), 'kepala'),
  ];
  const opened = await openReview(
    at(28),
    preventer,
    { clusterId: candidate.id, version: candidate.version },
    { title: 'Penundaan cuci darah dan obat kosong (contoh)' },
  );
  const target = { reviewId: must(opened).id, version: null };
  const write = async (daysAgo: number, sections: readonly ReviewSection[]) => {
    for (const [section, text] of TEXTS.filter(([each]) => sections.includes(each)))
      must(await writeReviewSection(at(daysAgo), preventer, target.reviewId, { section, text, baseRevision: 0 }));
  };
  await write(26, ['problem', 'sources']);
  must(await moveReview(at(22), preventer, target, 'analyse', ''));
  await write(15, ['causes', 'standards', 'lha']);
  const suggest = (daysAgo: number, text: string, evidenceAsked: string) =>
    writeSuggestion(at(daysAgo), preventer, target, {
      ...{ kind: 'suggestion' as const, agencyId: candidate.agencyId, position: '', text, evidenceAsked },
    });
  must(await suggest(15, 'Menyediakan obat cuci darah untuk paling sedikit satu bulan (contoh).', 'Kartu persediaan'));
  must(await moveReview(at(12), head, target, 'give-lha', ''));
  const drafted = must(await draftLha(at(12), preventer, target));
  const now = async () => {
    const { revision = 0, recipients = [] } = (await loadDocument(at(10).db, drafted.id)) ?? {};
    return { target: { documentId: drafted.id, revision }, recipients };
  };
  must(await reviewDocument(at(11), second, (await now()).target));
  must(await sealDocument(at(10), head, { ...(await now()).target, looked: true }));
  const sealed = await now();
  const ways = Object.fromEntries(sealed.recipients.map(({ no }) => [no, 'hand' as const]));
  must(await sendDocument(at(10), head, { ...sealed.target, ways }));
  const on = dayOf(at(9).clock.now(), 'Asia/Makassar');
  const receipt = { recipientNo: 1, outcome: 'received', on, reason: 'Tanda terima bagian umum (contoh)' } as const;
  must(await recordReceipt(at(8), head, { ...(await now()).target, ...receipt }));
  must(await suggest(5, 'Memasang jadwal perawatan mesin di ruang tunggu (contoh).', 'Foto jadwal'));
}
