import jsQR from 'jsqr';
import sharp from 'sharp';

/** What a camera reads in a picture (SVG, PNG): the text of the QR code in it, null when it finds none. */
export async function readQr(picture: Uint8Array | string, width = 900): Promise<string | null> {
  const image = sharp(typeof picture === 'string' ? Buffer.from(picture) : picture).flatten({ background: '#ffffff' });
  const { data, info } = await image
    .resize({ width, kernel: 'nearest' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}
