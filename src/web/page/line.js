// @ts-check
/**
 * The line to the server: what was said in this tab, what waits to be sent, and what arrives.
 * @typedef {{ id: string, label: string }} Choice
 * @typedef {{ name: string, content?: string }} NamedFile
 * @typedef {{
 *   id: string, from: "me" | "bot", at: number, text: string, file?: NamedFile,
 *   choices?: Choice[], wants?: "phone" | "location",
 *   state?: "waiting" | "late" | "sent" | "refused", send?: object
 * }} Bubble
 * @typedef {{
 *   added: (bubble: Bubble) => void, marked: (bubble: Bubble) => void,
 *   typing: (is: boolean) => void, connected: (is: boolean) => void, moved: () => void
 * }} Watcher
 */

const kept = 200;
const requestWithin = 15_000;
const answerWithin = 10_000;
const sleepsAfter = 30_000;
const place = "payung";

/** What was said here, oldest first. */
export const bubbles = remembered();

/** @type {Watcher} */
let watcher;
/** @type {EventSource | undefined} */
let source;
/** @type {Set<string>} */
const shown = new Set();
let since = Date.now();
let hiddenAt = since;
let closed = true;
let failures = 0;
let reconnect = 0;
let silence = 0;
let sending = false;
let wake = () => {};

/** Opens the line; call it once. @param {Watcher} told */
export function openLine(told) {
  watcher = told;
  addEventListener("online", again);
  addEventListener("offline", () => watcher.connected(false));
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && again());
  document.addEventListener("visibilitychange", () => {
    const asleep = Date.now() - hiddenAt > sleepsAfter;
    if (document.hidden) hiddenAt = Date.now();
    else if (asleep || source?.readyState !== EventSource.OPEN) again();
  });
  closed = false;
  connect();
  void sendAll();
}

/** Takes the conversation over from another tab. */
export function takeOver() {
  since = Math.max(Date.now(), since + 1);
  closed = false;
  again();
}

/** @param {object} send what the server gets @param {Pick<Bubble, "text" | "file">} seen what stands in the bubble */
export function say(send, seen) {
  add({ id: uuid(), from: "me", at: Date.now(), state: "waiting", send, ...seen });
  void sendAll();
}

/** Forgets what was said here and who this browser was; false when the server can't be reached. */
export async function forget() {
  if ((await post("/lepas", {})).status !== 204) return false;
  close();
  forgetBubbles();
  return true;
}

/** Removes what was said from this tab. */
export function forgetBubbles() {
  bubbles.length = 0;
  try {
    sessionStorage.removeItem(place);
  } catch {}
}

function again() {
  if (closed) return;
  failures = 0;
  connect();
  wake();
}

function connect() {
  clearTimeout(reconnect);
  source?.close();
  if (closed) return;
  source = new EventSource(`/aliran?sejak=${since}`);
  source.onopen = () => {
    failures = 0;
    watcher.connected(true);
    wake();
  };
  source.onerror = () => {
    source?.close();
    // one failure is no news: proxies end streams now and then
    if (failures > 0) watcher.connected(false);
    reconnect = setTimeout(connect, pauseAfter(failures++));
  };
  source.addEventListener("part", ({ data }) => arrive(JSON.parse(data)));
  source.addEventListener("moved", ({ data }) => {
    since = Number(data);
    close();
    watcher.moved();
  });
}

function close() {
  closed = true;
  clearTimeout(reconnect);
  clearTimeout(silence);
  source?.close();
}

/** @param {{ id: string, text: string, choices: Choice[], wants?: "phone", file?: NamedFile }} part */
function arrive({ id, text, choices, wants, file }) {
  clearTimeout(silence);
  watcher.typing(false);
  if (!bubbles.some((bubble) => bubble.id === id))
    add({ id, from: "bot", at: Date.now(), text, choices, wants, file });
  shown.add(id);
  if (shown.size === 1) setTimeout(acknowledge);
}

async function acknowledge() {
  const ids = [...shown].slice(0, 100);
  const { status } = await post("/terima", { ids });
  if (status !== 204) {
    setTimeout(acknowledge, 2000);
    return;
  }
  for (const id of ids) shown.delete(id);
  if (shown.size > 0) void acknowledge();
}

/** One message after the other; each again and again under its own id, until the server has it. */
async function sendAll() {
  if (sending) return;
  sending = true;
  let tries = 0;
  for (let next = bubbles.find(isUnsent); next; next = bubbles.find(isUnsent)) {
    const { status, wait } = await post("/pesan", { id: next.id, ...next.send });
    if (status === 202) mark(next, "sent");
    else if (isFinal(status)) mark(next, "refused");
    else mark(next, "late");
    // the answer may have come before the acknowledgement
    if (status === 202 && bubbles[bubbles.length - 1] === next) expectAnswer();
    if (status === 401) connect();
    if (next.state === "late") await pause(Math.max(wait, pauseAfter(tries++)));
    else tries = 0;
  }
  sending = false;
}

/** @param {number} ms */
const pause = (ms) =>
  new Promise((done) => {
    wake = () => done(undefined);
    setTimeout(wake, ms);
  });

/** Where nothing comes back, the stream may be dead without knowing it. */
function expectAnswer() {
  if (closed) return;
  watcher.typing(true);
  clearTimeout(silence);
  silence = setTimeout(() => {
    watcher.typing(false);
    connect();
  }, answerWithin);
}

/** @param {Bubble} bubble */
function add(bubble) {
  bubbles.push(bubble);
  while (bubbles.length > kept) {
    const done = bubbles.findIndex((old) => !isUnsent(old));
    bubbles.splice(Math.max(0, done), 1);
  }
  remember(bubbles);
  watcher.added(bubble);
}

/** @param {Bubble} bubble @param {"late" | "sent" | "refused"} state */
function mark(bubble, state) {
  bubble.state = state;
  if (state !== "late") delete bubble.send;
  remember(bubbles);
  watcher.marked(bubble);
}

/** @param {Bubble} bubble */
const isUnsent = ({ state }) => state === "waiting" || state === "late";

/** The server will never take it. @param {number} status */
const isFinal = (status) => status >= 400 && status < 500 && ![401, 408, 429].includes(status);

/** 1 s, 2 s, 4 s ... 16 s, a little at random so that not all come back at once. @param {number} count */
const pauseAfter = (count) => 1000 * 2 ** Math.min(count, 4) * (0.75 + Math.random() / 2);

/** @returns {Bubble[]} */
function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "[]");
  } catch {
    return [];
  }
}

/** Where there is too little room, the last ones. @param {Bubble[]} some */
function remember(some) {
  try {
    sessionStorage.setItem(place, JSON.stringify(some));
  } catch {
    if (some.length > 1) remember(some.slice(Math.ceil(some.length / 2)));
  }
}

/** Status 0: no answer. `wait`: how long the server asks to wait, in ms. @param {string} path @param {object} body */
async function post(path, body) {
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), requestWithin);
  try {
    const { status, headers } = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: given.signal,
    });
    return { status, wait: Number(headers.get("Retry-After") ?? 0) * 1000 };
  } catch {
    return { status: 0, wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** crypto.randomUUID is missing in old browsers and on plain http. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12})/, "$1-$2-4$3-a$4-$5");
}
