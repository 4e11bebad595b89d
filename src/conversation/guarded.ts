import { withoutIdentity, withoutSecrets } from "../answer-types/secrets.ts";
import type { Inbound } from "./ports/line.ts";

/**
 * A message as it may be stored: codes and numbers of bank cards are gone from its text and its file's name. `today`: ISO date.
 * `identityElsewhere`: identity numbers may not be typed here either, but for what came by a secure form.
 */
export function guarded(message: Inbound, today: string, identityElsewhere = false): Inbound {
  const { text, media } = message;
  const said = text === undefined ? null : withoutSecrets(text, today);
  const named = media?.name === undefined ? null : withoutSecrets(media.name, today);
  const bare =
    identityElsewhere && said && !message.place && !said.secret ? withoutIdentity(said.text) : null;
  if (bare !== null) return { ...message, text: bare, secret: "identity" };
  const secret = said?.secret ?? named?.secret;
  if (!secret) return message;
  return {
    ...message,
    ...(said ? { text: said.text } : {}),
    ...(media && named ? { media: { ...media, name: named.text } } : {}),
    secret,
  };
}
