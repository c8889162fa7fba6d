/** What hangs at the counter: the service in short and a QR code to its page. Printed by the browser on A4 or A5. */
import QRCode from 'qrcode';
import { BackLink, PageHeading, page } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { DELIVERY_CODES } from '../../rules/components.ts';
import { StandardList } from '../telling.tsx';
import { wordsIn } from '../words.ts';
import { publicService } from './service-page.tsx';

export async function counterSheet(c: WebContext): Promise<Response> {
  const found = await publicService(c, c.req.param('number') ?? '');
  if (!found || found.isGone) return c.notFound();
  const language = c.get('language');
  const words = wordsIn(language);
  const { service, version, agency } = found;
  const address = addressOfService(c, service.number);
  return page(
    c,
    {
      title: `${words.sheetTitle}: ${version.name}`,
      before: <BackLink href={`/services/${service.number}`} text={words.backToService} />,
    },
    <div class="tuntas-sheet">
      <p class="tuntas-sheet__how">{words.sheetLead}</p>
      <PageHeading caption={agency.name}>{version.name}</PageHeading>
      <StandardList content={version} codes={DELIVERY_CODES} language={language} />
      <div class="tuntas-sheet__code">
        <img src={`/services/${service.number}/qr.svg`} alt={words.qrAlt(version.name)} width="180" height="180" />
        <p>
          {words.sheetScan}:<br />
          <strong>{address}</strong>
        </p>
      </div>
      <p class="tuntas-sheet__how">
        <a href={`/services/${service.number}/qr.svg`}>SVG</a> · <a href={`/services/${service.number}/qr.png`}>PNG</a>
      </p>
    </div>,
  );
}

function addressOfService(c: WebContext, number: string): string {
  return new URL(`/services/${number}`, c.get('tools').settings.baseUrl).href;
}

/** Medium error correction: a sheet behind scratched plastic is still read. */
const CODE = { errorCorrectionLevel: 'M', margin: 4 } as const;
const A_DAY = { 'Cache-Control': 'public, max-age=86400' };

export async function qrCode(c: WebContext, kind: 'svg' | 'png'): Promise<Response> {
  const found = await publicService(c, c.req.param('number') ?? '');
  if (!found || found.isGone) return c.notFound();
  const address = addressOfService(c, found.service.number);
  if (kind === 'svg') {
    const svg = await QRCode.toString(address, { ...CODE, type: 'svg' });
    return c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=UTF-8', ...A_DAY });
  }
  const png = await QRCode.toBuffer(address, { ...CODE, width: 1024 });
  return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', ...A_DAY });
}
