/** One engine under test: takes a person's message to its reply. */
export type Peer = {
  /** Resolves when the reply is out and the state is stored; undefined where nothing was replied. */
  send(user: number, text: string, id?: number): Promise<string | undefined>;
  /** Waits until nothing is under way any more, for engines that go on after the reply. */
  settle?(): Promise<void>;
  /** Resolves when the message last given to `send` is taken in and could be acknowledged, for engines that know such a moment. */
  taken?(): Promise<unknown>;
  /** Waits until nothing of this person is under way any more. */
  rest?(user: number): Promise<void>;
  /** Every reply that a person got so far, for engines whose replies need no message of their own. */
  replies?(user: number): readonly string[];
  /** Takes up what a killed process left, where an engine can. */
  recover?(): Promise<void>;
  close(): unknown;
  /** False for loops that reply nothing. */
  checked?: boolean;
  /** False where no state of persons is kept in Redis. */
  stores?: boolean;
};

export type PeerOptions = {
  url: string;
  /** Called with every reply as it goes out. */
  onReply?: (user: number) => void;
  /** Runs between reading and saving, where an engine can be stopped there. */
  beforeCommit?: () => Promise<void>;
  /** How far ahead of the clock leases are reckoned, in ms. */
  clockAhead?: number;
};

/** Whether the reply is the wanted one: wanted texts are whole but for what an engine says before its question. */
export const isRight = (reply: string | undefined, want: string | undefined): boolean =>
  reply !== undefined && want !== undefined && reply.endsWith(want);
