import type { Reply } from "../engine/event.ts";
import type { Log } from "../lib/log.ts";
import type { Outgoing } from "./ports/channel.ts";
import type { Draw } from "./ports/draw.ts";

/** Makes of a stored reply what channels send. Never throws. */
export type Finish = (reply: Reply) => Promise<Outgoing>;

/** Pictures are drawn now. One that can't be drawn is left out: its caption says every amount. */
export const makeFinish =
  (draw: Draw, log: Log): Finish =>
  async ({ file, ...reply }) => {
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
