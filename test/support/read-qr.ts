import jsqrModule from "jsqr";

type Read = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
const { default: read } = jsqrModule as unknown as { default: Read };

/** Pixels a square of the picture gets on each side. */
const scale = 4;

/** What a telephone reads in a picture to scan, of an SVG made of squares. */
export function readSvg(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const squares = [...svg.matchAll(/M(\d+),(\d+)h(\d+)v\3h-\3z/g)];
  const side = Number(squares[0]?.[3]);
  const dark = new Set(squares.map(([, x, y]) => `${Number(x) / side},${Number(y) / side}`));
  return readSquares(size / side, (x, y) => dark.has(`${x},${y}`));
}

/** The same of half blocks on a terminal, light on dark. */
export function readBlocks(lines: string): string {
  const rows = lines.split("\n").filter((line) => /^[█▀▄ ]{20,}$/.test(line));
  const width = rows[0]?.length ?? 0;
  const light = (x: number, y: number): boolean => {
    const sign = rows[Math.floor(y / 2)]?.[x];
    return sign === "█" || sign === (y % 2 === 0 ? "▀" : "▄");
  };
  return readSquares(width, (x, y) => !light(x, y));
}

function readSquares(size: number, isDark: (x: number, y: number) => boolean): string {
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++)
      if (isDark(Math.floor(x / scale), Math.floor(y / scale)))
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  const found = read(pixels, width, width);
  if (!found) throw new Error("there is nothing to be read in the picture");
  return found.data;
}
