import { inflateSync } from "node:zlib";

/** What a PNG with a palette shows; throws where it is not one, or a sum of its chunks is wrong. */
export function readPng(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  if (bytes.subarray(0, 8).toString("latin1") !== "\x89PNG\r\n\x1a\n") throw new Error("no PNG");
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    if (sumOf(body) !== bytes.readUInt32BE(at + 8 + length)) throw new Error("a wrong sum");
    chunks.set(body.toString("latin1", 0, 4), body.subarray(4));
    at += 12 + length;
  }
  const head = chunks.get("IHDR") ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const palette = chunks.get("PLTE") ?? Buffer.alloc(0);
  return {
    ...{ width, height, ended: chunks.has("IEND"), colours: palette.length / 3 },
    /** Red, green and blue of a point. */
    at: (x: number, y: number): number[] => {
      const place = rows[y * (width + 1) + 1 + x] ?? 0;
      return [...palette.subarray(place * 3, place * 3 + 3)];
    },
  };
}

/** CRC-32 bit by bit, as the PNG specification defines it: not by the library that wrote it. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
