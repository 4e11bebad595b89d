/** The languages that texts exist in; the first is the one people are greeted in. */
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];
