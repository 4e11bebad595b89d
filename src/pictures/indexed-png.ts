import { crc32, deflateSync } from "node:zlib";

/** Pixels as a renderer gives them: four bytes each (red, green, blue, opacity), row by row. */
export type Pixels = { width: number; height: number; rgba: Uint8Array };

/** Colours that a palette holds. */
const most = 256;

/**
 * An opaque picture of few colours as a PNG with a palette: a third of the size, and people pay for data. Colours are
 * rounded to 16 steps, so that those at the edges of letters are few. Null where it has more of them than a palette holds.
 */
export function indexedPng({ width, height, rgba }: Pixels): Uint8Array | null {
  const places = new Map<number, number>();
  // A row begins with a byte that says how it is filtered: not at all.
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const colour = (step(rgba[at]) << 16) | (step(rgba[at + 1]) << 8) | step(rgba[at + 2]);
      let place = places.get(colour);
      if (place === undefined) {
        place = places.size;
        if (place === most) return null;
        places.set(colour, place);
      }
      rows[y * (width + 1) + 1 + x] = place;
    }
  const palette = Buffer.from(
    [...places.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits a pixel, by a palette, deflated
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The nearest of 16 steps; white stays white. */
const step = (value = 0): number => Math.min(255, ((value + 8) >> 4) << 4);

/** Length, kind, content, and a sum over the last two (PNG specification, 5.3). */
function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
