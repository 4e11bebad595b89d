// @ts-check
/**
 * The line to the server: what waits to be sent, and what arrives.
 * @typedef {import("./bubbles.js").Bubble} Bubble
 * @typedef {import("./bubbles.js").Choice} Choice
 * @typedef {import("./bubbles.js").NamedFile} NamedFile
 * @typedef {{
 *   added: (bubble: Bubble) => void, marked: (bubble: Bubble) => void,
 *   typing: (is: boolean) => void, connected: (is: boolean) => void, moved: () => void
 * }} Watcher
 */

import { bubbles, forgetBubbles, isUnsent, keep, remember } from "./bubbles.js";

const requestWithin = 15_000;
const answerWithin = 10_000;
const sleepsAfter = 30_000;

/** Files of messages that are not through yet; they do not outlive the page. @type {Map<string, File>} */
const files = new Map();

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
let unanswered = false;
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

/** @param {object} send what the server gets @param {Pick<Bubble, "text" | "file">} seen what stands in the bubble @param {File} [file] */
export function say(send, seen, file) {
  const id = uuid();
  if (file) files.set(id, file);
  add({ id, from: "me", at: Date.now(), state: "waiting", send, ...seen });
  void sendAll();
}

/** Sends a file once more that did not go through; false when it must be chosen anew. @param {string | undefined} id */
export function sayAgain(id) {
  const bubble = bubbles.find((one) => one.id === id);
  if (!bubble || !files.has(bubble.id)) return false;
  mark(bubble, "late");
  void sendAll();
  return true;
}

/** Forgets what was said here and who this browser was; false when the server can't be reached. */
export async function forget() {
  if ((await post("/lepas", {})).status !== 204) return false;
  close();
  forgetBubbles();
  return true;
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
  stopWaiting();
  source?.close();
}

/** @param {{ id: string, text: string, choices: Choice[], wants?: "phone", file?: NamedFile }} part */
function arrive({ id, text, choices, wants, file }) {
  unanswered = false;
  stopWaiting();
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
    const { status, wait, upload } = await post("/pesan", { id: next.id, ...next.send });
    if (status === 202 && upload) void bring(next);
    else mark(next, stateAfter(status, next));
    // the answer may have come before the acknowledgement
    if (status === 202 && bubbles[bubbles.length - 1] === next) expectAnswer();
    if (status === 401) connect();
    if (next.state === "late") await pause(Math.max(wait, pauseAfter(tries++)));
    else tries = 0;
  }
  sending = false;
}

/** A file that was asked for and is no more is not taken. @param {number} status @param {Bubble} bubble */
function stateAfter(status, { asked }) {
  if (status === 202) return asked ? "refused" : "sent";
  return isFinal(status) ? "refused" : "late";
}

/** Somebody waits for the file of this message. @param {Bubble} bubble */
async function bring(bubble) {
  const { id } = bubble;
  bubble.asked = true;
  mark(bubble, "bringing");
  const file = files.get(id);
  const loaded = file && (await import("./upload.js").catch(() => null));
  const is = loaded && (await loaded.bring(id, file));
  mark(bubble, is ? "sent" : "failed");
}

/** @param {number} ms */
const pause = (ms) =>
  new Promise((done) => {
    wake = () => done(undefined);
    setTimeout(wake, ms);
  });

/**
 * Where nothing comes back, the stream may be dead without knowing it; or somebody reads who does not answer at once, and
 * then nobody is said to write until something came.
 */
function expectAnswer() {
  if (closed || silence) return;
  watcher.typing(!unanswered);
  silence = setTimeout(() => {
    unanswered = true;
    stopWaiting();
    connect();
  }, answerWithin);
}

function stopWaiting() {
  clearTimeout(silence);
  silence = 0;
  watcher.typing(false);
}

/** @param {Bubble} bubble */
function add(bubble) {
  keep(bubble);
  watcher.added(bubble);
}

/** @param {Bubble} bubble @param {"late" | "sent" | "refused" | "bringing" | "failed"} state */
function mark(bubble, state) {
  bubble.state = state;
  if (state === "sent" || state === "refused") {
    delete bubble.send;
    files.delete(bubble.id);
  }
  remember();
  watcher.marked(bubble);
}

/** The server will never take it. @param {number} status */
const isFinal = (status) => status >= 400 && status < 500 && ![401, 408, 429].includes(status);

/** 1 s, 2 s, 4 s ... 16 s, a little at random so that not all come back at once. @param {number} count */
const pauseAfter = (count) => 1000 * 2 ** Math.min(count, 4) * (0.75 + Math.random() / 2);

/** Status 0: no answer. `wait`: how long the server asks to wait, in ms; `upload`: whether it asks for the file. @param {string} path @param {object} body */
async function post(path, body) {
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), requestWithin);
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: given.signal,
    });
    const { status, headers } = answer;
    const upload = status === 202 && (await answer.json()).upload === true;
    return { status, upload, wait: Number(headers.get("Retry-After") ?? 0) * 1000 };
  } catch {
    return { status: 0, upload: false, wait: 0 };
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
