/** The file of an agreement before anybody has signed it. */

import { agenciesByIds } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { composePdf, qrDrawing } from '../../../platform/documents/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { fillText } from '../../rules/signing/fields.ts';
import type { TextSection } from '../../rules/signing/text.ts';
import { linesOf } from '../../store/lines.ts';
import { textStateOf } from './readiness.ts';
import { signingDocument } from './signing-document.ts';

export interface MadeDocument {
  readonly pdf: Uint8Array;
  readonly textNo: number;
  /** With their fields filled in. */
  readonly sections: readonly TextSection[];
}

/** @returns `undefined` when nobody has begun a text */
export async function makeDocument(
  tools: Pick<Tools, 'clock' | 'settings'>,
  db: Db | Tx,
  agreement: Agreement,
  isDraft: boolean,
): Promise<MadeDocument | undefined> {
  const { text, values, facts } = await textStateOf(db, agreement);
  if (!text) return undefined;
  const sections = text.sections.map((section) => ({
    ...section,
    heading: fillText(section.heading, values).text,
    body: fillText(section.body, values).text,
  }));
  const lines = await linesOf(db, agreement.id);
  const offices = await agenciesByIds(
    db,
    lines.map(({ owner }) => owner.agencyId),
  );
  const address = `${tools.settings.baseUrl}/agreements/${agreement.code}`;
  const pdf = await composePdf(
    signingDocument({
      ...{ agreement, sections, lines, address, isDraft },
      offices: new Map([...offices].map(([id, { name }]) => [id, name])),
      programmes: new Map(facts.programmes.map(({ code, label }) => [code, label.id])),
      qr: {
        ...{ kind: 'figure', width: 60, align: 'right', drawing: await qrDrawing(address) },
        alt: `Kode QR menuju ${address}`,
      },
      at: new Date(tools.clock.now().epochMilliseconds),
    }),
  );
  return { pdf, textNo: text.no, sections };
}
