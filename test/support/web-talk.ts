import { randomUUID } from "node:crypto";
import { ask, fromPage, listen, visit } from "../web/http.ts";

type Part = { id: string; text: string; choices: { id: string; label: string }[] };

/** A person at the web chat, without a browser: everything shown is acknowledged at once. */
export async function webTalk(url: string, as?: { cookie: string }) {
  const { cookie } = as ?? (await visit(url));
  const listener = await listen(url, cookie);
  let read = 0;
  const next = async (): Promise<Part> => {
    for (;;) {
      const event = (await listener.until(read + 1))[read++];
      if (event?.name !== "part") continue;
      const part = event.data as Part;
      await ask(url, "/terima", fromPage(cookie, { ids: [part.id] }));
      return part;
    }
  };
  return {
    cookie,
    next,
    /** Says something and waits for the answer. */
    async say(text: string): Promise<Part> {
      const { status } = await ask(url, "/pesan", fromPage(cookie, { id: randomUUID(), text }));
      if (status !== 202) throw new Error(`refused with ${status}`);
      return next();
    },
    leave: () => listener.hangUp(),
  };
}
