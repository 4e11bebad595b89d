import type { Contact } from "../conversation/ports/contact.ts";
import type { Mailbox } from "../conversation/ports/outbox.ts";
import type { Log } from "../lib/log.ts";
import { beatEvery, streamsAtOnce } from "./limits.ts";
import { openStream, type Stream, streamEvent } from "./stream.ts";

/** The live streams of all contacts, one each. */
export type Streams = {
  /**
   * A stream of server-sent events for the tab that took the conversation over at `since` (epoch ms of the browser).
   * The tab that came later wins: an older one is told `moved`. Null when too many are open.
   */
  open(contact: Contact, since: number): ReadableStream<Uint8Array> | null;
  /** Looks again for parts of this contact: an acknowledgement has made room. */
  look(contact: Contact): void;
  /** Ends all streams at once and opens no more. */
  close(): void;
};

/** Streams over a mailbox; one timer beats for all. */
export function makeStreams(mailbox: Mailbox, log: Log): Streams {
  const live = new Map<string, { since: number; stream: Stream }>();
  let closed = false;
  const beat = setInterval(() => {
    for (const { stream } of live.values()) stream.beat();
  }, beatEvery);
  beat.unref();
  return {
    open(contact, since) {
      const held = live.get(contact.user);
      if (closed || (!held && live.size >= streamsAtOnce)) return null;
      if (held && held.since > since) return new Response(moved(held.since)).body;
      held?.stream.end(held.since < since ? moved(since) : undefined);
      const stream = openStream(mailbox, contact, log, () => {
        if (live.get(contact.user)?.stream === stream) live.delete(contact.user);
      });
      live.set(contact.user, { since, stream });
      return stream.body;
    },
    look: (contact) => live.get(contact.user)?.stream.look(),
    close() {
      closed = true;
      clearInterval(beat);
      for (const { stream } of live.values()) stream.end();
    },
  };
}

const moved = (since: number): string => streamEvent("moved", null, since);
