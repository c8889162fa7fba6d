/** Photographs as they are kept: smaller, so that they go over a slow line, and without what the camera wrote into them. */
const LONGEST_SIDE = 2560;
const QUALITY = 0.85;

/** The picture drawn anew; what is no picture, or cannot be drawn here, as it came. */
export async function asKept(file: File): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }> {
  const original = async () => ({ bytes: new Uint8Array(await file.arrayBuffer()), type: file.type });
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || typeof createImageBitmap !== 'function') return original();
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const brush = canvas.getContext('2d');
    if (!brush) return original();
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return drawn ? { bytes: new Uint8Array(await drawn.arrayBuffer()), type: 'image/jpeg' } : original();
  } catch {
    return original();
  }
}

/** Where the device is, if it may tell and knows within some seconds. */
export function whereAmI(): Promise<{ latitude: number; longitude: number } | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      () => resolve(null),
      { timeout: 8000, maximumAge: 60_000, enableHighAccuracy: true },
    );
  });
}
