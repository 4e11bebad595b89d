import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { HookEvent } from "./graph-fake-hook.ts";
import type { Shown } from "./graph-fake-rules.ts";

/** A message that the bot sent. `id`: the wamid; `payload`: as it came; `at`: epoch ms. */
export type GraphSent = Shown & { id: string; payload: Record<string, unknown>; at: number };

/** A file as a person sends it; `facts` replace what Meta would tell of it. */
export type GraphMedia = {
  kind: "image" | "document" | "audio" | "video" | "sticker";
  content?: Uint8Array;
  mime?: string;
  name?: string;
  caption?: string;
  facts?: Record<string, unknown>;
};

/** What people need of the fake. */
type Fake = {
  clock: () => number;
  push(...events: HookEvent[]): void;
  keepMedia(content: Uint8Array, mime: string, facts?: Record<string, unknown>): string;
};

export type Known = { bsuid?: string; phone?: string; name?: string };

/** An id as WhatsApp gives them to messages. */
export const newWamid = (): string => `wamid.HBg${randomBytes(21).toString("base64")}==`;

/** A person with WhatsApp: known by a business-scoped id, a phone number (digits), or both. */
export class GraphPerson {
  readonly known: Known;
  /** Whether messages to this person can't be delivered. */
  unreachable = false;
  /** When this person last wrote, epoch ms; null before they ever did. */
  wroteAt: number | null = null;
  readonly inbox: GraphSent[] = [];
  private readonly graph: Fake;
  private heard = 0;

  constructor(graph: Fake, known: Known) {
    this.graph = graph;
    this.known = known;
  }

  /** How the bot addresses this person. */
  get user(): string {
    return this.known.bsuid ?? this.known.phone ?? "";
  }

  /** The event of a message with these fields; it does not arrive yet. */
  event(fields: Record<string, unknown>): HookEvent & { message: { id: string } } {
    const { bsuid, phone, name = "Orang Contoh" } = this.known;
    this.wroteAt = this.graph.clock();
    const contact = {
      profile: { name },
      ...(phone === undefined ? {} : { wa_id: phone }),
      ...(bsuid === undefined ? {} : { user_id: bsuid }),
    };
    const message = {
      ...(phone === undefined ? {} : { from: phone }),
      ...(bsuid === undefined ? {} : { from_user_id: bsuid }),
      id: newWamid(),
      timestamp: String(Math.floor(this.graph.clock() / 1000)),
      ...fields,
    };
    return { message, contact };
  }

  /** Sends a message with these fields; gives its wamid. */
  send(fields: Record<string, unknown>): string {
    const event = this.event(fields);
    this.graph.push(event);
    return event.message.id;
  }

  says(text: string): string {
    return this.send({ type: "text", text: { body: text } });
  }

  /** Taps the button or row with this label, of the last message that has it. */
  taps(label: string): string {
    for (const sent of this.inbox.toReversed()) {
      const context = { from: "622150000000", id: sent.id };
      const button = sent.buttons.find(({ title }) => title === label);
      if (button)
        return this.send({
          ...{ context, type: "interactive" },
          interactive: { type: "button_reply", button_reply: { ...button } },
        });
      const row = sent.rows.find(({ title, description }) => [title, description].includes(label));
      if (row)
        return this.send({
          ...{ context, type: "interactive" },
          interactive: { type: "list_reply", list_reply: { ...row } },
        });
    }
    throw new Error("nothing with this label was sent");
  }

  /** Presses the quick-reply button of a template. */
  presses(text: string, payload = text): string {
    return this.send({ type: "button", button: { text, payload } });
  }

  sends(media: GraphMedia): string {
    const { kind, content = new Uint8Array([1, 2, 3]), name, caption } = media;
    const mime_type = media.mime ?? "application/octet-stream";
    const id = this.graph.keepMedia(content, mime_type, media.facts);
    return this.send({
      type: kind,
      [kind]: {
        ...{ id, mime_type },
        ...(name === undefined ? {} : { filename: name }),
        ...(caption === undefined ? {} : { caption }),
      },
    });
  }

  sharesLocation(latitude: number, longitude: number): string {
    return this.send({ type: "location", location: { latitude, longitude } });
  }

  edits(wamid: string, text: string): string {
    const message = { type: "text", text: { body: text } };
    return this.send({ type: "edit", edit: { original_message_id: wamid, message } });
  }

  deletes(wamid: string): string {
    return this.send({ type: "revoke", revoke: { original_message_id: wamid } });
  }

  reacts(wamid: string, emoji = "👍"): string {
    return this.send({ type: "reaction", reaction: { message_id: wamid, emoji } });
  }

  /** Waits for the next `count` messages of the bot's; gives the last of them. */
  async hears(count = 1, ms = 10_000): Promise<GraphSent> {
    const end = Date.now() + ms;
    this.heard += count;
    for (;;) {
      const sent = this.inbox[this.heard - 1];
      if (sent) return sent;
      if (Date.now() > end)
        throw new Error(`${this.user} heard ${this.inbox.length}, not ${this.heard}, in ${ms} ms`);
      await sleep(5);
    }
  }
}
