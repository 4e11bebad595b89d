import type { Contact } from "../conversation/ports/contact.ts";
import type { LineItem } from "../conversation/ports/line.ts";
import { idOfRetry } from "../conversation/ports/tried-again.ts";
import type { GivenUp } from "./dead.ts";
import type { Cipher } from "./encryption.ts";
import { itemHash } from "./hand-out.ts";
import { addJobs } from "./jobs.ts";
import { contactId } from "./names.ts";
import { addParts } from "./outbox.ts";
import { addressPlace, itemPlace } from "./places.ts";
import type { Query } from "./sql.ts";

/** Puts a dead letter's content back as new: a message at the end of its contact's line, due for whoever sweeps next. */
export async function putBack(
  tx: Query,
  cipher: Cipher,
  givenUp: GivenUp,
  now: number,
): Promise<void> {
  switch (givenUp.what) {
    case "message":
      return appendItem(tx, cipher, givenUp.contact, renamed(givenUp.item, now), now);
    case "job":
      return addJobs(tx, cipher, givenUp.contact, [givenUp.job], now);
    case "part":
      await addParts(tx, cipher, givenUp.contact, { parts: [givenUp.part] }, now);
      return;
  }
}

const renamed = (item: LineItem, now: number): LineItem => ({
  ...item,
  id: idOfRetry(item.id, now),
});

async function appendItem(
  tx: Query,
  cipher: Cipher,
  contact: Contact,
  item: LineItem,
  now: number,
): Promise<void> {
  const id = contactId(cipher, contact);
  const idHash = itemHash(cipher, id, item.id);
  await tx(
    `insert into line_contact (id, address) values ($1, $2)
     on conflict (id) do update set address = coalesce(line_contact.address, excluded.address)`,
    [id, cipher.encrypt(addressPlace(id), contact)],
  );
  await tx(
    `insert into line_item (contact_id, id_hash, at, body) values ($1, $2, $3::bigint, $4)
     on conflict (contact_id, id_hash) do nothing`,
    [id, idHash, now, cipher.encrypt(itemPlace(id, idHash), item)],
  );
}
