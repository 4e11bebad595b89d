import { regionIndex } from "../answer-types/region-index.ts";
import { readPlaces } from "../answer-types/region-reading.ts";
import type { Regions } from "../answer-types/regions.ts";
import type { BookValue } from "../flow/book.ts";
import { daysLater } from "../lib/dates.ts";
import type { Language } from "../locale/language.ts";
import { dateInWords } from "../locale/words.ts";
import type { Branch, BranchList } from "./read-branches.ts";

/** Days after which a list is told no more: offices move. */
const soundDays = 365;
/** Branches that are told at once. */
const mostTold = 3;

/** As long as a list may become. */
const longest = Array.from(
  { length: mostTold },
  () => `• ${"x".repeat(60)} (± 5000 km)\n  ${"x".repeat(110)}\n  ${"x".repeat(20)}`,
).join("\n");

type Found = { branch: Branch; km: number | null };

/** Values on branch offices: whether there is a list that may be told, and which are in a place or near a point (`daerah`). */
export function branchValues(list: BranchList | null, regions: Regions): Record<string, BookValue> {
  const found = (place: unknown): Found[] =>
    list === null ? [] : branchesFor(String(place), list.branches, regions);
  return {
    ada_daftar_cabang: {
      inputs: ["today"],
      type: "bool",
      elsewhere: [false, true],
      compute: ({ today }) => list !== null && String(today) <= daysLater(list.asOf, soundDays),
    },
    cabang_jumlah: {
      inputs: ["daerah"],
      type: "int",
      elsewhere: [0, 1, 400],
      compute: ({ daerah }) => found(daerah).length,
    },
    cabang_rincian: {
      inputs: ["daerah"],
      type: "string",
      elsewhere: [longest],
      compute: ({ daerah }) => found(daerah).slice(0, mostTold).map(inLines).join("\n"),
    },
    cabang_sumber: {
      inputs: ["language"],
      type: "string",
      elsewhere: [`${"x".repeat(80)}, 30 September 2026`],
      compute: ({ language }) =>
        list === null ? "-" : `${list.source}, ${dateInWords(list.asOf, language as Language)}`,
    },
  };
}

/** Those nearest to a point, or those that serve a place that the text names, a namesake's too. */
function branchesFor(place: string, branches: readonly Branch[], regions: Regions): Found[] {
  const [, lat, lon] = /^(-?\d+\.\d+), (-?\d+\.\d+)$/.exec(place) ?? [];
  if (lat !== undefined) return nearest(Number(lat), Number(lon), branches);
  const codes = readPlaces(place, regionIndex(regions), "").map(({ code }) => code.slice(0, 5));
  return branches
    .filter(({ serves }) => serves.some((one) => codes.some((code) => one.startsWith(code))))
    .map((branch) => ({ branch, km: null }));
}

function nearest(lat: number, lon: number, branches: readonly Branch[]): Found[] {
  return branches
    .flatMap((branch) =>
      branch.lat === undefined || branch.lon === undefined
        ? []
        : [{ branch, km: kilometres(lat, lon, branch.lat, branch.lon) }],
    )
    .sort((one, other) => one.km - other.km)
    .slice(0, mostTold);
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** As the crow flies (haversine; mean radius of the earth 6,371 km). */
function kilometres(lat: number, lon: number, toLat: number, toLon: number): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const share =
    half(lat, toLat) + Math.cos(radians(lat)) * Math.cos(radians(toLat)) * half(lon, toLon);
  return 2 * 6371 * Math.asin(Math.sqrt(share));
}

function inLines({ branch: { name, address, phone }, km }: Found): string {
  const far = km === null ? "" : ` (± ${Math.max(1, Math.round(km))} km)`;
  return [`• ${name}${far}`, `  ${address}`, ...(phone ? [`  ${phone}`] : [])].join("\n");
}
