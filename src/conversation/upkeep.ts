import type { Log } from "../lib/log.ts";
import type { Conversation } from "./conversation.ts";
import type { Outbox } from "./ports/outbox.ts";

/** Pause between two looks for lines without a holder and for jobs, in ms. */
const every = 1000;
/** Looks between two times that old things are forgotten: an hour. */
const untilForgetting = 3600;
/** How long a part waits for a channel that is fetched from, in ms: as long as a draft lives. */
const partLife = 30 * 86_400_000;

/** Takes up lines whose holder died, performs jobs, and has old things forgotten, until it is stopped. */
export function startUpkeep(
  conversation: Conversation,
  { outbox, clock, log }: { outbox: Outbox; clock: () => number; log: Log },
): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let rounds = 0;
  const once = async (): Promise<void> => {
    try {
      if (rounds++ % untilForgetting === 0) {
        await conversation.forgetIdle();
        await outbox.forget(clock() - partLife);
      }
      await conversation.sweep();
      while (!ended && (await conversation.runJob()));
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      if (!ended) log.error("upkeep_failed", { name });
    }
  };
  const round = async (): Promise<void> => {
    await once();
    if (!ended) timer = setTimeout(again, every);
  };
  let running = Promise.resolve();
  const again = (): void => {
    running = round();
  };
  again();
  return {
    async stop() {
      ended = true;
      clearTimeout(timer);
      await running;
    },
  };
}
