/** Whether bytes are a PDF with pages that opens without a password: asked of scans before they are kept as what was signed on paper. */
export async function isReadablePdf(bytes: Uint8Array): Promise<boolean> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf('%PDF-') < 0) return false;
  try {
    const { PDF } = await import('@libpdf/core');
    const file = await PDF.load(bytes);
    return file.getPageCount() > 0;
  } catch {
    return false;
  }
}
