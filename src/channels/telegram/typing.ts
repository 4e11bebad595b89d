import type { Api } from "./api.ts";

/** How long a reply may take before "typing" is shown, and how often that is shown to one person, in ms. */
const quickMs = 400;
const againMs = 4000;

/** Shows people that an answer is on its way, where it does not come at once. */
export type Typing = {
  /** Something of this person's was taken in. */
  entered(user: string): void;
  /** An answer goes out to this person. */
  replied(user: string): void;
  stop(): void;
};

export function makeTyping(api: Api, clock: () => number): Typing {
  const timers = new Map<string, NodeJS.Timeout>();
  const shown = new Map<string, number>();
  const show = (user: string) => {
    timers.delete(user);
    const now = clock();
    for (const [other, at] of shown) if (now - at >= againMs) shown.delete(other);
    if (shown.has(user)) return;
    shown.set(user, now);
    void api.call("sendChatAction", { chat_id: user, action: "typing" });
  };
  return {
    entered(user) {
      if (timers.has(user)) return;
      const timer = setTimeout(show, quickMs, user);
      timer.unref();
      timers.set(user, timer);
    },
    replied(user) {
      clearTimeout(timers.get(user));
      timers.delete(user);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
