import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import type { SecureAnswer, SecureForm, SecureForms } from "../conversation/ports/secure-form.ts";
import { onlyOwnPage } from "./guard.ts";
import { bodyBytes, fileBytes, textLength } from "./limits.ts";
import { makeUploads } from "./uploads.ts";
import type { Visitors } from "./visitor.ts";

type SecureFormParts = { secureForms?: SecureForms; publicUrl?: string | undefined };

/** No scripts at all: the page has to work in whatever browser a messenger opens. */
const policy =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const style = ["frame.css", "secure-form.css"]
  .map((name) => readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8"))
  .join("");
const styleAddress = `/isi-${createHash("sha256").update(style).digest("hex").slice(0, 12)}.css`;

/** Serves the pages behind links to a question; whoever has no link finds nothing. */
export function serveSecureForms(
  app: Hono,
  { secureForms, publicUrl }: SecureFormParts,
  visitors: Visitors,
): void {
  if (!secureForms) return;
  app.get(styleAddress, (c) => {
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    c.header("Content-Type", "text/css; charset=utf-8");
    return c.body(style);
  });
  app.get("/isi/:token", async (c) =>
    answer(c, await secureForms.show(c.req.param("token"), visitors.known(c))),
  );
  const tooLarge = (c: Context) => c.text("too large", 413);
  const short = bodyLimit({ maxSize: bodyBytes, onError: tooLarge });
  const long = bodyLimit({ maxSize: fileBytes + bodyBytes, onError: tooLarge });
  // Only who may send a file has more than a line of text read.
  const limit: MiddlewareHandler = async (c, next) => {
    const form = await secureForms.show(c.req.param("token") ?? "", visitors.known(c));
    const isFile = form.state === "open" && form.input === "file";
    return isFile ? long(c, next) : short(c, next);
  };
  const uploads = makeUploads(Date.now);
  app.post("/isi/:token", onlyOwnPage(publicUrl), limit, async (c) => {
    const end = uploads.begin();
    if (!end) return c.text("busy", 503, { "Retry-After": "5" });
    try {
      const given = await givenIn(c);
      return await answer(
        c,
        await secureForms.answer(c.req.param("token"), visitors.known(c), given),
      );
    } finally {
      end();
    }
  });
}

/** The text or the file of a page; an empty text where there is neither. */
async function givenIn(c: Context): Promise<SecureAnswer> {
  const { jawaban } = await c.req.parseBody().catch(() => ({ jawaban: "" }));
  if (typeof jawaban === "string") return jawaban.slice(0, textLength);
  if (!(jawaban instanceof File) || jawaban.size === 0) return "";
  return { name: jawaban.name, content: new Uint8Array(await jawaban.arrayBuffer()) };
}

const statusOf = {
  open: 200,
  done: 200,
  used: 410,
  expired: 410,
  unknown: 404,
  busy: 429,
} as const satisfies Record<SecureForm["state"], number>;

function answer(c: Context, form: SecureForm): Response | Promise<Response> {
  c.header("Content-Security-Policy", policy);
  c.header("X-Robots-Tag", "noindex, nofollow");
  // With no-referrer browsers would not even tell ourselves which page a form was sent from.
  c.header("Referrer-Policy", "same-origin");
  const { language, words } = form;
  return c.html(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${words.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0d5257">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${styleAddress}">
</head>
<body class="form">
<header><div><h1>${words.name}</h1></div></header>
<main>${form.state === "open" ? question(form) : html`<p role="status">${form.sentence}</p>`}</main>
</body>
</html>
`,
    statusOf[form.state],
  );
}

/** What was typed is not shown again: it would stay in the browser's memory of the page. */
function question({ words, question, input, accept, fault }: SecureForm & { state: "open" }) {
  const described = html`aria-describedby="question${fault === undefined ? "" : " fault"}"
 ${fault === undefined ? "" : html`aria-invalid="true"`} autofocus required`;
  const field =
    input === "file"
      ? html`<input id="jawaban" name="jawaban" type="file" accept="${accept ?? ""}" ${described}>`
      : html`<input id="jawaban" name="jawaban" type="${input === "numeric" ? "text" : input}" inputmode="${input}"
 maxlength="${textLength}" ${described}>`;
  return html`
<form method="post" autocomplete="off" ${input === "file" ? html`enctype="multipart/form-data"` : ""}>
<div id="question">${question.map((text) => html`<p>${text}</p>`)}</div>
<p class="promise">${words.promise}</p>
${fault === undefined ? "" : html`<p id="fault" role="alert">${fault}</p>`}
<label for="jawaban">${words.label}</label>
${field}
<button type="submit">${words.send}</button>
</form>`;
}
