import { composePdf } from '../compose/compose-pdf.ts';
import type { KeyTools } from '../keys/document-keys.ts';
import { sealPdf } from './seal-pdf.ts';
import type { Signer } from './signer.ts';

export function smallPdf(text = 'Dokumen percobaan (contoh)'): Promise<Uint8Array> {
  return composePdf({
    title: 'Uji segel',
    lang: 'id',
    author: 'Tuntas',
    at: new Date('2026-03-17T02:00:00Z'),
    blocks: [
      { kind: 'heading', level: 1, text },
      { kind: 'paragraph', text: 'Isi dokumen yang disegel.' },
    ],
  });
}

export async function sealedPdf(tools: Pick<KeyTools, 'clock'>, signer: Signer, times = 1): Promise<Uint8Array> {
  let pdf = await smallPdf();
  for (let time = 1; time <= times; time += 1) {
    pdf = await sealPdf(pdf, signer, { reason: 'Segel percobaan', at: tools.clock.now(), field: `Segel ${time}` });
  }
  return pdf;
}
