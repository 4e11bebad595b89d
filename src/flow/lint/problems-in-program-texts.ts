import type { Problem } from "../../lib/problem.ts";
import type { Book } from "../book.ts";
import { channelLimits } from "./channel-limits.ts";
import { lengthOf } from "./choices.ts";
import { atText } from "./place.ts";

const labels =
  /^(?:engine\.(?:yes|no|same|skip|officer|menu|restart|restart_yes|restart_no|review_yes|review_edit|handover\.return|handover\.go_on)|faq\.buttons\.\w+|whatsapp\.list_button)$/;

/** Where a text of the program stands that has little room. */
const rooms: readonly { keys: RegExp; most: number; where: string }[] = [
  { keys: labels, most: channelLimits.button, where: "on a button" },
  { keys: /^telegram\.commands\./, most: channelLimits.command, where: "beside a command" },
  {
    keys: /^telegram\.short_description$/,
    most: channelLimits.shortDescription,
    where: "on the bot's page",
  },
  { keys: /^telegram\.description$/, most: channelLimits.description, where: "on the bot's page" },
];

/** Texts of the program that do not fit where a channel shows them. */
export const problemsInProgramTexts = (book: Book): Problem[] =>
  Object.values(book.catalogues).flatMap((catalogue) =>
    catalogue.entries.flatMap(({ key, text }) => {
      const room = rooms.find(({ keys }) => keys.test(key));
      if (!room || typeof text !== "string" || lengthOf(text) <= room.most) return [];
      const message = `text ${key} has ${lengthOf(text)} characters, ${room.most} fit ${room.where}`;
      return [atText(catalogue, key, message, "shorten it")];
    }),
  );
