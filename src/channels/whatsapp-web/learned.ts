import type { Connection } from "./connection.ts";
import { isLid, type PersonJid, personJid } from "./jid.ts";
import type { LinkState } from "./state.ts";

/**
 * The other address of a person, number or id that hides it, if WhatsApp has ever told that both are one. Only what is stored
 * is looked at: nobody is asked before a message is in line.
 */
export async function otherName(
  { socket }: Pick<Connection, "socket">,
  name: PersonJid,
): Promise<PersonJid | null> {
  const [digits = ""] = name.split("@");
  const key = isLid(name) ? `${digits}_reverse` : digits;
  try {
    const found = (await socket.authState.keys.get("lid-mapping", [key]))[key];
    return found ? personJid(`${found}@${isLid(name) ? "s.whatsapp.net" : "lid"}`) : null;
  } catch {
    return null;
  }
}

/** The host that WhatsApp names for files; null without a connection. */
export async function hostOf(state: LinkState): Promise<string | null> {
  if (state.is !== "open") return null;
  const { socket } = state.connection;
  await socket.refreshMediaConn().catch(() => undefined);
  return socket.getMediaHost();
}
