import { expect, test } from "vitest";
import type { Value } from "../../src/answer-types/answer-type.ts";
import { agencyValues } from "../../src/book/agency-values.ts";

const today = "2026-11-22";
const told = (name: string, received?: string): Value | undefined =>
  agencyValues[name]?.compute({
    today,
    language: "id",
    ...(received === undefined ? {} : { formulir_diterima: received }),
  });

test("an agency has 30 weekdays from the day after it received the forms (Permenaker 1/2025 art. 3A)", () => {
  expect(told("tenggat_instansi", "2026-11-02")).toBe("14 Desember 2026");
  expect(told("tenggat_dari_hari_ini")).toBe("1 Januari 2027");
  expect(told("hukum_tenggat")).toBe("Permenaker 1/2025 art. 3A");
});

test("the last day itself is not too late, the day after is", () => {
  expect(told("tenggat_lewat", "2026-10-09")).toBe(true);
  expect(told("tenggat_instansi", "2026-10-09")).toBe("20 November 2026");
  expect(told("tenggat_lewat", "2026-10-12")).toBe(false);
  expect(told("tenggat_instansi", "2026-10-12")).toBe("23 November 2026");
});

test("without forms, or where they came before the rule did, there is no last day", () => {
  expect(told("ada_tenggat")).toBe(false);
  expect(told("ada_tenggat", "2025-02-23")).toBe(false);
  expect(told("tenggat_instansi", "2025-02-23")).toBeUndefined();
  expect(told("ada_tenggat", "2025-02-24")).toBe(true);
});
