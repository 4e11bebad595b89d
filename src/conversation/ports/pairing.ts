/** How a bot on WhatsApp Web stands to its telephone, as whoever sits before this machine sees it. */
export type PairingView =
  /** Paired, or not this process's to see to. */
  | { state: "linked" | "connecting" | "elsewhere" }
  /** To be scanned, or typed, on the telephone. `picture`: an SVG made by us. */
  | { state: "waiting"; picture: string; code?: string }
  /** WhatsApp ended it by this code: somebody must look. */
  | { state: "stopped"; code: number };
