/**
 * pdfkit writes the document's title into its XML metadata as it is: a title with `&` would make the file invalid. The plain dictionary
 * beside it wants the text unescaped, so both cannot be had from one value; this steps between the two.
 */
export function escapedForXmp(doc: PDFKit.PDFDocument): void {
  const inner = doc as unknown as { info: Record<string, unknown>; endMetadata(): void };
  const endMetadata = inner.endMetadata.bind(doc);
  inner.endMetadata = () => {
    // The plain dictionary has been written by now.
    for (const [key, value] of Object.entries(inner.info)) if (typeof value === 'string') inner.info[key] = escaped(value);
    endMetadata();
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] as string)
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\uffff]/gu, '');
}
