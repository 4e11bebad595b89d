import { menuCommands } from "./commands.ts";
import { type Insisting, insist } from "./insist.ts";

/** Tells Telegram what people read in the bot's menu and before they begin. What it refuses is logged and left as it was. */
export async function showProfile(
  insisting: Insisting,
  texts: (key: string) => string,
): Promise<void> {
  const commands = menuCommands.map((command) => ({
    command,
    description: texts(`telegram.commands.${command}`),
  }));
  const calls: readonly [method: string, payload: object][] = [
    ["setMyCommands", { commands }],
    ["setMyDescription", { description: texts("telegram.description") }],
    ["setMyShortDescription", { short_description: texts("telegram.short_description") }],
  ];
  for (const [method, payload] of calls) {
    const answer = await insist(insisting, method, payload, { givesUp: true });
    if (insisting.signal.aborted) return;
    if (!answer.ok) insisting.troubles.say("telegram_profile_refused", { method });
  }
}
