import { describe, expect, test } from "vitest";
import { email } from "../../src/answer-types/email.ts";
import { reading, today } from "./reading.ts";

describe("an address is kept in lower case; introductions go", () => {
  test.for([
    ["Jaka.Tiruan@Example.CO.ID", "jaka.tiruan@example.co.id"],
    ["email saya jaka@example.org", "jaka@example.org"],
    ["email:jaka@example.org", "jaka@example.org"],
    ["jaka@example.org ya kak", "jaka@example.org"],
    ["<jaka@example.org>", "jaka@example.org"],
    ["mailto:jaka@example.org", "jaka@example.org"],
    ["jaka+toko@mail.example.org.", "jaka+toko@mail.example.org"],
    ["j_1@contoh.id", "j_1@contoh.id"],
  ])("%s", ([text = "", address]) => expect(reading(email, text)).toBe(address));
});

describe("a broken address is asked again and never cut to a part of it", () => {
  test.for([
    ["jaka", "unclear"],
    ["jaka@@example.org", "unclear"],
    ["bu..di@example.org", "unclear"],
    ["jaka tiruan@example.org", "unclear"],
    ["jaka @example.org", "unclear"],
    ["jaka@example .org", "unclear"],
    ["jaka@example.org, siti@example.org", "unclear"],
    ["jaka(at)gmail.com", "unclear"],
    ["jáka@example.org", "unclear"],
    ["gak punya email", "unclear"],
    ["jaka@", "bad_domain"],
    ["jaka@example", "bad_domain"],
    ["jaka@.org", "bad_domain"],
    ["jaka@example.c", "bad_domain"],
    ["jaka@-example.org", "bad_domain"],
    ["jaka@exa_mple.org", "bad_domain"],
    ["jaka@127.0.0.1", "bad_domain"],
  ])("%s: %s", ([text = "", reason]) => expect(reading(email, text)).toBe(`!${reason}`));
});

test("a slip in the name of a large provider is told with the right one", () => {
  expect(email.parse("jaka@gmial.com", { today })).toEqual({
    kind: "refused",
    reason: "bad_domain",
    detail: { domain: "gmial.com", suggestion: "gmail.com" },
  });
});
