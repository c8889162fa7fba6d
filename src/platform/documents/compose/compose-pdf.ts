import type { Document } from './model.ts';

/**
 * Sets a document as a tagged PDF 1.7 that declares PDF/A-2b (with attachments PDF/A-3b): typefaces embedded with their meaning in
 * Unicode, colours tied to sRGB, title and language told, and a structure that voices can read: headings, paragraphs, lists, tables with
 * head cells, figures with their words. Page numbers and ornament are marked as such.
 *
 * Same document, same bytes. The file is held in memory as a whole, because sealing needs the whole. The library behind is
 * loaded with the first document: most processes never make one.
 */
export async function composePdf(document: Document): Promise<Uint8Array> {
  const { setDocument } = await import('./set-document.ts');
  return setDocument(document);
}
