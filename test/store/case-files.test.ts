import { describe, expect, test } from "vitest";
import { caseTalk, DATABASES, READER, storesOf } from "../support/case-talk.ts";
import { stranger } from "../support/turns.ts";

const MB = 1024 * 1024;

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const { open, withFile } = caseTalk(stores);

  test("a file of 5 MB comes back byte for byte, and counts once", async () => {
    const contact = stranger();
    const { number, under, id, file } = await withFile(contact, "ktp.jpg");
    expect(await file()).toMatchObject({ state: "waiting", size: null });
    expect(await stores.store.desk.file(number, id, READER)).toBeNull();
    const content = Uint8Array.from({ length: 5 * MB }, (_byte, i) => (i * 7 + (i >> 8)) & 255);
    await stores.store.cases.keepFile(contact, under, {
      state: "kept",
      content,
      mime: "image/jpeg",
    });
    expect(await stores.store.cases.keepFile(contact, under, { state: "gone" })).toBe(true);
    const other = { state: "kept", content: content.slice(5), mime: "text/plain" } as const;
    await stores.store.cases.keepFile(contact, under, other);
    expect(await file()).toEqual({
      id,
      name: "ktp.jpg",
      kind: "image",
      state: "kept",
      size: 5 * MB,
    });
    const read = await stores.second.desk.file(number.toLowerCase().slice(4), id, READER);
    expect(read).toMatchObject({ name: "ktp.jpg", mime: "image/jpeg" });
    expect(Buffer.from(read?.content ?? []).equals(content)).toBe(true);
  });

  test("a larger file is not kept, and is said to be too big", async () => {
    const contact = stranger();
    const { number, under, id, file } = await withFile(contact);
    const content = new Uint8Array(5 * MB + 1);
    await stores.store.cases.keepFile(contact, under, {
      state: "kept",
      content,
      mime: "image/jpeg",
    });
    expect(await file()).toMatchObject({ name: "image", state: "too_big", size: 5 * MB + 1 });
    expect(await stores.store.desk.file(number, id, READER)).toBeNull();
  });

  test.for(["gone", "too_big"] as const)("a file that is %s is said to be so", async (state) => {
    const contact = stranger();
    const { number, under, id, file } = await withFile(contact);
    await stores.store.cases.keepFile(contact, under, { state });
    expect(await file()).toMatchObject({ state });
    expect(await stores.store.desk.file(number, id, READER)).toBeNull();
  });

  test("a file is not taken from somebody else, nor read by another case's number", async () => {
    const contact = stranger();
    const { under, id, file } = await withFile(contact);
    const kept = { state: "kept", content: Buffer.from("x"), mime: "image/png" } as const;
    expect(await stores.store.cases.keepFile(stranger(), under, kept)).toBe(false);
    expect(await stores.store.cases.keepFile(contact, "no such key", kept)).toBe(false);
    expect(await file()).toMatchObject({ state: "waiting" });
    await stores.store.cases.keepFile(contact, under, kept);
    expect(await stores.store.desk.file(await open(stranger()), id, READER)).toBeNull();
  });
});
