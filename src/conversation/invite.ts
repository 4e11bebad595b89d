import type { Log } from "../lib/log.ts";
import type { Channel } from "./ports/channel.ts";
import type { Contact } from "./ports/contact.ts";

/** Asks a person to write again, where the channel may. That it could not be done is told in the log: a template may be wrong. */
export async function invite(
  channel: Pick<Channel, "invite"> | undefined,
  contact: Contact,
  log: Log,
): Promise<void> {
  const result = await channel?.invite?.(contact);
  if (result?.state !== "failed") return;
  const { code, detail } = result.error;
  log.error("invite_failed", { channel: contact.channel, code, detail });
}
