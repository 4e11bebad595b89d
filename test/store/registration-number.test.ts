import fc from "fast-check";
import { expect, test } from "vitest";
import { cipherOf } from "../../src/store/encryption.ts";
import { checkNumber, numberFor } from "../../src/store/registration-number.ts";

const cipher = cipherOf(Buffer.alloc(32, 1));
const number = fc.string().map((key) => numberFor(cipher, "PYG", key, 0));
const digitAt = fc.nat(10).map((n) => (n < 5 ? n + 4 : n < 10 ? n + 5 : 16));

test("a number is derived from the effect's key and nothing else", () => {
  expect(numberFor(cipher, "PYG", "key", 0)).toBe(numberFor(cipher, "PYG", "key", 0));
  expect(numberFor(cipher, "PYG", "key", 1)).not.toBe(numberFor(cipher, "PYG", "key", 0));
  expect(numberFor(cipher, "HPS", "key", 0)).toMatch(/^HPS-\d{5}-\d{5}-\d$/);
});

test("a written number is read back", () => {
  fc.assert(fc.property(number, (written) => checkNumber(written) === written));
});

test.for([
  "PYG-57240-00000-0",
  "pyg-57240-00000-0",
  " PYG 57240 00000 0 ",
  "PYG57240000000",
  "57240 00000 0",
  "PYG–57240–00000–0",
])("%j is understood as it was meant", (typed) => {
  // 572 is the example that comes with Damm's table: its check digit is 4, so 5724 checks to 0, as do noughts after it.
  expect(checkNumber(typed)).toBe("PYG-57240-00000-0");
});

test("a number of a case is one, and a bare number means what the reader asks for", () => {
  expect(checkNumber("kss 57240 00000 0")).toBe("KSS-57240-00000-0");
  expect(checkNumber("57240 00000 0", "KSS")).toBe("KSS-57240-00000-0");
  expect(checkNumber("PYG-57240-00000-0", "KSS")).toBe("PYG-57240-00000-0");
  expect(checkNumber("57240 00000 1", "KSS")).toBeNull();
});

test.for([
  "",
  "PYG",
  "PYG-57240-0000-0",
  "PYG-57240-00000-00",
  "ABC-57240-00000-0",
  "PYG-5724O-00000-0",
])("%j is no number", (typed) => {
  expect(checkNumber(typed)).toBeNull();
});

test("every single wrong digit is caught", () => {
  const property = fc.property(number, digitAt, fc.integer({ min: 1, max: 9 }), (n, at, by) => {
    const wrong = (Number(n[at]) + by) % 10;
    return checkNumber(n.slice(0, at) + wrong + n.slice(at + 1)) === null;
  });
  fc.assert(property, { numRuns: 2_000 });
});

test("every swap of neighbouring digits is caught", () => {
  const property = fc.property(number, fc.nat(9), (n, at) => {
    const digits = n.replaceAll(/\D/g, "");
    fc.pre(digits[at] !== digits[at + 1]);
    const [a = "", b = ""] = digits.slice(at, at + 2);
    return checkNumber(`PYG${digits.slice(0, at)}${b}${a}${digits.slice(at + 2)}`) === null;
  });
  fc.assert(property, { numRuns: 2_000 });
});
