import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const unbrotli = promisify(brotliDecompress);

/**
 * The Chromium that `@sparticuz/chromium` carries in node_modules, unpacked once into `.tmp`, with the shared libraries (nss and
 * friends) and the fonts a bare machine lacks. The package's own launcher is not used: it is made for serverless functions
 * (single process, fixed places in /tmp).
 *
 * Only Linux on x64 is carried; elsewhere a browser must be installed or named in `TUNTAS_TEST_BROWSER`.
 */
export async function bundledBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found. Install Chromium or Chrome, or name its executable in TUNTAS_TEST_BROWSER.');
  }
  // Its package.json is not exported; the entry lies one folder below the package's root.
  const carried = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(carried, 'package.json'), 'utf8')) as { version: string };
  const home = join(process.cwd(), '.tmp', `chromium-${version}`);
  if (!existsSync(home)) await unpack(join(carried, 'bin'), home);
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** Unpacks beside the final place and moves it in at the end, so that several test processes may do it at once. */
async function unpack(packed: string, home: string): Promise<void> {
  const draft = `${home}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const read = async (name: string) => unbrotli(await readFile(join(packed, name)));
  await writeFile(join(draft, 'chromium'), await read('chromium.br'), { mode: 0o755 });
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    for (const file of filesOfTar(await read(archive))) {
      const path = join(draft, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.content);
    }
  }
  await writeFile(join(draft, 'fonts.conf'), fontSettings(home));
  try {
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Someone else was faster: theirs is the same.
    if (!existsSync(home)) throw error;
  }
}

/** The regular files of a ustar archive with short names, which is all the package has. */
function* filesOfTar(archive: Buffer): Generator<{ path: string; content: Buffer }> {
  let offset = 0;
  while (offset + 512 <= archive.length && archive[offset] !== 0) {
    const text = (from: number, length: number) =>
      archive.toString('utf8', offset + from, offset + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const type = text(156, 1);
    if (type === '' || type === '0') yield { path: text(0, 100), content: archive.subarray(offset + 512, offset + 512 + size) };
    offset += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The carried fonts first, so that screenshots look alike on every machine. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fontcache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
