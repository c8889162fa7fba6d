import sharp, { type Sharp } from 'sharp';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { UPLOAD_LIMITS } from './limits.ts';

export interface Picture {
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

export interface CleanedPicture {
  readonly picture: Picture;
  readonly thumbnail: Picture;
}

export type PictureRefusal = 'picture-unreadable' | 'picture-too-many-pixels';

/** Longest side in pixels: enough to read a number plate or a letter in, and less to send over a slow line. */
const LONGEST_SIDE = 4096;
const THUMBNAIL_SIDE = 400;
const SECONDS = 30;

// The library can read many more formats, some through large parsers of their own. Only these may ever be fed from outside.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadNsgifBuffer'],
});
sharp.cache(false);

/**
 * Makes a picture anew from its pixels: turned the right way up, within a sensible size, and without anything else the file carried (place,
 * time, device, thumbnails of the uncut picture, data behind its end). Of a moving picture the first frame stays.
 * Photos become JPEG, pictures with transparency WebP.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<Result<CleanedPicture, PictureRefusal>> {
  return oneOfTwo(async () => {
    try {
      const { width, height, hasAlpha } = await open(bytes, false).metadata();
      if (width * height > UPLOAD_LIMITS.imagePixels.value) return refuse('picture-too-many-pixels');
      const upright = () => open(bytes).autoOrient().toColourspace('srgb').timeout({ seconds: SECONDS });
      const picture = await encode(upright(), LONGEST_SIDE, hasAlpha);
      const thumbnail = await encode(upright(), THUMBNAIL_SIDE, hasAlpha);
      return ok({ picture, thumbnail });
    } catch {
      // A picture the library cannot read is the sender's, and its messages quote the file.
      return refuse('picture-unreadable');
    }
  });
}

/** @param limit pixels at which decoding stops by itself, behind our own look at the header; `false` for that look, which decodes nothing */
function open(bytes: Uint8Array, limit: number | false = UPLOAD_LIMITS.imagePixels.value): Sharp {
  return sharp(bytes, { limitInputPixels: limit, failOn: 'error', pages: 1 });
}

/** A kept picture as JPEG, which every PDF can hold; what was transparent becomes white. @throws when it is none that we read */
export function asJpeg(picture: Uint8Array): Promise<Buffer> {
  return oneOfTwo(() =>
    open(picture).flatten({ background: '#ffffff' }).timeout({ seconds: SECONDS }).jpeg({ quality: 85 }).toBuffer(),
  );
}

async function encode(source: Sharp, side: number, hasAlpha: boolean): Promise<Picture> {
  const sized = source.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const encoded = hasAlpha ? sized.webp({ quality: 85 }) : sized.jpeg({ quality: 85, progressive: true });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { bytes: data, mediaType: hasAlpha ? 'image/webp' : 'image/jpeg', width: info.width, height: info.height };
}

let working = 0;
const queue: (() => void)[] = [];

/** A decoded picture takes a quarter of a gigabyte at the worst: never more than two at once in a process. */
async function oneOfTwo<T>(work: () => Promise<T>): Promise<T> {
  if (working >= 2) await new Promise<void>((resolve) => queue.push(resolve));
  else working++;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next === undefined) working--;
    else next();
  }
}
