import { renderText } from "../channels/render-text.ts";
import { keyboardOf } from "../channels/telegram/keyboard.ts";
import { drawWhatsApp } from "../channels/whatsapp-cloud/draw-whatsapp.ts";
import type { Outgoing } from "../conversation/ports/channel.ts";
import { keepAside } from "./keep-aside.ts";

type Texts = (key: string) => string;

/** How each channel shows a reply, drawn for a terminal. */
export const renderAs: Readonly<Record<string, (reply: Outgoing, texts: Texts) => string>> = {
  terminal: (reply) => [renderText(reply), ...fileOf(reply)].join("\n"),
  telegram: (reply, texts) =>
    [reply.text, ...fileOf(reply), ...telegramRows(reply, texts)].join("\n"),
  web: (reply, texts) => {
    const labels = reply.choices.map(({ label }) => label);
    if (reply.wants === "location") labels.push(texts("web.share_location"));
    const row = labels.map((label) => `( ${label} )`).join(" ");
    return [reply.text, ...fileOf(reply), ...(row === "" ? [] : ["", row])].join("\n");
  },
  "whatsapp-web": (reply) => [renderText(reply), ...fileOf(reply)].join("\n"),
  "whatsapp-cloud": (reply, texts) => [drawWhatsApp(reply, texts), ...fileOf(reply)].join("\n"),
};

/** A text stands below; a picture lies where it can be opened. */
function fileOf({ file }: Outgoing): string[] {
  if (!file) return [];
  const inside = "mime" in file ? keepAside(file) : file.content.trimEnd();
  return ["", `[${file.name}]`, inside];
}

/** Buttons under the text in brackets; those of the keyboard below the text box in double ones. */
function telegramRows(reply: Outgoing, texts: Texts): string[] {
  const keyboard = keyboardOf(reply, texts) as {
    inline_keyboard?: { text: string }[][];
    keyboard?: { text: string }[][];
  };
  const drawn = (rows: { text: string }[][], left: string, right: string) =>
    rows.map((row) => row.map(({ text }) => `${left} ${text} ${right}`).join(" "));
  if (keyboard.inline_keyboard) return ["", ...drawn(keyboard.inline_keyboard, "[", "]")];
  return keyboard.keyboard ? ["", ...drawn(keyboard.keyboard, "[[", "]]")] : [];
}
