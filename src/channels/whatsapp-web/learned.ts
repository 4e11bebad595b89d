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

/** The host that WhatsApp named for files; null without a connection. */
export function hostOf(state: LinkState): string | null {
  return state.is === "open" ? state.connection.socket.getMediaHost() : null;
}
