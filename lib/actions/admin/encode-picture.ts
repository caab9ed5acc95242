import sharp from 'sharp';

/** Side of the square that pictures are served in: sharp at twice the size of a card. */
const SIDE_PIXELS = 512;
const LEAST_SIDE_PIXELS = 64;
/** About 8,000 × 5,000, what a good camera makes; a bomb of a few kilobytes unpacks to far more. */
const MOST_PIXELS = 40_000_000;
const MOST_SECONDS = 10;
const QUALITY = 82;

export type PictureProblem = 'NOT_A_PICTURE' | 'TOO_MANY_PIXELS' | 'TOO_SMALL';

/**
 * Makes the picture that the shop serves out of an uploaded one: WebP, square, turned as the camera
 * meant it, without its metadata (place, device, comments). The content decides what it is, not its
 * name; nothing of the original bytes is kept.
 *
 * @param bytes JPEG, PNG or WebP; anything else, SVG too, is no picture here
 */
export async function encodePicture(
  bytes: Uint8Array,
): Promise<{ webp: Uint8Array } | { problem: PictureProblem }> {
  if (!looksLikePicture(bytes)) return { problem: 'NOT_A_PICTURE' };
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  try {
    // The header alone: nothing is unpacked before its size is known.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return { problem: 'TOO_MANY_PIXELS' };
    if (Math.min(width, height) < LEAST_SIDE_PIXELS) return { problem: 'TOO_SMALL' };
    const webp = await open()
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize(SIDE_PIXELS, SIDE_PIXELS, { fit: 'contain', background: '#0000' })
      .webp({ quality: QUALITY })
      .toBuffer();
    return { webp };
  } catch {
    // Whatever the decoder says of it, it cannot be shown.
    return { problem: 'NOT_A_PICTURE' };
  }
}

/** By the first bytes, before any decoder sees it. */
function looksLikePicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  const jpeg = start.startsWith('\xFF\xD8\xFF');
  const png = start.startsWith('\x89PNG\r\n\x1A\n');
  const webp = start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP';
  return jpeg || png || webp;
}
