import type { Page } from "playwright-core";
import { type as typed } from "../web/browser.ts";
import type { GraphFake } from "./graph-fake.ts";
import type { GraphPerson } from "./graph-fake-person.ts";
import type { TgUser } from "./tg-fake-people.ts";
import type { WaPerson } from "./wa-mock-person.ts";

/** A file as it goes over a channel. */
export type OwnersFile = { name: string; content: Buffer };

/** What an owner reads: a message, and the file that came with it. */
export type Heard = { text: string; file: OwnersFile | null };

/** An owner of a business on some channel, who does what its app lets people do. */
export type Owner = {
  says(text: string): unknown;
  /** Taps what is offered; where nothing can be tapped, types it. */
  chooses(label: string): unknown;
  sends(file: OwnersFile): unknown;
  /** The bot's next message. */
  hears(): Promise<Heard>;
};

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** How long an answer may take on a busy machine, in ms. */
const patience = 90_000;

export function onTelegram(user: TgUser): Owner {
  return {
    says: (text) => user.say(text),
    chooses(label) {
      const last = user.inbox.at(-1);
      const { inline_keyboard: under = [], keyboard = [] } = last?.reply_markup ?? {};
      if (last && under.flat().some(({ text }) => text === label)) return user.tap(last, label);
      // What stands in place of the keys is typed by a tap.
      if (keyboard.flat().some(({ text }) => text === label)) return user.say(label);
      throw new Error(`${label} is not offered`);
    },
    sends: ({ name, content }) => user.sendFile("document", content, { name, mime: xlsx }),
    async hears() {
      const { text, caption, document } = await user.next(patience);
      const file = document ? { name: document.file_name, content: document.data } : null;
      return { text: text ?? caption ?? "", file };
    },
  };
}

export function onWhatsAppCloud(person: GraphPerson, { media }: GraphFake): Owner {
  return {
    says: (text) => person.says(text),
    chooses: (label) => person.taps(label),
    sends: ({ name, content }) => person.sends({ kind: "document", content, name, mime: xlsx }),
    async hears() {
      const { text, document } = await person.hears(1, patience);
      const content = Buffer.from(media.get(document?.id ?? "")?.content ?? []);
      return { text, file: document ? { name: document.filename, content } : null };
    },
  };
}

export function onWhatsAppWeb(person: WaPerson): Owner {
  return {
    says: (text) => person.send(text),
    chooses: (label) => person.send(label),
    sends: ({ name, content }) =>
      person.sendFile("document", content, { fileName: name, mimetype: xlsx }),
    async hears() {
      const heard = await person.hears(patience);
      const name = heard.message.documentMessage?.fileName;
      const file = name ? { name, content: await person.open(heard) } : null;
      return { text: heard.text, file };
    },
  };
}

export function onWebChat(page: Page): Owner {
  let read = 0;
  const bubbles = page.locator(".bubble.bot");
  return {
    says: (text) => typed(page, text),
    chooses: (label) => page.getByRole("button", { name: label, exact: true }).click(),
    sends: ({ name, content }) =>
      page.locator("#file").setInputFiles({ name, mimeType: xlsx, buffer: content }),
    async hears() {
      const bubble = bubbles.nth(read++);
      await bubble.waitFor({ timeout: patience });
      const text = await bubble.locator(".text").allTextContents();
      const link = bubble.locator("a[download]");
      if ((await link.count()) === 0) return { text: text.join("\n"), file: null };
      const [saved] = await Promise.all([page.waitForEvent("download"), link.click()]);
      const parts: Buffer[] = [];
      for await (const part of await saved.createReadStream()) parts.push(part as Buffer);
      const file = { name: saved.suggestedFilename(), content: Buffer.concat(parts) };
      return { text: text.join("\n"), file };
    },
  };
}

/** Reads on until a message has these words; gives it, with the file that came on the way to it. */
export async function heardUntil(owner: Owner, words: RegExp): Promise<Heard> {
  const said: string[] = [];
  let file: OwnersFile | null = null;
  for (;;) {
    const heard = await owner.hears().catch((cause: unknown) => {
      throw new Error(`waited for ${words} and read: ${said.join("\n")}`, { cause });
    });
    file = heard.file ?? file;
    if (words.test(heard.text)) return { text: heard.text, file };
    said.push(heard.text);
  }
}
