/** The file of an agreement before anybody has signed it. */

import { agenciesByIds } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { composePdf, qrDrawing } from '../../../platform/documents/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { fillText } from '../../rules/signing/fields.ts';
import type { TextSection } from '../../rules/signing/text.ts';
import { linesOf } from '../../store/lines.ts';
import { type TextState, textStateOf } from './readiness.ts';
import { signingDocument } from './signing-document.ts';

/** What is printed on it, as it stood when it was read. */
export interface Printed {
  readonly textNo: number;
  /** With their fields filled in. */
  readonly sections: readonly TextSection[];
  /** Of the plan, in their order. */
  readonly lines: readonly Line[];
}

export interface MadeDocument extends Printed {
  readonly pdf: Uint8Array;
}

/** @returns `undefined` when nobody has begun a text */
export async function printedOf(db: Db | Tx, agreement: Agreement, state?: TextState): Promise<Printed | undefined> {
  const { text, values } = state ?? (await textStateOf(db, agreement));
  if (!text) return undefined;
  const sections = text.sections.map((section) => ({
    ...section,
    heading: fillText(section.heading, values).text,
    body: fillText(section.body, values).text,
  }));
  return { textNo: text.no, sections, lines: await linesOf(db, agreement.id) };
}

/** Whether the same would be printed now: neither the text, nor what fills it (the day of a ceremony), nor a line of the plan has changed. */
export function isPrintedAlike(one: Printed, other: Printed | undefined): boolean {
  const marks = ({ textNo, sections, lines }: Printed) =>
    JSON.stringify([textNo, sections, lines.map(({ id, version }) => [id, version])]);
  return other !== undefined && marks(one) === marks(other);
}

/** @returns `undefined` when nobody has begun a text */
export async function makeDocument(
  tools: Pick<Tools, 'clock' | 'settings'>,
  db: Db | Tx,
  agreement: Agreement,
  isDraft: boolean,
): Promise<MadeDocument | undefined> {
  const state = await textStateOf(db, agreement);
  const printed = await printedOf(db, agreement, state);
  if (!printed) return undefined;
  const { sections, lines } = printed;
  const offices = await agenciesByIds(
    db,
    lines.map(({ owner }) => owner.agencyId),
  );
  const address = `${tools.settings.baseUrl}/agreements/${agreement.code}`;
  const pdf = await composePdf(
    signingDocument({
      ...{ agreement, sections, lines, address, isDraft },
      offices: new Map([...offices].map(([id, { name }]) => [id, name])),
      programmes: new Map(state.facts.programmes.map(({ code, label }) => [code, label.id])),
      qr: {
        ...{ kind: 'figure', width: 60, align: 'right', drawing: await qrDrawing(address) },
        alt: `Kode QR menuju ${address}`,
      },
      at: new Date(tools.clock.now().epochMilliseconds),
    }),
  );
  return { ...printed, pdf };
}
