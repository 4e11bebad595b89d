import { afterEach, describe, expect, test } from "vitest";
import { parseCommand } from "../../../src/answer-types/command.ts";
import { readTexts } from "../../../src/book/read-texts.ts";
import { menuCommands, withoutSlash } from "../../../src/channels/telegram/commands.ts";
import { programTexts } from "../../../src/flow/program-texts.ts";
import { bookForTests, talk } from "../../support/talk.ts";
import { fakeAndBot, until } from "../../support/tg-fake-bot.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());
const setUp = async (texts?: (key: string) => string) => {
  const all = await fakeAndBot(texts ? { texts } : {});
  close = all.close;
  return all;
};
const textOf = (language: string) => {
  const { entries } = readTexts(".", `locales/${language}`);
  const texts = new Map(entries.map(({ key, text }) => [key, text]));
  return (key: string) => {
    const text = texts.get(key);
    if (typeof text !== "string") throw new Error(`no text ${key}`);
    return text;
  };
};

test.for(["id", "en"])(
  "Telegram takes menu and descriptions as they stand in %s",
  async (language) => {
    const { tg, bot, lines } = await setUp(textOf(language));
    bot.start();
    await until(() => tg.desk.profile["setMyShortDescription"]);
    const { commands } = tg.desk.profile["setMyCommands"] as { commands: { command: string }[] };
    expect(commands.map(({ command }) => command)).toEqual(menuCommands);
    for (const [method, field] of [
      ["setMyDescription", "description"],
      ["setMyShortDescription", "short_description"],
    ] as const)
      expect(tg.desk.profile[method]?.[field]).toMatch(/bukan BPJS|is not BPJS/);
    expect(lines).toEqual([]);
  },
);

test("a part of the profile that Telegram refuses leaves the other parts, and is told once", async () => {
  const { tg, bot, events, said } = await setUp();
  tg.fail("setMyCommands", { error_code: 400, description: "Bad Request: BOT_COMMAND_INVALID" });
  tg.fail("setMyDescription", { error_code: 404, description: "Not Found" });
  tg.fail("setMyShortDescription", "reset");
  bot.start();
  await until(() => tg.desk.profile["setMyShortDescription"]);
  expect(Object.keys(tg.desk.profile)).toEqual(["setMyShortDescription"]);
  expect(events().filter((event) => event === "telegram_profile_refused")).toHaveLength(1);
  tg.user(77).say("halo");
  await until(() => said().length === 1);
});

test("every text of the channel is on the list of the program's texts", () => {
  const keys = (programTexts["telegram"] ?? []).map((key) => `telegram.${key}`);
  expect(keys).toEqual(
    expect.arrayContaining(menuCommands.map((name) => `telegram.commands.${name}`)),
  );
  for (const language of ["id", "en"])
    for (const key of keys) expect(textOf(language)(key)).not.toBe("");
});

describe("the engine does what a command of the menu says", () => {
  const commands: Record<string, string> = {
    menu: "MENU",
    kembali: "BACK",
    batal: "CANCEL",
    bantuan: "HELP",
    petugas: "OFFICER",
    data: "SHOW_DATA",
    hapus: "ERASE_DATA",
    berhenti: "STOP",
    english: "LANG_EN",
  };
  test.for(Object.entries(commands))("/%s is %s", ([name, command]) => {
    expect(parseCommand(withoutSlash(`/${name}`))?.command).toBe(command);
  });
  test("/start greets and /daftar begins to register", () => {
    const book = bookForTests();
    const first = talk(book, null, [{ text: withoutSlash("/start") }]);
    expect(first.replies.at(-1)?.keys).toContain("menu.pilihan");
    const second = talk(book, first.session, [{ text: withoutSlash("/daftar") }]);
    expect(second.session.forms.map(({ flow }) => flow)).toContain("daftar");
  });
  test("each of the menu is one of these", () => {
    expect(menuCommands.filter((name) => name !== "daftar" && !commands[name])).toEqual([]);
  });
});
