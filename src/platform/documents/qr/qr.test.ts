import { describe, expect, test } from 'vitest';
import { composePdf } from '../compose/compose-pdf.ts';
import { has, render } from '../testing/outside-tools.ts';
import { readQr } from '../testing/read-qr.ts';
import { qrDrawing, qrPng, qrSvg } from './qr.ts';

const ADDRESS = 'https://tuntas.example.go.id/verify/0042-SPK-2024?k=Zm9vYmFyYmF6cXV4';

describe('a QR code', () => {
  test('is read back from the picture on a page', async () => {
    expect(await readQr(qrSvg(ADDRESS, 'Kode "QR" & lainnya'))).toBe(ADDRESS);
  });

  test('is read back from the picture to download', async () => {
    expect(await readQr(await qrPng(ADDRESS))).toBe(ADDRESS);
  });

  test.skipIf(!has('pdftoppm'))('is read back from a printed page (pdftoppm)', async () => {
    const pdf = await composePdf({
      title: 'QR',
      lang: 'id',
      author: 'Tuntas',
      at: new Date(0),
      blocks: [
        { kind: 'heading', level: 1, text: 'Periksa' },
        { kind: 'figure', drawing: qrDrawing(ADDRESS), width: 80, alt: 'Kode QR' },
      ],
    });
    expect(await readQr(render(pdf, 200), 1654)).toBe(ADDRESS);
  });
});
