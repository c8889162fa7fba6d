import { Temporal } from '../../../kernel/time.ts';
import type { BundlePiece } from './bundle.ts';

export function piece(given: Partial<BundlePiece> & { readonly key: string }): BundlePiece {
  return {
    kind: 'document',
    number: null,
    title: 'Surat permintaan penjelasan',
    at: Temporal.Instant.from('2026-03-17T02:00:00Z'),
    mediaType: 'application/pdf',
    extension: '.pdf',
    sha256: null,
    bytes: 10,
    audience: 'parties',
    holdsIdentity: false,
    text: null,
    open: async () => undefined,
    ...given,
  };
}
