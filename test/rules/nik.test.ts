import { describe, expect, test } from "vitest";
import { mayBeKkNumber, nikParts } from "../../src/rules/nik.ts";

const today = "2026-11-22";

test("a NIK tells province, birth date and sex; a woman's day is raised by 40", () => {
  expect(nikParts("3578121708900001", today)).toEqual({
    province: "35",
    birthDate: "1990-08-17",
    sex: "L",
  });
  expect(nikParts("3578125708900001", today)).toEqual({
    province: "35",
    birthDate: "1990-08-17",
    sex: "P",
  });
});

describe("the two digits of the year mean the nearest past", () => {
  test.for([
    ["2211", "26", "2026-11-22"],
    ["2311", "26", "1926-11-23"],
    ["0101", "00", "2000-01-01"],
    ["2902", "00", "2000-02-29"],
    ["3112", "27", "1927-12-31"],
  ])("%s %s", ([dayMonth, year, birthDate]) => {
    expect(nikParts(`357812${dayMonth}${year}0001`, today)).toMatchObject({ birthDate });
  });
});

describe("what is wrong with sixteen digits is told", () => {
  test.for([
    ["35781217089000", "too_short"],
    ["35781217089000011", "too_long"],
    ["357812170890000a", "not_digits"],
    ["0078121708900001", "bad_region"],
    ["3578124008900001", "bad_date"],
    ["3578121700900001", "bad_date"],
    ["3578121708900000", "bad_serial"],
    ["2222222222222222", "bad_serial"],
  ])("%s: %s", ([digits = "", problem]) => expect(nikParts(digits, today)).toEqual({ problem }));
});

test("only a birth date that makes its holder younger than 17 may be a family card's", () => {
  expect(mayBeKkNumber("3578122311090001", today)).toBe(true);
  expect(mayBeKkNumber("3578122211090001", today)).toBe(false);
  expect(mayBeKkNumber("3578120101180001", today)).toBe(true);
  expect(mayBeKkNumber("35781201011800", today)).toBe(false);
});
