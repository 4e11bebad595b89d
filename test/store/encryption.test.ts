import { createHmac, hkdfSync } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cipherOf } from "../../src/store/encryption.ts";

const cipher = cipherOf(Buffer.alloc(32, 1));
const other = cipherOf(Buffer.alloc(32, 2));
const code = (work: () => unknown) => {
  try {
    return { value: work() };
  } catch (error) {
    return { code: (error as { code?: string }).code, message: (error as Error).message };
  }
};

test("what was encrypted is read back", () => {
  const property = fc.property(fc.json(), (json) => {
    const value: unknown = JSON.parse(json);
    expect(cipher.decrypt("t.c|1", cipher.encrypt("t.c|1", value))).toEqual(value);
  });
  fc.assert(property);
  expect(cipher.decrypt("t.c|1", cipher.encrypt("t.c|1", undefined))).toBeNull();
});

test("the same value is never encrypted to the same text twice", () => {
  expect(cipher.encrypt("t.c|1", "Siti")).not.toBe(cipher.encrypt("t.c|1", "Siti"));
});

test("every ciphertext names its key", () => {
  expect(cipher.encrypt("t.c|1", "Siti")).toMatch(new RegExp(`^p1\\.${cipher.keyId}\\.`));
  expect(cipher.keyId).not.toBe(other.keyId);
});

test("a changed, cut or moved ciphertext is refused", () => {
  const text = cipher.encrypt("person.identity|1", "3271012345670003");
  for (let at = 12; at < text.length; at++) {
    const changed = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
    // The last character of base64 may hold bits that are not used.
    if (Buffer.from(changed, "base64url").equals(Buffer.from(text, "base64url"))) continue;
    const result = code(() => cipher.decrypt("person.identity|1", changed));
    if (at < text.length - 1) expect(result.code).toBe("tampered");
  }
  for (const wrong of [
    "",
    "clear text",
    text.slice(0, -1),
    text.slice(0, 30),
    `p1.${cipher.keyId}.`,
  ]) {
    expect(code(() => cipher.decrypt("person.identity|1", wrong)).code).toBe("tampered");
  }
  expect(code(() => cipher.decrypt("person.identity|2", text)).code).toBe("tampered");
});

test("a value of another key is refused by the names of both keys", () => {
  const result = code(() => cipher.decrypt("t.c|1", other.encrypt("t.c|1", 1)));
  expect(result.code).toBe("wrong_key");
  expect(result.message).toContain(cipher.keyId);
  expect(result.message).toContain(other.keyId);
});

test("a hash tells kind and parts apart, and needs the key", () => {
  expect(cipher.id("item", "a", "b")).toBe(cipher.id("item", "a", "b"));
  const different = [
    cipher.id("item", "ab"),
    cipher.id("item", "a", "b"),
    cipher.id("contact", "a", "b"),
    other.id("item", "a", "b"),
  ];
  expect(new Set(different).size).toBe(4);
});

test("bytes are read back, bound to their place and their key, and never the same twice", () => {
  const property = fc.property(fc.uint8Array(), (plain) => {
    const bytes = cipher.encryptBytes("t.c|1", plain);
    expect(cipher.decryptBytes("t.c|1", bytes)).toEqual(Buffer.from(plain));
  });
  fc.assert(property);
  const bytes = cipher.encryptBytes("t.c|1", "Siti");
  expect(bytes).not.toEqual(cipher.encryptBytes("t.c|1", "Siti"));
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const refused = code(() => cipher.decryptBytes("t.c|1", changed)).code;
    expect(refused).toBe(at > 0 && at <= 4 ? "wrong_key" : "tampered");
    expect(code(() => cipher.decryptBytes("t.c|1", bytes.subarray(0, at))).code).toBe("tampered");
  }
  expect(code(() => cipher.decryptBytes("t.c|2", bytes)).code).toBe("tampered");
  const moved = code(() => cipher.decryptBytes("t.c|1", other.encryptBytes("t.c|1", "Siti")));
  expect(moved.code).toBe("wrong_key");
  expect(moved.message).toContain(other.keyId);
});

test("a look-up hash is HMAC-SHA256 under a key of its own", () => {
  const key = Buffer.from(hkdfSync("sha256", Buffer.alloc(32, 1), "", "payung lookup", 32));
  const property = fc.property(fc.string(), fc.array(fc.string()), (kind, parts) => {
    const text = JSON.stringify([kind, ...parts]);
    expect(cipher.hash(kind, ...parts)).toEqual(createHmac("sha256", key).update(text).digest());
  });
  fc.assert(property);
});
