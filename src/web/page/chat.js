// @ts-check
import { bubbles, forgetBubbles } from "./bubbles.js";
import { forget, openLine, say, sayAgain, takeOver } from "./line.js";
import {
  addBubble,
  byId,
  markBubble,
  showChoices,
  showTyping,
  tell,
  toEnd,
  watchEnd,
  words,
} from "./view.js";

/** @typedef {import("./bubbles.js").Bubble} Bubble */

const box = byId("text");
const menu = byId("menu");
const menuButton = byId("menu-button");
const sure = byId("sure");
const mostLines = 4;
let isConnected = true;

/** @type {import("./line.js").Watcher} */
const watcher = {
  added(bubble) {
    byId("start").hidden = true;
    addBubble(bubble);
    offer(bubble);
    if (isConnected) tell("");
  },
  marked: markBubble,
  typing: showTyping,
  connected(is) {
    isConnected = is;
    tell(is ? "" : words.offline);
  },
  moved() {
    move(true);
  },
};

/** What may be tapped or typed next. @param {Bubble | undefined} last */
function offer(last) {
  const asked = last?.from === "bot" ? last : undefined;
  box.inputMode = asked?.wants === "phone" ? "tel" : "text";
  /** @type {{ id?: string, label: string }[]} */
  const offered = [...(asked?.choices ?? [])];
  if (asked?.wants === "location" && "geolocation" in navigator)
    offered.unshift({ label: words.share_location });
  showChoices(offered, ({ id, label }, byKey) => {
    if (id === undefined) sendLocation();
    else say({ choice: id }, { text: label });
    if (byKey) box.focus();
  });
}

function sendLocation() {
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude: lat, longitude: lon } }) =>
      say({ location: { lat, lon } }, { text: words.location }),
    () => tell(words.location_failed),
    { timeout: 15_000, maximumAge: 60_000 },
  );
}

/** @param {string} said */
const sayText = (said) => say({ text: said }, { text: said });

/** @param {MouseEvent} event */
const sayTextOf = ({ currentTarget }) =>
  sayText(/** @type {HTMLElement} */ (currentTarget).dataset.text ?? "");

function sendTyped() {
  const said = box.value.trim();
  if (said === "") return;
  box.value = "";
  grow();
  sayText(said);
}

/** As high as its text, up to four lines. */
function grow() {
  box.style.height = "auto";
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(box);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const most = mostLines * Number.parseFloat(lineHeight) + padding;
  const border = box.offsetHeight - box.clientHeight;
  box.style.height = `${Math.min(box.scrollHeight, most) + border}px`;
}

/** @param {boolean} is */
function showMenu(is) {
  menu.hidden = !is;
  menuButton.setAttribute("aria-expanded", String(is));
}

/** Another tab has the conversation, or this one has it back. @param {boolean} away */
function move(away) {
  byId("moved").hidden = !away;
  byId("composer").hidden = away;
  byId("choices").hidden = true;
  menuButton.disabled = away;
  tell("");
  if (away) byId("use-here").focus();
}

/** @param {File} chosen */
async function sendFile(chosen) {
  const most = Number(document.body.dataset.fileBytes);
  const file = chosen.size > most ? await smaller(chosen) : chosen;
  const { name, size, type } = file;
  if (size > most) tell(words.too_big);
  else say({ file: { name: name.slice(-255), size, type } }, { text: "", file: { name } }, file);
}

/** @param {File} file */
const smaller = (file) =>
  import("./upload.js").then(({ shrunk }) => shrunk(file)).catch(() => file);

/** @param {string} id @param {(event: MouseEvent) => void} done */
const onTap = (id, done) => byId(id).addEventListener("click", done);

function listen() {
  byId("composer").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    sendTyped();
    box.focus();
  });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendTyped();
  });
  onTap("begin", (event) => {
    sayTextOf(event);
    if (event.detail === 0) box.focus();
  });
  onTap("attach", () => byId("file").click());
  byId("file").addEventListener(
    "change",
    (/** @type {{ target: HTMLInputElement }} */ { target }) => {
      const file = target.files?.[0];
      target.value = "";
      if (file) void sendFile(file);
    },
  );
  byId("log").addEventListener("click", (/** @type {{ target: HTMLElement }} */ { target }) => {
    if (!target.closest(".again")) return;
    const { id } = /** @type {HTMLElement} */ (target.closest(".bubble")).dataset;
    if (!sayAgain(id)) byId("file").click();
  });
  onTap("use-here", () => {
    move(false);
    takeOver();
    offer(bubbles[bubbles.length - 1]);
    box.focus();
  });
  addEventListener("resize", () => toEnd(byId("log").lastElementChild));
}

function listenToMenu() {
  onTap("menu-button", () => showMenu(menu.hidden));
  document.addEventListener("click", ({ target }) => {
    if (!menu.hidden && target instanceof Node && !menuButton.contains(target)) showMenu(false);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || menu.hidden) return;
    showMenu(false);
    menuButton.focus();
  });
  onTap("restart", (event) => {
    sayTextOf(event);
    menuButton.focus();
  });
  onTap("forget", () => {
    byId("sure-failed").textContent = "";
    sure.showModal();
  });
  onTap("sure-no", () => sure.close());
  sure.addEventListener("close", () => menuButton.focus());
  const tabs = typeof BroadcastChannel === "function" ? new BroadcastChannel("payung") : null;
  tabs?.addEventListener("message", () => {
    forgetBubbles();
    byId("log").replaceChildren();
  });
  onTap("sure-yes", async () => {
    if (!(await forget())) {
      byId("sure-failed").textContent = words.forget_failed;
      return;
    }
    tabs?.postMessage("forgotten");
    location.reload();
  });
}

function start() {
  for (const bubble of bubbles) addBubble(bubble, false);
  const log = byId("log");
  toEnd(log.lastElementChild);
  log.setAttribute("aria-live", "polite");
  offer(bubbles[bubbles.length - 1]);
  byId("start").hidden = bubbles.length > 0;
  listen();
  listenToMenu();
  watchEnd();
  if (navigator.cookieEnabled) openLine(watcher);
  else tell(words.no_cookie);
}

start();
