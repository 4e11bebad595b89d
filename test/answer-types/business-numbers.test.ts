import { expect, test } from "vitest";
import { answerTypes, type TypeName } from "../../src/answer-types/answer-types.ts";

const read = (type: TypeName, text: string) => {
  const parsed = answerTypes[type].parse(text, { today: "2026-11-22" });
  if (parsed.kind === "value") return parsed.value;
  return parsed.kind === "refused" ? `!${parsed.reason}` : "!narrow";
};

test.for<[TypeName, string, string]>([
  ["nib", "9120001234567", "9120001234567"],
  ["nib", "NIB: 9120 0012 34567", "9120001234567"],
  ["nib", "912000123456", "!too_short"],
  ["nib", "91200012345678", "!too_long"],
  ["nib", "9120OO1234567", "!not_digits"],
  ["nib", "9,12E+12", "!damaged_by_excel"],
  ["nib", "1111111111111", "!duplicate"],
  ["nib", "belum ada", "!unclear"],
  ["npwp", "09.254.294.3-407.000", "092542943407000"],
  ["npwp", "npwp 0092542943407000", "0092542943407000"],
  ["npwp", "3404074506850002", "3404074506850002"],
  ["npwp", "9904074506850002", "!bad_region"],
  ["npwp", "3404073213850002", "!bad_date"],
  ["npwp", "09.254.294.3-407", "!too_short"],
  ["npwp", "34040745068500021", "!too_long"],
  ["past-date", "1 maret 2024", "2024-03-01"],
  ["past-date", "baru mulai hari ini", "2026-11-22"],
  ["past-date", "kemarin", "2026-11-21"],
  ["past-date", "1 maret 2027", "!future_date"],
  ["past-date", "31 september 2020", "!bad_date"],
  ["past-date", "maret 2024", "!unclear"],
  ["past-date", "1-1-1950", "!too_old"],
])("%s %s is read as %s", ([type, text, expected]) => {
  expect(read(type, text)).toBe(expected);
});
