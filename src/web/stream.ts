import { isPicture, type Outgoing } from "../conversation/ports/channel.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import type { Mailbox } from "../conversation/ports/outbox.ts";
import type { OutPart } from "../conversation/ports/part.ts";
import type { Log } from "../lib/log.ts";
import { nameOf } from "../lib/name-of.ts";
import { missedBeats, streamBacklogBytes, unacknowledgedParts } from "./limits.ts";

/** One browser tab that listens. */
export type Stream = {
  body: ReadableStream<Uint8Array>;
  /** Sends what is unsent and was not yet sent on this stream, as far as the reader keeps up. */
  look(): void;
  /** Keeps the connection alive; ends it when the reader is too far behind. */
  beat(): void;
  /** Sends a last event, if any, and ends. */
  end(last?: string): void;
};

/** Opens a stream of the contact's parts; `onEnd` is called once, whoever ends it. */
export function openStream(
  mailbox: Mailbox,
  contact: Contact,
  log: Log,
  onEnd: () => void,
): Stream {
  const bytes = new TextEncoder();
  const sent = new Set<string>();
  let state: "idle" | "looking" | "again" | "ended" = "idle";
  let missed = 0;
  let held = false;
  let unwatch: (() => void) | undefined;
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const hasRoom = (): boolean => (out?.desiredSize ?? 0) > 0;
  const write = (text: string): void => out?.enqueue(bytes.encode(text));
  const stop = (): void => {
    state = "ended";
    unwatch?.();
    onEnd();
  };
  const end = (last?: string): void => {
    if (state === "ended") return;
    if (last !== undefined) write(last);
    out?.close();
    stop();
  };

  const send = (parts: readonly OutPart[]): void => {
    const waiting = new Set(parts.map(({ id }) => id));
    for (const id of sent) if (!waiting.has(id)) sent.delete(id);
    for (const { id, body } of parts) {
      if (sent.has(id)) continue;
      held = !hasRoom();
      if (held) return;
      sent.add(id);
      write(partEvent(id, body as Outgoing));
    }
  };
  const look = async (): Promise<void> => {
    if (state !== "idle") {
      if (state === "looking") state = "again";
      return;
    }
    try {
      do {
        state = "looking";
        const parts = await mailbox.unsent(contact, unacknowledgedParts);
        if (stateNow() === "ended") return;
        send(parts);
      } while (stateNow() === "again");
      state = "idle";
    } catch (error) {
      log.warn("web_stream_failed", { name: nameOf(error) });
      end();
    }
  };
  const stateNow = (): typeof state => state;

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        out = controller;
        write("retry: 1000\n\n");
      },
      pull() {
        if (held) void look();
      },
      cancel: stop,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: streamBacklogBytes }),
  );
  unwatch = mailbox.watch(contact, () => void look());
  void look();
  return {
    body,
    end,
    look: () => void look(),
    beat() {
      missed = hasRoom() ? 0 : missed + 1;
      if (missed >= missedBeats) end();
      else if (missed === 0) write(":\n\n");
    },
  };
}

/** One event in the words of server-sent events. */
export const streamEvent = (name: string, id: string | null, data: unknown): string =>
  `event: ${name}\n${id === null ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

/** Keys of texts and the like stay here. */
function partEvent(id: string, { text, choices, wants, file }: Outgoing): string {
  return streamEvent("part", id, {
    ...{ id, text, choices },
    ...(wants === undefined ? {} : { wants }),
    ...(file === undefined ? {} : { file: fileInWords(file) }),
  });
}

/** A page gets a picture as an address that holds it: what was said stays in its tab and nowhere here. */
function fileInWords(file: NonNullable<Outgoing["file"]>): object {
  if (!("mime" in file)) return file;
  const { name, mime } = file;
  const content = Buffer.from(file.content);
  if (!isPicture(file)) return { name, mime, bytes: content.toString("base64") };
  const { alt } = file;
  // where a PNG says how large it is: the page keeps the room, and nothing jumps
  const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)];
  return { name, alt, width, height, image: `data:${mime};base64,${content.toString("base64")}` };
}
