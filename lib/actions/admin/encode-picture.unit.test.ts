import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { encodePicture } from './encode-picture';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c41' } });

test('a photo becomes a square WebP, turned upright, without its metadata', async () => {
  const photo = await plain(300, 200)
    .jpeg()
    .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'secret place' } } })
    .toBuffer();
  const result = await encodePicture(photo);
  const webp = 'webp' in result ? result.webp : new Uint8Array();
  const seen = await sharp(webp).metadata();
  expect(seen).toMatchObject({ format: 'webp', width: 512, height: 512 });
  expect([seen.exif, seen.icc, seen.xmp, seen.orientation]).toEqual(Array(4).fill(undefined));
  expect(Buffer.from(webp).includes('secret place')).toBe(false);
  // Turned by its orientation it stands upright: clear at both sides, full from top to bottom.
  const pixels = sharp(webp).ensureAlpha();
  const alphaAt = async (left: number, top: number) =>
    (await pixels.clone().extract({ left, top, width: 1, height: 1 }).raw().toBuffer())[3];
  expect(await alphaAt(2, 256)).toBe(0);
  expect(await alphaAt(256, 2)).toBe(255);
});

test('PNG and WebP are taken too; the same picture gives the same bytes', async () => {
  for (const format of ['png', 'webp'] as const) {
    const bytes = await plain(80, 80).toFormat(format).toBuffer();
    const [first, second] = [await encodePicture(bytes), await encodePicture(bytes)];
    expect(first).toHaveProperty('webp');
    expect(second).toEqual(first);
  }
});

test('what only claims to be a picture is none', async () => {
  const png = await plain(80, 80).png().toBuffer();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  const gif = Buffer.from('GIF89a\x01\x00\x01\x00');
  const html = Buffer.concat([png.subarray(0, 8), Buffer.from('<script>alert(1)</script>')]);
  const cut = png.subarray(0, png.length >> 1);
  for (const bytes of [svg, gif, html, cut, Buffer.from(''), Buffer.from('%PDF-1.7')]) {
    expect(await encodePicture(bytes)).toEqual({ problem: 'NOT_A_PICTURE' });
  }
});

test('a bomb is known by its header, before it is unpacked', async () => {
  const bomb = await plain(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await encodePicture(bomb)).toEqual({ problem: 'TOO_MANY_PIXELS' });
  expect(await encodePicture(await plain(80, 20).png().toBuffer())).toEqual({
    problem: 'TOO_SMALL',
  });
});
