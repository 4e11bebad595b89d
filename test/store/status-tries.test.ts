import { describe, expect, test } from "vitest";
import { at, DATABASES, key, storesOf } from "../support/case-talk.ts";
import { stranger } from "../support/turns.ts";

const BIRTH = "1985-06-05";
const fields = { nama: "Sri Contohsari", tanggal_lahir: BIRTH };

describe.each(DATABASES)("%s", (_, make) => {
  const stores = storesOf(make);
  const registered = async () => {
    const submission = { flow: "daftar_mandiri", segment: "mandiri", fields } as const;
    const identity = `340407450685${String(Math.trunc(Math.random() * 9000) + 1000)}`;
    const { records } = stores.store;
    return (await records.submit(key(), stranger(), { ...submission, identity }, at(0))).number;
  };
  const asks = (
    contact: ReturnType<typeof stranger>,
    number: string,
    birthDate: string,
    minutes = 1,
  ) => stores.store.records.findState(contact, { key: key(), number, birthDate, at: at(minutes) });

  test("whoever knows number and birth date hears the state from any telephone, and nothing else", async () => {
    const number = await registered();
    expect(await asks(stranger(), number, BIRTH)).toEqual({
      found: "yes",
      state: "submitted",
      submittedAt: at(0),
    });
  });

  test("a wrong date, a wrong number and a number that can't be are answered alike", async () => {
    const number = await registered();
    const contact = stranger();
    for (const [tried, birth] of [
      [number, "1985-06-06"],
      ["PYG-00000-00000-0", BIRTH],
      ["PYG-12345-67890-1", BIRTH],
    ] as const)
      expect(await asks(contact, tried, birth)).toEqual({ found: "no" });
  });

  test("after five wrong tries a contact is not answered for a day, even with what is right", async () => {
    const number = await registered();
    const contact = stranger();
    for (let n = 0; n < 5; n++)
      expect(await asks(contact, `PYG-1000${n}-00000-0`, BIRTH)).toEqual({ found: "no" });
    expect(await asks(contact, number, BIRTH)).toEqual({ found: "too_often" });
    expect(await asks(stranger(), number, BIRTH)).toMatchObject({ found: "yes" });
    expect(await asks(contact, number, BIRTH, 24 * 60 + 2)).toMatchObject({ found: "yes" });
  });

  test("a number that five contacts guessed at is closed to everybody for a day", async () => {
    const number = await registered();
    for (let n = 1; n <= 5; n++)
      expect(await asks(stranger(), number, `1985-06-1${n}`)).toEqual({ found: "no" });
    expect(await asks(stranger(), number, BIRTH)).toEqual({ found: "too_often" });
  });

  test("guesses at the same time count too, and one try twice counts once", async () => {
    const number = await registered();
    const guesses = [1, 2, 3, 4, 5, 6, 7, 8].map((day) =>
      asks(stranger(), number, `1985-07-0${day}`),
    );
    const found = (await Promise.all(guesses)).filter((one) => one.found === "no");
    expect(found).toHaveLength(5);
    const other = await registered();
    const contact = stranger();
    const again = { key: key(), number: other, birthDate: "1990-01-01", at: at(1) };
    for (let n = 0; n < 7; n++)
      expect(await stores.store.records.findState(contact, again)).toEqual({ found: "no" });
  });
});
