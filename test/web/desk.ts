import type { Outgoing } from "../../src/conversation/ports/channel.ts";
import type { Contact } from "../../src/conversation/ports/contact.ts";
import type { Accepted, Intake } from "../../src/conversation/ports/intake.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import type { Mailbox } from "../../src/conversation/ports/outbox.ts";
import type { OutPart } from "../../src/conversation/ports/part.ts";
import type { Log } from "../../src/lib/log.ts";
import { startWeb, type Web, type WebOptions } from "../../src/web/start-web.ts";

/** A key of a text, which is nobody's business outside. */
export const SECRET = "rahasia.kunci";

/** A web chat on real HTTP with nobody behind it: keeps what it accepted, shows what it is given. */
export type Desk = {
  web: Web;
  accepted: { contact: Contact; id: string; message: Inbound }[];
  logged: string[];
  /** What `accept` does next; it resolves "entered" if nothing is said. */
  answer: () => Promise<Accepted>;
  /** How often the unsent parts were read. */
  looks: () => number;
  /** How many watch the mailbox. */
  watchers: () => number;
  /** Puts a part in a person's mailbox. */
  put(user: string, id: string, part?: string | Partial<Outgoing>): void;
  unsent(user: string): string[];
};

/** Opens a desk on a free port. */
export async function openDesk(more: Partial<WebOptions> = {}): Promise<Desk> {
  const boxes = new Map<string, OutPart[]>();
  const watching = new Set<{ user: string; changed: () => void }>();
  const boxOf = (user: string): OutPart[] => {
    const box = boxes.get(user) ?? [];
    boxes.set(user, box);
    return box;
  };
  let looks = 0;
  const mailbox: Mailbox = {
    unsent: async ({ user }, limit) => {
      looks++;
      return boxOf(user).slice(0, limit);
    },
    shown: async ({ user }, ids) => {
      boxes.set(
        user,
        boxOf(user).filter(({ id }) => !ids.includes(id)),
      );
    },
    watch({ user }, changed) {
      const one = { user, changed };
      watching.add(one);
      return () => watching.delete(one);
    },
  };
  const accepted: Desk["accepted"] = [];
  const intake: Intake = {
    accept: async (contact, id, message) => {
      const answer = await desk.answer();
      accepted.push({ contact, id, message });
      return answer;
    },
    giveBack: async () => undefined,
  };
  const logged: string[] = [];
  const web = await startWeb({
    ...{ host: "127.0.0.1", port: 0, secure: false, webhooks: [], log: logTo(logged) },
    ...{ intake, mailbox, texts: (key) => `«${key}»` },
    ...more,
  });
  const desk: Desk = {
    ...{ web, accepted, logged },
    answer: async () => "entered",
    looks: () => looks,
    watchers: () => watching.size,
    put(user, id, part = `teks ${id}`) {
      const given = typeof part === "string" ? { text: part } : part;
      const body: Outgoing = { text: "", choices: [], numbered: true, keys: [SECRET], ...given };
      boxOf(user).push({ id, body });
      for (const one of watching) if (one.user === user) one.changed();
    },
    unsent: (user) => boxOf(user).map(({ id }) => id),
  };
  return desk;
}

/** Keeps what is logged. */
export function logTo(lines: string[]): Log {
  const write = (event: string, fields?: object) => {
    lines.push(JSON.stringify({ event, ...fields }));
  };
  return { info: write, warn: write, error: write };
}
