/** The proof of a complaint's record, to be checked without us: kind, time and actor of every event, and the content the reader may know. */
import { proofFor } from '../../../platform/audit/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import { loadFile } from '../telling/load-file.ts';
import { onComplaint } from './opened.tsx';

export function mountProof(app: WebRoutes): void {
  app.get(
    '/desk/complaints/:trackingNumber/proof.json',
    onComplaint(async ({ c, tools, complaint, actor }) => {
      const { timeline } = await loadFile(tools.db, complaint, actor);
      const known = new Set(timeline.map((item) => item.seq));
      const proof = await proofFor(tools.db, complaint.id, {
        disclose: (event) => (known.has(event.seq) ? 'opened' : 'closed'),
      });
      if (!proof) return c.notFound();
      return c.json(proof, 200, {
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="${showTrackingNumber(complaint.trackingNumber)}-bukti.json"`,
      });
    }),
  );
}
