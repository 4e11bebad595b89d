import { withoutSecrets } from "../answer-types/secrets.ts";
import type { Inbound } from "./ports/line.ts";

/** A message as it may be stored: codes and numbers of bank cards are gone from its text and its file's name. `today`: ISO date. */
export function guarded(message: Inbound, today: string): Inbound {
  const { text, media } = message;
  const said = text === undefined ? null : withoutSecrets(text, today);
  const named = media?.name === undefined ? null : withoutSecrets(media.name, today);
  const secret = said?.secret ?? named?.secret;
  if (!secret) return message;
  return {
    ...message,
    ...(said ? { text: said.text } : {}),
    ...(media && named ? { media: { ...media, name: named.text } } : {}),
    secret,
  };
}
