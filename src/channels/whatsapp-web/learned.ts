import type { Connection } from "./connection.ts";
import { isLid, type PersonJid, personJid, phoneOf } from "./jid.ts";
import type { LinkState } from "./state.ts";

/** The phone number behind an address that hides it, if WhatsApp has ever told it; E.164. */
export async function phoneBehind({ socket }: Connection, name: PersonJid): Promise<string | null> {
  if (!isLid(name)) return null;
  try {
    const jid = personJid(await socket.signalRepository.lidMapping.getPNForLID(name));
    return jid && phoneOf(jid);
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
