/**
 * What the narrowest channel shows, in characters unless said otherwise: WhatsApp's buttons and lists, Telegram's bytes of what
 * is sent back by a button, its captions, and what stands on a bot's own page there.
 */
export const channelLimits = {
  /** A text with something to tap below it. */
  tappable: 1024,
  /** A text that goes along with a file. */
  caption: 1024,
  message: 4096,
  buttons: 3,
  button: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  /** Bytes. */
  choiceId: 64,
  command: 256,
  shortDescription: 120,
  description: 512,
} as const;
