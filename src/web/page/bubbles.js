// @ts-check
/**
 * What was said in this tab, kept as long as it is open.
 * @typedef {{ id: string, label: string }} Choice
 * @typedef {{
 *   name: string, content?: string, bytes?: string, mime?: string, image?: string, alt?: string, width?: number, height?: number
 * }} NamedFile `image`: an address that holds it; `bytes`: its content in base64, of a kind `mime`
 * @typedef {{
 *   id: string, from: "me" | "bot", at: number, text: string, file?: NamedFile,
 *   choices?: Choice[], wants?: "phone" | "location",
 *   state?: "waiting" | "late" | "sent" | "refused" | "bringing" | "failed", send?: object,
 *   asked?: boolean
 * }} Bubble `asked`: the server wanted the file
 */

const kept = 200;
const place = "payung";

/** What was said here, oldest first. */
export const bubbles = remembered();

/** Adds one; the oldest are forgotten, unsent ones never. @param {Bubble} bubble */
export function keep(bubble) {
  bubbles.push(bubble);
  while (bubbles.length > kept) {
    const done = bubbles.findIndex((old) => !isUnsent(old));
    bubbles.splice(Math.max(0, done), 1);
  }
  remember();
}

/** Removes what was said from this tab. */
export function forgetBubbles() {
  bubbles.length = 0;
  try {
    sessionStorage.removeItem(place);
  } catch {}
}

/** @param {Bubble} bubble */
export const isUnsent = ({ state }) => state === "waiting" || state === "late";

/** @returns {Bubble[]} */
function remembered() {
  try {
    /** @type {Bubble[]} */
    const old = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    for (const bubble of old) if (bubble.state === "bringing") bubble.state = "failed";
    return old;
  } catch {
    return [];
  }
}

/** Where there is too little room, the last ones. */
export function remember(some = bubbles) {
  try {
    sessionStorage.setItem(place, JSON.stringify(some));
  } catch {
    if (some.length > 1) remember(some.slice(Math.ceil(some.length / 2)));
  }
}
