import type { SendError, SendErrorCode } from "./ports/channel.ts";

/** What a failed sending leads to. `contact`: this one waits; `channel`: everybody on it waits. */
export type Remedy =
  | { do: "retry"; waits: "contact" | "channel"; ms: number }
  /** The part is kept until the person writes again. */
  | { do: "await" }
  /** The part is put aside as a dead letter, the contact's next part goes on. */
  | { do: "give-up" }
  /** Nothing more is sent to the contact until they write again. */
  | { do: "drop" };

/** How long a part is tried, in ms: more than a weekend without the provider. */
export const sendFor = 3 * 86_400_000;

/** Failures in a row, of whomever, from which on the channel and not the contact is to blame. */
const channelIsDown = 3;

/** 1 s, 2 s, 4 s ... up to `most` ms. */
const growing = (times: number, most: number): number => Math.min(1000 * 2 ** times, most);

/** The table of send errors. `attempts`: of this part; `inRow`: failures since this channel last sent anything, this one included. */
const remedies: Record<
  SendErrorCode,
  (error: SendError, attempts: number, inRow: number) => Remedy
> = {
  unreachable: (_, attempts, inRow) =>
    inRow < channelIsDown
      ? { do: "retry", waits: "contact", ms: growing(attempts - 1, 300_000) }
      : { do: "retry", waits: "channel", ms: growing(inRow - channelIsDown, 60_000) },
  too_many: ({ retryAfterMs = 5000 }) => ({ do: "retry", waits: "channel", ms: retryAfterMs }),
  too_many_to_contact: ({ retryAfterMs }, attempts) => ({
    do: "retry",
    waits: "contact",
    ms: retryAfterMs ?? Math.min(1000 * 4 ** attempts, 3_600_000),
  }),
  unauthorized: () => ({ do: "retry", waits: "channel", ms: 60_000 }),
  locked: () => ({ do: "retry", waits: "channel", ms: 3_600_000 }),
  window: () => ({ do: "await" }),
  blocked: () => ({ do: "drop" }),
  refused: () => ({ do: "give-up" }),
};

/** What to do upon a failed sending of a part that was committed `age` ms ago. */
export function remedyFor(
  error: SendError,
  { attempts, inRow, age }: { attempts: number; inRow: number; age: number },
): Remedy {
  const remedy = remedies[error.code](error, attempts, inRow);
  return remedy.do === "retry" && age > sendFor ? { do: "give-up" } : remedy;
}
