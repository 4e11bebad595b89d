import type { Reply } from "../../engine/event.ts";

/** What a channel is given to show: finished text and choices; it shapes, it does not word. */
export type Outgoing = Reply;
