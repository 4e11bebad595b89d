import { expect, test } from "vitest";
import { occupationSector } from "../../src/rules/occupation-sector.ts";

test.for([
  ["ojek-online", "transport"],
  ["sopir", "transport"],
  ["pedagang", "not_transport"],
  ["petani", "not_transport"],
  ["nelayan", "not_transport"],
  ["tukang-bangunan", "not_transport"],
  ["penjahit", "not_transport"],
  ["asisten-rumah-tangga", "not_transport"],
  ["buruh-harian", "not_transport"],
  ["pengrajin", "not_transport"],
  ["peternak", "not_transport"],
  ["pekerja-lepas", "not_transport"],
  ["kuliner", "not_transport"],
  ["bengkel", "not_transport"],
  ["salon", "not_transport"],
  ["lainnya", "ask"],
  ["astronaut", "ask"],
  ["constructor", "ask"],
  ["", "ask"],
] as const)("the sector of %j is %s", ([code, sector]) => {
  expect(occupationSector(code)).toBe(sector);
});
