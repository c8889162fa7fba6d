/**
 * What belongs into a case file: numbered documents and answers, evidence, what was written on the case, and the complaint it came from
 * with its files. Further sources are added to `SOURCES`; each gives `BundlePiece`s and says who may read them and what may
 * tell who the reporter is.
 */
import { Readable } from 'node:stream';
import { downloadName } from '../../../../complaints/index.ts';
import type { Db } from '../../../../platform/database/database.ts';
import { getSealed } from '../../../../platform/files/seal.ts';
import { openFile } from '../../../../platform/files/take-file.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { Case } from '../../../rules/case.ts';
import { ENTRY_AUDIENCES } from '../../../rules/decision.ts';
import type { CaseDocument } from '../../../rules/documents/document.ts';
import { ANSWER_LABEL, documentKind } from '../../../rules/documents/kinds.ts';
import { inProcedure } from '../../../rules/documents/procedure-words.ts';
import { ENTRY_KINDS } from '../../../rules/entry-kinds.ts';
import { OBLIGATION_KIND_LABELS } from '../../../rules/obligations/obligation.ts';
import { STEP_LABELS } from '../../../rules/obligations/steps.ts';
import type { BundlePiece, PieceAudience } from '../../../rules/reports/bundle.ts';
import { documentsOf } from '../../../store/documents/documents.ts';
import { filesOfDocument } from '../../../store/documents/files.ts';
import { evidenceOf } from '../../../store/examination/evidence.ts';
import { carriedOver } from '../../../store/intake/carried-over.ts';
import { caseFilesOf } from '../../../store/intake/files.ts';
import { filesOfObligation, stepsOf as obligationStepsOf, obligationsOf } from '../../../store/obligations/obligations.ts';
import { caseEntries } from '../../../store/timeline.ts';
import { complaintText } from './complaint-text.ts';

export type Piece = BundlePiece<Readable>;
type Vault = Pick<Tools, 'db' | 'files' | 'keys' | 'random'>;
type Source = (tools: Vault, file: Case) => Promise<readonly Piece[]>;

const SOURCES: readonly Source[] = [documentPieces, evidencePieces, entryPieces, obligationPieces, complaintPieces, filePieces];

/** Every piece of a case file; nothing is opened yet. Who may ask: rules/reports/permissions.ts. */
export async function piecesOf(tools: Vault, file: Case): Promise<readonly Piece[]> {
  const found: Piece[] = [];
  for (const source of SOURCES) found.push(...(await source(tools, file)));
  return found;
}

const extensionOf = (mediaType: string) => `.${downloadName('', 1, mediaType).split('.').at(-1)}`;

function stored(tools: Vault, key: string, given: Omit<Piece, 'open' | 'text'>): Piece {
  return { ...given, text: null, open: () => getSealed(tools, key) };
}

type Written = Omit<Piece, 'open' | 'mediaType' | 'extension' | 'sha256' | 'bytes' | 'text'>;

/** A text, written out as a file of its own. */
export function written(text: string, given: Written): Piece {
  const bytes = Buffer.from(text.endsWith('\n') ? text : `${text}\n`);
  return {
    ...given,
    ...{ text, mediaType: 'text/plain', extension: '.txt', sha256: null, bytes: bytes.length },
    open: async () => Readable.from([bytes], { objectMode: false }),
  };
}

/** Who a document was for: what went to nobody outside stays inside. */
function audienceOf({ recipients, direction }: CaseDocument): PieceAudience {
  if (direction === 'in') return 'respondent';
  const toReporter = recipients.some(({ kind }) => kind === 'reporter');
  const toOthers = recipients.some(({ kind }) => kind !== 'reporter' && kind !== 'internal');
  return toReporter ? (toOthers ? 'parties' : 'reporter') : toOthers ? 'respondent' : 'internal';
}

async function documentPieces(tools: Vault, { id, ruleSet }: Case): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  // What an agency sent and was taken in as evidence is packed there.
  const evidence = new Set((await evidenceOf(tools.db, id)).map(({ answerFileId }) => answerFileId));
  for (const one of await documentsOf(tools.db, id)) {
    const title = one.kind === 'answer' ? ANSWER_LABEL.id : inProcedure(documentKind(one.kind).label.id, ruleSet);
    const holdsIdentity = one.recipients.some(({ kind }) => kind === 'reporter');
    const common = { kind: 'document' as const, number: one.number, title, audience: audienceOf(one), holdsIdentity };
    if (one.file) {
      const { key, bytes, sha256, sealedAt } = one.file;
      const facts = {
        ...common,
        key: `document:${one.id}`,
        at: sealedAt,
        mediaType: 'application/pdf',
        extension: '.pdf',
        sha256,
        bytes,
      };
      pieces.push(stored(tools, key, facts));
    } else if (one.direction === 'in' && one.fields.text) {
      pieces.push(written(one.fields.text, { ...common, key: `document:${one.id}`, at: one.receivedAt ?? one.draftedAt }));
    }
    for (const file of await filesOfDocument(tools.db, one.id)) {
      if (evidence.has(file.id)) continue;
      pieces.push(
        stored(tools, file.fileKey, {
          ...common,
          ...{ key: `document-file:${file.id}`, title: `${title}, lampiran`, at: file.addedAt, mediaType: file.mediaType },
          ...{ extension: file.extension, sha256: file.sha256, bytes: file.bytes },
          // A slip of delivery shows who signed for it.
          holdsIdentity: holdsIdentity || file.purpose === 'slip',
        }),
      );
    }
  }
  return pieces;
}

async function evidencePieces(tools: Vault, { id }: Case): Promise<readonly Piece[]> {
  return (await evidenceOf(tools.db, id)).flatMap((item) => {
    if (!item.file) return [];
    const { fileKey, shownKey, mediaType, extension, sha256, bytes } = item.file;
    const piece = stored(tools, fileKey, {
      ...{ key: `evidence:${item.id}`, kind: 'evidence', number: `Bukti ${item.no}`, title: item.description, at: item.takenAt },
      ...{ mediaType, extension, sha256, bytes, audience: 'parties' },
      // Only what came with a respondent's document certainly did not come from the reporter or a witness.
      holdsIdentity: item.documentId === null,
    });
    return [shownKey === null ? piece : { ...piece, openClean: () => getSealed(tools, shownKey) }];
  });
}

async function entryPieces(tools: Vault, { id }: Case): Promise<readonly Piece[]> {
  return (await caseEntries(tools.db as Db, id, ENTRY_AUDIENCES)).map((entry) =>
    written(entry.text, {
      ...{ key: `entry:${entry.id}`, kind: 'entry', number: null, title: ENTRY_KINDS[entry.kind]?.id ?? 'Catatan', at: entry.at },
      ...{ audience: entry.audience, holdsIdentity: entry.author === 'complainant' || entry.audience === 'reporter' },
    }),
  );
}

/** What is owed, with what either side wrote and the evidence of the agency. Nothing in it comes from the reporter. */
async function obligationPieces(tools: Vault, { id }: Case): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const one of await obligationsOf(tools.db, { caseId: id })) {
    const title = `${OBLIGATION_KIND_LABELS[one.kind].id} ${one.ordinal}`;
    const common = { kind: 'obligation' as const, number: null, audience: 'parties' as const, holdsIdentity: false };
    pieces.push(
      written(`${one.text}\n\n${one.evidenceAsked}`, { ...common, key: `obligation:${one.id}`, title, at: one.issuedAt }),
    );
    for (const step of (await obligationStepsOf(tools.db, one.id)).filter(({ text }) => text !== '')) {
      const said = { ...common, key: `obligation-step:${step.id}`, title: `${title}: ${STEP_LABELS[step.kind].id}`, at: step.at };
      pieces.push(written([step.text, step.lookedAt].filter(Boolean).join('\n\n'), said));
    }
    const moments = new Map((await obligationStepsOf(tools.db, one.id)).map((step) => [step.id, step.at]));
    for (const file of await filesOfObligation(tools.db, one.id)) {
      pieces.push({
        ...common,
        ...{ key: `obligation-file:${file.id}`, title: `${title}, bukti`, at: moments.get(file.step_id) ?? one.issuedAt },
        ...{ mediaType: file.media_type, extension: file.extension, sha256: file.sha256, bytes: Number(file.bytes), text: null },
        open: () => openFile(tools, file.store_key),
      });
    }
  }
  return pieces;
}

/** The complaint as it was when it was brought over. */
async function complaintPieces(tools: Vault, { id }: Case): Promise<readonly Piece[]> {
  const carried = await carriedOver(tools.db, id);
  if (!carried) return [];
  return [
    written(await complaintText(tools.db, carried.snapshot), {
      ...{ key: `complaint:${carried.complaintId}`, kind: 'complaint', number: null, title: 'Pengaduan sebelum menjadi laporan' },
      ...{ at: carried.at, audience: 'reporter', holdsIdentity: true },
    }),
  ];
}

/** Files that came with the report, the complaint before it, or what was written later. Those taken in as evidence are there already. */
async function filePieces(tools: Vault, { id }: Case): Promise<readonly Piece[]> {
  const [files, evidence] = [await caseFilesOf(tools.db, id), await evidenceOf(tools.db, id)];
  const taken = new Set(evidence.map(({ caseFileId }) => caseFileId));
  return files
    .filter((file) => !taken.has(file.id))
    .map((file) =>
      stored(tools, file.storeKey, {
        ...{
          key: `file:${file.id}`,
          kind: 'complaint-file',
          number: null,
          title: 'Lampiran',
          at: file.at,
          mediaType: file.mediaType,
        },
        ...{ extension: extensionOf(file.mediaType), sha256: Buffer.from(file.sha256).toString('hex'), bytes: file.bytes },
        ...{ audience: file.audience, holdsIdentity: file.author === 'complainant' || file.audience === 'reporter' },
      }),
    );
}
