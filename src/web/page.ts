import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileBytes, textLength } from "./limits.ts";

/** A file as it goes to the browser, plain and compressed. */
export type PageFile = {
  type: string;
  plain: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
};

/** The page with its style sheet and scripts. Addresses of the latter hold a hash of them all, so they never change. */
export type Page = { html: PageFile; hash: string; assets: ReadonlyMap<string, PageFile> };

const folder = new URL("./page/", import.meta.url);

/** Texts that the scripts need; the others stand in the page. */
const spoken =
  "me bot waiting sent late refused bringing failed again today yesterday offline too_big save share_location location location_failed no_cookie forget_failed".split(
    " ",
  );

/** Reads the page's files and puts the texts in; `texts` throws for a key that it does not have. */
export function readPage(texts: (key: string) => string): Page {
  const script = (name: string) => pageFile("text/javascript; charset=utf-8", lean(read(name)));
  const style = `${read("frame.css")}${read("chat.css")}`;
  const assets = new Map([
    ["chat.css", pageFile("text/css; charset=utf-8", lean(style))],
    ...["chat.js", "view.js", "line.js", "bubbles.js", "upload.js"].map(
      (name) => [name, script(name)] as const,
    ),
  ]);
  const hash = hashOf([...assets.values()]);
  const given: Record<string, string | number> = {
    hash,
    text_length: textLength,
    file_bytes: fileBytes,
    spoken: JSON.stringify(Object.fromEntries(spoken.map((key) => [key, texts(`web.${key}`)]))),
  };
  const html = read("chat.html").replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    escaped(String(given[name] ?? texts(`web.${name}`))),
  );
  return { hash, assets, html: pageFile("text/html; charset=utf-8", html) };
}

const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");

/** Without what only its authors read: people pay for every byte. */
const lean = (text: string): string => text.replace(/^ *(?:\/\*[\s\S]*?\*\/|\/\/.*)\n/gm, "");

const pageFile = (type: string, text: string): PageFile => ({
  type,
  plain: new Uint8Array(Buffer.from(text)),
  gzip: new Uint8Array(gzipSync(text, { level: 9 })),
});

function hashOf(files: readonly PageFile[]): string {
  const hash = createHash("sha256");
  for (const { plain } of files) hash.update(plain);
  return hash.digest("hex").slice(0, 12);
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
