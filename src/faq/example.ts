/** A question as somebody asked it, and its topic; `none/<kind>` for what is not answered. */
export type Example = { topic: string; text: string };
