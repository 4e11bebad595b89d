import type { Sector } from "./bpu-rates.ts";

const sectors = {
  pedagang: "not_transport",
  "ojek-online": "transport",
  petani: "not_transport",
  nelayan: "not_transport",
  "tukang-bangunan": "not_transport",
  penjahit: "not_transport",
  "asisten-rumah-tangga": "not_transport",
  sopir: "transport",
  "buruh-harian": "not_transport",
  pengrajin: "not_transport",
  peternak: "not_transport",
  "pekerja-lepas": "not_transport",
  kuliner: "not_transport",
  bengkel: "not_transport",
  salon: "not_transport",
  lainnya: "ask",
} as const satisfies Record<string, Sector | "ask">;

/** Sector of an occupation code for the relief of PP 50/2025; "ask" where the code does not tell (`lainnya`, unknown codes). */
export const occupationSector = (code: string): Sector | "ask" =>
  Object.hasOwn(sectors, code) ? sectors[code as keyof typeof sectors] : "ask";
