/** What the narrowest channel shows, in characters unless said otherwise (docs/channels.md). */
export const channelLimits = {
  /** A text above something to tap, on WhatsApp. */
  tappable: 1024,
  /** A label on one of WhatsApp's buttons. */
  button: 20,
  /** Rows of WhatsApp's list. */
  rows: 10,
  /** Bytes that Telegram sends back from a button. */
  choiceId: 64,
  /** What stands beside a command of Telegram's, and on a bot's own page there. */
  command: 256,
  shortDescription: 120,
  description: 512,
} as const;
