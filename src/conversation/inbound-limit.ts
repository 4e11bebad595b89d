/** Messages a contact may send in one go, and the time after which one more is allowed, in ms: more is no conversation. */
const inOneGo = 60;
const oneMoreAfter = 2000;
/** How long a contact is not told again, in ms. */
const tellAgainAfter = 60_000;
/** Contacts remembered; those that wrote longest ago are forgotten first. */
const remembered = 10_000;

type State = { left: number; at: number; toldAt: number };

/** What one contact may send. */
export type InboundLimit = {
  check(contact: string, writtenAt: number): Verdict;
  /** Takes a check back whose message was not taken in after all and will be delivered again. */
  giveBack(contact: string): void;
};

/** `tell`: drop the message and say so; `drop`: drop it, the contact was told. */
export type Verdict = "pass" | "tell" | "drop";

/**
 * A polite limit on what one contact may send. It reckons by when a message was written (epoch ms) and not by when it
 * arrived, so that what was written through a day of outage is not taken for a flood.
 */
export function makeInboundLimit(): InboundLimit {
  const states = new Map<string, State>();
  const check = (contact: string, writtenAt: number): Verdict => {
    const state = states.get(contact) ?? { left: inOneGo, at: writtenAt, toldAt: -Infinity };
    states.delete(contact);
    states.set(contact, state);
    if (states.size > remembered) states.delete(states.keys().next().value ?? "");
    const passed = Math.max(0, writtenAt - state.at);
    state.left = Math.min(inOneGo, state.left + passed / oneMoreAfter);
    state.at = Math.max(state.at, writtenAt);
    if (state.left >= 1) {
      state.left -= 1;
      return "pass";
    }
    if (state.at - state.toldAt < tellAgainAfter) return "drop";
    state.toldAt = state.at;
    return "tell";
  };
  return {
    check,
    giveBack(contact) {
      const state = states.get(contact);
      if (state) state.left = Math.min(inOneGo, state.left + 1);
    },
  };
}
