import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Programs that judge PDFs independently of us. The product needs none of them; tests use them where they are installed, and with
 * `TUNTAS_TEST_TOOLS=required` a missing one fails the tests that ask for it instead of skipping them.
 */
export function has(program: 'qpdf' | 'pdfsig' | 'pdftotext' | 'pdftoppm' | 'pdffonts' | 'pdfinfo'): boolean {
  try {
    execFileSync(program, [program === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.TUNTAS_TEST_TOOLS === 'required') throw new Error(`${program} is not installed, and tests are to use it`);
    return false;
  }
}

/** What a program prints about a PDF; `$` among its arguments stands for the file. @throws when it ends with a failure */
export function judge(program: string, pdf: Uint8Array, ...args: string[]): string {
  return onFile(pdf, (file) =>
    execFileSync(
      program,
      args.map((arg) => (arg === '$' ? file : arg)),
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 50_000_000 },
    ),
  );
}

/** The first page as a picture (PNG). */
export function render(pdf: Uint8Array, dotsPerInch = 150): Buffer {
  return onFile(pdf, (file) =>
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-png', file], { maxBuffer: 50_000_000 }),
  );
}

function onFile<T>(pdf: Uint8Array, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tuntas-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
