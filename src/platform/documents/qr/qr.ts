import { create, toBuffer } from 'qrcode';
import type { Drawing } from '../compose/model.ts';

/** Modules of quiet around the code, as ISO/IEC 18004 wants it; without it many cameras find nothing. */
const QUIET = 4;
/** A quarter of the code may be dirty or torn. */
const CORRECTION = 'Q';

/** A QR code as paths, for paper and for `qrSvg`; one unit is one module. */
export function qrDrawing(text: string): Drawing {
  const { size, data } = create(text, { errorCorrectionLevel: CORRECTION }).modules;
  const side = size + 2 * QUIET;
  let d = '';
  for (let row = 0; row < size; row += 1) {
    // Dark modules beside one another are one rectangle: no hairlines between them, and a smaller file.
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue;
      const from = column;
      while (column + 1 < size && data[row * size + column + 1]) column += 1;
      d += `M${from + QUIET} ${row + QUIET}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  }
  return {
    viewBox: [side, side],
    paths: [
      { d: `M0 0h${side}v${side}h-${side}z`, fill: 'white' },
      { d, fill: 'text' },
    ],
  };
}

/** A QR code for a page, `side` pixels wide: black on white in dark mode too, since cameras want it so. `label` is read aloud. */
export function qrSvg(text: string, label: string, side = 180): string {
  const { viewBox, paths } = qrDrawing(text);
  const [ground, code] = paths;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${viewBox.join(' ')}" width="${side}" height="${side}" role="img" aria-label="${attribute(label)}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="${ground?.d}"/><path fill="#000" d="${code?.d}"/></svg>`
  );
}

/** A QR code as a picture to download, each module `scale` pixels wide. */
export function qrPng(text: string, scale = 8): Promise<Buffer> {
  return toBuffer(text, { errorCorrectionLevel: CORRECTION, margin: QUIET, scale });
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
