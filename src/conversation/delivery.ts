import { nameOf } from "../lib/name-of.ts";
import type { Channel } from "./ports/channel.ts";
import type { Contact } from "./ports/contact.ts";
import type { HeldPart } from "./ports/part.ts";
import { Sender, type SenderParts } from "./sender.ts";

/** Pause between two looks at the outbox, in ms; it grows to the second one while nothing is there. */
const lookEvery = 200;
const lookAtLeastEvery = 1000;
/** The same after the store failed. */
const lookAfterFault = 2000;

/** Sends what commits leave in the outbox, through the channels that this process serves. */
export type Delivery = {
  /** Whether a part for this contact could go out at once; a commit then hands it out with the same call. */
  ready(contact: Contact): boolean;
  /** Sends what a commit handed out. */
  send(held: HeldPart): void;
  /** Looks for what other processes committed, what was put off and what a dead sender left; until `stop`. */
  start(): void;
  /** Begins nothing new; resolves when what is under way has ended. */
  stop(): Promise<void>;
};

/** The delivery of these channels. Replies go first: bulk is taken only where no reply waits. */
export function makeDelivery(channels: readonly Channel[], parts: SenderParts): Delivery {
  const senders = channels.map((channel) => new Sender(channel, parts));
  const senderFor = ({ channel, account }: Contact) =>
    senders.find(({ account: own }) => own.channel === channel && own.account === account);
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;

  const takeUp = async (sender: Sender): Promise<boolean> => {
    for (const lane of ["reply", "bulk"] as const) {
      const room = sender.room();
      if (room === 0) return false;
      const held = await parts.outbox.take(sender.account, lane, parts.clock(), room);
      for (const one of held) sender.send(one);
      if (held.length > 0) return true;
    }
    return false;
  };
  const takeUpAll = async (): Promise<boolean> => {
    let found = false;
    for (const sender of senders) while (!stopped && (await takeUp(sender))) found = true;
    return found;
  };
  let pause = lookEvery;
  const lookOnce = async (): Promise<number> => {
    try {
      return (await takeUpAll()) ? lookEvery : Math.min(pause * 1.5, lookAtLeastEvery);
    } catch (error) {
      if (!stopped) parts.log.error("outbox_failed", { name: nameOf(error) });
      return lookAfterFault;
    }
  };
  const look = async (): Promise<void> => {
    pause = await lookOnce();
    if (!stopped) timer = setTimeout(again, pause);
  };
  const again = (): void => {
    looking = look();
  };

  return {
    ready: (contact) => (senderFor(contact)?.room() ?? 0) > 0,
    send: (held) => senderFor(held.contact)?.send(held),
    start() {
      if (senders.length > 0) again();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(senders.map((sender) => sender.stop()));
    },
  };
}
