import { readFileSync } from 'node:fs';
import { SHIPPED_INSTRUMENTS } from '../assessments/data/shipped.ts';
import type { Instrument } from '../assessments/rules/instrument.ts';
import { readInstrument } from '../assessments/rules/instrument-file.ts';
import { tellInstrumentProblem } from '../assessments/rules/instrument-problem-words.ts';
import { judgeInstrument } from '../assessments/rules/judge-instrument.ts';
import type { Label } from '../kernel/language.ts';
import type { Cli } from './cli.ts';

export type Found = { readonly instrument: Instrument } | { readonly wrong: readonly Label[] };

/** The instrument that was meant: `penilaian-2023`, `penilaian-2023@1`, or the path of a JSON file. */
export async function findInstrument(cli: Cli, named: string, live: boolean): Promise<Found> {
  if (/\.json$|[/\\]/.test(named)) return fromFile(named);
  const [id = '', version, more] = named.split('@');
  const known = live ? await liveInstruments(cli) : SHIPPED_INSTRUMENTS;
  const ofId = known.filter((one) => one.id === id).sort((a, b) => b.version - a.version);
  const found = version === undefined ? ofId[0] : ofId.find((one) => String(one.version) === version);
  if (found && more === undefined) return { instrument: found };
  const ids = known.map((one) => `${one.id}@${one.version}`).join(', ');
  return {
    wrong: [
      {
        id: `Instrumen "${named.slice(0, 80)}" tidak dikenal. Yang ada: ${ids}; atau lintasan berkas JSON.`,
        en: `There is no instrument "${named.slice(0, 80)}". There are: ${ids}; or the path of a JSON file.`,
      },
    ],
  };
}

async function liveInstruments(cli: Cli): Promise<readonly Instrument[]> {
  const { publishedInstruments } = await import('../assessments/store/instruments.ts');
  return cli.withTools((tools) => publishedInstruments(tools.db));
}

function fromFile(path: string): Found {
  const value = readJson(path);
  if ('wrong' in value) return { wrong: [value.wrong] };
  const { instrument, problems } = readInstrument(value.json);
  if (!instrument) {
    return { wrong: problems.map(({ path: at, text }) => inFile(path, at, text)) };
  }
  const judged = judgeInstrument(instrument);
  if (judged.length > 0) return { wrong: judged.map((problem) => inFile(path, '', tellInstrumentProblem(instrument, problem))) };
  return { instrument };
}

/** `answers.json: units[0].sheets: Missing. Add it.` */
export function inFile(file: string, at: string, text: Label): Label {
  const place = [file, at].filter(Boolean).join(': ');
  return { id: `${place}: ${text.id}`, en: `${place}: ${text.en}` };
}

/** The JSON in a file; `-` is standard input. */
export function readJson(file: string): { readonly json: unknown } | { readonly wrong: Label } {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') return { wrong: { id: `${file}: berkas tidak ada.`, en: `${file}: no such file.` } };
    if (code === 'EISDIR')
      return { wrong: { id: `${file}: ini folder, bukan berkas.`, en: `${file}: this is a folder, not a file.` } };
    if (code === 'EACCES')
      return { wrong: { id: `${file}: berkas tidak boleh dibaca.`, en: `${file}: the file may not be read.` } };
    throw error;
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    // The parser tells the place in English; the sentence around it says what to do.
    const where = (error as Error).message;
    return { wrong: { id: `${file}: bukan JSON yang sah (${where}).`, en: `${file}: not valid JSON (${where}).` } };
  }
}
