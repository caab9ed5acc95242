/**
 * The pictures that stand beside a link to the shop where it is shared. Drawn by sharp, whose text
 * comes from Pango with a font file that is at hand: no service, no font and no emoji is fetched.
 */

import 'server-only';
import path from 'node:path';
import sharp from 'sharp';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;
/** Room for text beside the art, and without it. */
const TEXT_WIDTH = { beside: 560, alone: WIDTH - 2 * MARGIN };
const TEXT_HEIGHT = 300;
const ART = { tile: 430, art: 330 };

const FONT_FILE = path.join(
  process.cwd(),
  'node_modules/pretendard/dist/public/static/Pretendard-Bold.otf',
);

/** The light theme's primary, ink and muted (`app/styles/tokens.css`). */
const COLOURS = { primary: '#0F6B66', ink: '#121917', muted: '#55605C' };

/** The light theme's tints by category, as `app/styles/tokens.css` has them. */
const TINTS: Record<string, string> = {
  fresh: '#EAF4E4',
  pantry: '#FBF1E0',
  kitchen: '#E4F1F4',
  living: '#EFECF9',
  beauty: '#FBEAF0',
  hobby: '#FCECE4',
};
const NEUTRAL_TINT = '#E2F2F0';

const AWNING = `
  <g transform="translate(${MARGIN} 76) scale(1.75)" fill="${COLOURS.primary}">
    <path d="M5.6 5h20.8l3 8.2a3.9 3.9 0 0 1-6.6 3 4.6 4.6 0 0 1-6.8 0 4.6 4.6 0 0 1-6.8 0 3.9 3.9 0 0 1-6.6-3z"/>
    <path opacity=".55" d="M6 20.3q1.8-.2 3.2-1.2a7.3 7.3 0 0 0 6.8 .7 7.3 7.3 0 0 0 6.8-.7q1.4 1 3.2 1.2V26a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 6 26z"/>
  </g>`;

interface SharePicture {
  brand: string;
  title: string;
  caption: string;
  /** The product's picture (WebP) and its category's slug. */
  art?: { webp: Uint8Array; category: string };
}

/** Draws one as JPEG, 1200 × 630 px, which every service that shows links takes. */
export async function drawSharePicture({
  brand,
  title,
  caption,
  art,
}: SharePicture): Promise<Uint8Array> {
  const width = art ? TEXT_WIDTH.beside : TEXT_WIDTH.alone;
  const top = art ? 190 : 240;
  const size = art ? 68 : 92;
  const [name, head, foot] = await Promise.all([
    drawText(brand, brand, { size: 40, colour: COLOURS.primary, width, height: 60 }),
    drawText(title, brand, { size, colour: COLOURS.ink, width, height: TEXT_HEIGHT }),
    drawText(caption, brand, { size: 32, colour: COLOURS.muted, width, height: 90 }),
  ]);
  const tint = TINTS[art?.category ?? ''] ?? NEUTRAL_TINT;
  const tileLeft = WIDTH - MARGIN - ART.tile;
  const tileTop = (HEIGHT - ART.tile) / 2;
  const tile = art
    ? `<rect x="${tileLeft}" y="${tileTop}" width="${ART.tile}" height="${ART.tile}" rx="40" fill="${tint}"/>`
    : '';
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="#FFFFFF"/>
    <rect width="100%" height="14" fill="${COLOURS.primary}"/>${AWNING}${tile}</svg>`;
  const layers = [
    { input: name.data, left: MARGIN + 72, top: 84 },
    { input: head.data, left: MARGIN, top },
    { input: foot.data, left: MARGIN, top: top + head.height + 28 },
  ];
  if (art) {
    const inset = (ART.tile - ART.art) / 2;
    const input = await sharp(art.webp)
      .resize(ART.art, ART.art, { fit: 'contain', background: '#00000000' })
      .png()
      .toBuffer();
    layers.push({ input, left: tileLeft + inset, top: tileTop + inset });
  }
  return sharp(Buffer.from(ground)).composite(layers).jpeg({ quality: 88 }).toBuffer();
}

/** What the font has no glyph for would be drawn as a box: emoji above all. */
const DRAWN = /[^\p{Script=Hangul}\p{Script=Latin}\p{N}\p{P}\p{Zs}₩+=<>|~°%]/gu;
/** Between two Korean syllables a line may break; in a heading it should not. */
const INSIDE_A_WORD = /(?<=\p{Script=Hangul})(?=\p{Script=Hangul})/gu;
const WORD_JOINER = '\u2060';
const MOST_CHARACTERS = 80;

/** @param otherwise what stands there when nothing of the text can be drawn */
async function drawText(
  text: string,
  otherwise: string,
  { size, colour, width, height }: { size: number; colour: string; width: number; height: number },
) {
  const kept = [...text.normalize('NFC').replace(DRAWN, '').replace(/\s+/g, ' ').trim()];
  const shown =
    kept.length > MOST_CHARACTERS
      ? `${kept.slice(0, MOST_CHARACTERS - 1).join('')}…`
      : kept.join('');
  const markup = (shown || otherwise)
    .replace(INSIDE_A_WORD, WORD_JOINER)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
  const drawn = await sharp({
    text: {
      text: `<span foreground="${colour}">${markup}</span>`,
      font: `Pretendard Bold ${size}`,
      fontfile: FONT_FILE,
      rgba: true,
      width,
      dpi: 72,
      wrap: 'word-char',
      spacing: Math.round(size / 8),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  if (drawn.info.height <= height) return { data: drawn.data, height: drawn.info.height };
  // Smaller, until it fits: a long name is better small than cut.
  return drawText(text, otherwise, { size: Math.floor(size * 0.8), colour, width, height });
}
