import type { Picture } from "../../engine/event.ts";

/** Draws a comparison as a PNG; rejects where it can't be done in time. */
export type Draw = (comparison: Picture["comparison"]) => Promise<Uint8Array>;
