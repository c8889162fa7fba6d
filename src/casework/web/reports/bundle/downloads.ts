/** A case file or a variant of it as a ZIP that is made while it is sent, or as one PDF. */

import type { Readable } from 'node:stream';
import { agencyById } from '../../../../directory/index.ts';
import { composePdf } from '../../../../platform/documents/index.ts';
import { getSealed } from '../../../../platform/files/seal.ts';
import { answerFile } from '../../../../platform/http/answer-file.ts';
import { mergeBundle } from '../../../actions/reports/bundle/merge-bundle.ts';
import { type Bundle, takeBundle } from '../../../actions/reports/bundle/take-bundle.ts';
import { type PackedFile, zipBundle } from '../../../actions/reports/bundle/zip-bundle.ts';
import type { BundleFile } from '../../../rules/reports/bundle.ts';
import { choicesOf, type Variant } from '../../../store/reports/variants.ts';
import { type AskedBundle, type AskedPiece, type AskedVariant, unlessTooOften } from './asked.ts';
import { bundlePage } from './bundle-page.tsx';
import { indexDocument } from './index-document.ts';
import { indexWords } from './index-words.ts';
import { variantPage } from './variant-page.tsx';

export const wholeZip = (asked: AskedBundle) => zip(asked, null);
export const variantZip = (asked: AskedVariant) => zip(asked, asked.variant);
export const wholePdf = (asked: AskedBundle) => onePdf(asked, null, (errors) => bundlePage(asked, { errors, status: 409 }));
export const variantPdf = (asked: AskedVariant) =>
  onePdf(asked, asked.variant, (errors) => variantPage(asked, { errors, status: 409 }));

function redactedWord({ language }: AskedBundle): string {
  return indexWords(language).redacted;
}

async function zip(asked: AskedBundle, variant: Variant | null): Promise<Response> {
  await unlessTooOften(asked);
  const { c, tools, actor, file } = asked;
  const taken = await takeBundle(tools, actor, file, { variant, form: 'zip', redacted: redactedWord(asked) });
  if (!taken.ok) return c.notFound();
  const bundle = taken.value;
  const stream = zipBundle({
    files: bundle.files,
    at: asked.now,
    zone: file.zone,
    index: await indexOf(asked, bundle, variant, false),
  });
  return c.body(stream, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${fileName(asked, variant)}.zip"`,
    'Cache-Control': 'private, no-store',
  });
}

async function onePdf(
  asked: AskedBundle,
  variant: Variant | null,
  refused: (errors: { field: string; message: string }[]) => Promise<Response>,
): Promise<Response> {
  await unlessTooOften(asked);
  const { c, tools, actor, file, words } = asked;
  const taken = await takeBundle(tools, actor, file, { variant, form: 'pdf', redacted: redactedWord(asked) });
  if (!taken.ok) {
    return taken.refusal === 'case.bundle-too-large' ? refused([{ field: 'zip', message: words.tooLarge }]) : c.notFound();
  }
  const bundle = taken.value;
  const merged = await mergeBundle({
    files: bundle.files,
    index: await indexOf(asked, bundle, variant, true),
    pagesFor: (each) => pagesFor(asked, each),
  });
  if (!merged.ok) return refused([{ field: 'zip', message: words.tooLarge }]);
  return c.body(new Uint8Array(merged.value), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${fileName(asked, variant)}.pdf"`,
    'Cache-Control': 'private, no-store',
  });
}

const fileName = ({ file }: AskedBundle, variant: Variant | null) =>
  `berkas-${file.number.replaceAll(/[^\w.-]+/g, '-')}${variant === null ? '' : '-disamarkan'}`;

async function indexOf(asked: AskedBundle, bundle: Bundle, variant: Variant | null, merged: boolean) {
  const { tools, file, language, now } = asked;
  const office = await agencyById(tools.db, file.officeId);
  const undecided = indexWords(language).undecided;
  return (packed: readonly PackedFile[]) =>
    composePdf(
      indexDocument({
        ...{ language, caseNumber: file.number, caseTitle: file.title, officeName: office?.name ?? '', at: now, zone: file.zone },
        variant: variant && { title: variant.title, audience: variant.audience },
        pieces: packed.map(({ file: { place, piece, remark }, sha256, bytes, pages }) => ({
          ...{ place, kind: piece.kind, number: piece.number, title: piece.title, remark, at: piece.at, sha256, bytes, pages },
        })),
        leftOut: bundle.leftOut.map(({ piece, reason }) => ({ kind: piece.kind, at: piece.at, reason: reason ?? undecided })),
        keepsInternal: bundle.keepsInternal,
        merged,
      }),
    );
}

/** A text as pages; of anything else a page that says where to find it. */
function pagesFor({ language, now }: AskedBundle, { place, piece }: BundleFile<Readable>): Promise<Uint8Array> {
  const words = indexWords(language);
  const title = `${place}. ${piece.number ?? piece.title}`;
  return composePdf({
    ...{ title, lang: 'id', author: words.author, at: new Date(now.epochMilliseconds) },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(piece.text === null
        ? [{ kind: 'note' as const, tone: 'info' as const, text: words.notInPdf }]
        : piece.text
            .split(/\n{2,}/)
            .filter((paragraph) => paragraph.trim() !== '')
            .map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph }))),
    ],
  });
}

/** The redacted version of a piece, for looking whether it hides enough. */
export async function pieceVersion({ c, tools, variant, piece }: AskedPiece): Promise<Response> {
  const version = (await choicesOf(tools.db, variant)).get(piece.key)?.version;
  if (!version) return c.notFound();
  const { storeKey, mediaType, bytes } = version;
  const name = `versi-samaran${{ 'application/pdf': '.pdf', 'text/plain': '.txt', 'image/jpeg': '.jpg' }[mediaType] ?? ''}`;
  return answerFile(c, { stream: await getSealed(tools, storeKey), mediaType, size: bytes, name });
}
