import type { Reply } from "../engine/event.ts";
import type { Log } from "../lib/log.ts";
import type { Outgoing } from "./ports/channel.ts";
import type { Contact } from "./ports/contact.ts";
import type { Draw } from "./ports/draw.ts";
import type { OutPart } from "./ports/part.ts";
import type { Linking } from "./secure-links.ts";

/** Makes of a contact's stored part what channels send. Never throws. */
export type Finish = (contact: Contact, part: OutPart) => Promise<Outgoing>;

/** Links are made and pictures drawn now. A picture that can't be drawn is left out: its caption says every amount. */
export const makeFinish =
  (draw: Draw, linking: Linking, log: Log): Finish =>
  async (contact, { id, body }) => {
    const { file, ...reply } = linking(contact, id, body as Reply);
    if (!file) return reply;
    if ("content" in file) return { ...reply, file };
    const { name, alt, comparison } = file;
    try {
      const content = await draw(comparison);
      return { ...reply, file: { name, alt, mime: "image/png", content } };
    } catch (error) {
      log.warn("picture_failed", { name: error instanceof Error ? error.message : "unknown" });
      return reply;
    }
  };
