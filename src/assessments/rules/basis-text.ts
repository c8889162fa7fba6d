import { type Basis, REGULATIONS, shortName } from '../../law/index.ts';

/** A legal basis as authors write it, one line: `PO 22/2016 Pasal 5`, `Keputusan Tuntas 0020`, or a document in its own words. */
export function writeBasis(basis: Basis | null): string {
  if (basis === null) return '';
  if ('regulation' in basis) return [shortName(basis.regulation), basis.place].filter(Boolean).join(' ');
  return 'decision' in basis ? `Keputusan Tuntas ${basis.decision}` : basis.document;
}

/** The way back: a regulation of the register, one of our own decisions, or a document; `null` for nothing. */
export function readBasis(written: string): Basis | null {
  const text = written.trim().replace(/\s+/g, ' ');
  if (text === '') return null;
  const decision = /^keputusan tuntas (\d{4})$/i.exec(text)?.[1];
  if (decision !== undefined) return { decision };
  const regulation = Object.values(REGULATIONS).find(({ id }) => {
    const name = shortName(id).toLowerCase();
    return text.toLowerCase() === name || text.toLowerCase().startsWith(`${name} `);
  });
  if (!regulation) return { document: text };
  const place = text.slice(shortName(regulation.id).length).trim();
  return { regulation: regulation.id, ...(place ? { place } : {}) };
}
