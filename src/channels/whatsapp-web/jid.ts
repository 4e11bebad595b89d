/** A person's address without the device: `digits@lid` hides the number, `digits@s.whatsapp.net` is it. */
export type PersonJid = string;

const shape = /^(\d{5,20})(?:[:_]\d+)*@(s\.whatsapp\.net|c\.us|hosted|lid|hosted\.lid)$/;

/** The address as a person's; null for groups, channels, statuses, bots, WhatsApp itself and whatever else is none. */
export function personJid(jid: string | null | undefined): PersonJid | null {
  const found = shape.exec(jid ?? "");
  if (!found) return null;
  return `${found[1]}@${found[2]?.endsWith("lid") ? "lid" : "s.whatsapp.net"}`;
}

export const isLid = (jid: PersonJid): boolean => jid.endsWith("@lid");

/** E.164 of an address that is a phone number. */
export function phoneOf(jid: PersonJid): string | null {
  const number = /^([1-9]\d{6,14})@s\.whatsapp\.net$/.exec(jid)?.[1];
  return number === undefined ? null : `+${number}`;
}
