import type { CelType } from "./condition.ts";

/** Everything a flow can have done outside, with the fields of its result. */
export const effectKinds = {
  "consent.record": {},
  "registration.submit": { nomor: "string", sudah_ada: "bool" },
  "business.submit": { nomor: "string", sudah_ada: "bool", tercatat_ganda: "string" },
  "case.open": { nomor: "string", sudah_ada: "bool" },
  "data.show": { jumlah: "int", rincian: "string", ada_percakapan: "bool", percakapan: "string" },
  "data.erase": { tanda_terima: "string", jumlah: "int" },
  "contact.stop": {},
  "accident.report": { nomor: "string", sudah_ada: "bool" },
  "employer.report": { nomor: "string", sudah_ada: "bool" },
  "case.add": {},
  "status.own": { jumlah: "int", rincian: "string" },
  "status.find": { hasil: "string", keadaan: "string" },
  "correction.request": { ada: "bool", nomor_kasus: "string", batas: "string" },
  "consent.withdraw": { jumlah: "int", nomor_kasus: "string", batas: "string" },
} as const satisfies Record<string, Record<string, CelType>>;

export type EffectKind = keyof typeof effectKinds;

export const isEffectKind = (kind: string): kind is EffectKind => Object.hasOwn(effectKinds, kind);
