// @ts-check
/** @typedef {import("./bubbles.js").Bubble} Bubble */

const most = 200;
const link = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]']/g;
const clock = new Intl.DateTimeFormat("id", { hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat("id", { day: "numeric", month: "long", year: "numeric" });

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/** @type {Record<string, string>} */
export const words = JSON.parse(document.body.dataset.spoken ?? "{}");

const scroll = byId("scroll");
const log = byId("log");
const choices = byId("choices");
const typing = byId("typing");
// reached by keyboard, to be scrolled
scroll.tabIndex = 0;

/** @param {string} tag @param {string} [kind] @param {(Node | string)[]} inside */
function element(tag, kind, ...inside) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(...inside);
  return made;
}

/** @param {string} id */
function icon(id) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${id}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** Shows one more bubble at the end; `isNew` says whether to look at it. @param {Bubble} bubble */
export function addBubble(bubble, isNew = true) {
  const near = isNew && scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 200;
  startDay(bubble.at);
  const { from, text, file } = bubble;
  const words_ = element("p", "text");
  words_.dir = "auto";
  if (from === "bot") linkInto(words_, text);
  else words_.textContent = text;
  const time = element("time", "", clock.format(bubble.at));
  time.setAttribute("datetime", new Date(bubble.at).toISOString());
  const made = element("div", `bubble ${from}`, element("span", "aside", `${words[from]}: `));
  if (file) made.append(fileIn(file));
  if (text) made.append(words_);
  made.append(element("span", "meta", time));
  made.dataset.id = bubble.id;
  log.append(made);
  if (from === "me") markBubble(bubble);
  while (log.children.length > most * 2) log.firstElementChild.remove();
  if (near || (isNew && from === "me")) toEnd(made);
}

/** Shows whether a message went out. @param {Bubble} bubble */
export function markBubble({ id, state = "sent" }) {
  const meta = log.querySelector(`[data-id="${CSS.escape(id)}"] .meta`);
  if (!meta) return;
  meta.querySelector(".state")?.remove();
  const isTrouble = state !== "waiting" && state !== "sent";
  const mark = element("span", `state ${state}`, icon(state === "sent" ? "sent" : "waiting"));
  mark.append(element("span", isTrouble ? "" : "aside", words[state]));
  if (!isTrouble) mark.setAttribute("aria-live", "off");
  if (state === "failed") {
    const again = element("button", "again", words.again);
    again.setAttribute("type", "button");
    mark.append(again);
  }
  meta.append(mark);
}

/** @param {import("./bubbles.js").NamedFile} file */
function fileIn(file) {
  const { name } = file;
  if (file.image !== undefined) return pictureIn(file);
  const title = element("span", "name", name);
  const made = element("p", "file", icon("file"), title);
  const content = contentOf(file);
  if (content) {
    const save = /** @type {HTMLAnchorElement} */ (element("a", "", words.save));
    save.href = URL.createObjectURL(content);
    save.download = name;
    made.append(save);
  }
  return made;
}

/** What may be saved; null of a file that only has a name. @param {import("./bubbles.js").NamedFile} file */
function contentOf({ content, bytes, mime = "" }) {
  if (content !== undefined) return new Blob([content], { type: "text/plain;charset=utf-8" });
  if (bytes === undefined) return null;
  return new Blob([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], { type: mime });
}

/** @param {import("./bubbles.js").NamedFile} file */
function pictureIn({ image = "", alt = "", width = 0, height = 0 }) {
  const made = /** @type {HTMLImageElement} */ (element("img", "picture"));
  Object.assign(made, { alt, width, height, src: image });
  return made;
}

/** @param {HTMLElement} place @param {string} text */
function linkInto(place, text) {
  let end = 0;
  for (const { 0: address, index = 0 } of text.matchAll(link)) {
    const made = /** @type {HTMLAnchorElement} */ (element("a", "", address));
    made.href = address;
    made.target = "_blank";
    made.rel = "noopener noreferrer";
    place.append(text.slice(end, index), made);
    end = index + address.length;
  }
  place.append(text.slice(end));
}

/** @param {number} at */
const dayOf = (at) => new Date(at).toDateString();

/** @param {number} at */
function startDay(at) {
  const days = log.querySelectorAll(".day");
  if (days[days.length - 1]?.dataset.day === dayOf(at)) return;
  const made = element("p", "day");
  made.dataset.day = dayOf(at);
  log.append(made);
  for (const day of [...days, made]) day.textContent = dayInWords(new Date(day.dataset.day));
}

/** @param {Date} day */
function dayInWords(day) {
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return words.today;
  return day.toDateString() === yesterday.toDateString() ? words.yesterday : calendar.format(day);
}

/**
 * Puts buttons under the last message; none removes them.
 * @template {{ label: string }} T @param {T[]} offered @param {(choice: T, byKey: boolean) => void} pick
 */
export function showChoices(offered, pick) {
  choices.replaceChildren(
    ...offered.map((choice) => {
      const made = element("button", "choice", choice.label);
      made.setAttribute("type", "button");
      made.addEventListener("click", ({ detail }) => pick(choice, detail === 0));
      return made;
    }),
  );
  choices.hidden = offered.length === 0;
  if (offered.length > 0) toEnd(log.lastElementChild);
}

/** @param {boolean} is */
export function showTyping(is) {
  typing.hidden = !is;
  if (is) toEnd(log.lastElementChild);
}

/** Scrolls to the end, but not past the beginning of the last message. @param {HTMLElement | null} last */
export function toEnd(last) {
  const top = last ? last.offsetTop - 12 : scroll.scrollHeight;
  scroll.scrollTop = Math.min(scroll.scrollHeight - scroll.clientHeight, top);
}

/** Offers a way down where the end is out of sight. */
export function watchEnd() {
  const down = byId("to-end");
  const look = () => {
    down.hidden = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  };
  scroll.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(log);
  down.addEventListener("click", () => {
    scroll.scrollTop = scroll.scrollHeight;
    scroll.focus();
  });
}

/** Says something in the line above the text box. @param {string} text */
export function tell(text) {
  byId("status").textContent = text;
}
