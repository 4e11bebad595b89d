import type { Hono } from "hono";
import type { PairingView } from "../conversation/ports/pairing.ts";
import { onlyThisMachine } from "./guard.ts";

/** How often the page looks anew, in seconds: a picture to scan lives for twenty. */
const lookEvery = 4;

/** Serves, to this machine alone, what links a telephone with the bot. */
export function servePairing(app: Hono, pairing: () => PairingView): void {
  app.get("/tautkan", onlyThisMachine, (c) => c.html(page(pairing())));
}

const page = (view: PairingView): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Payung: WhatsApp</title>
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="${lookEvery}"></head>
<body><h1>WhatsApp Web</h1>
${contentOf(view)}
</body></html>
`;

function contentOf(view: PairingView): string {
  switch (view.state) {
    case "linked":
      return "<p>Linked. Nothing is to be done here.</p>";
    case "connecting":
      return "<p>Connecting ...</p>";
    case "elsewhere":
      return "<p>Another process of Payung is connected, or was until a moment ago.</p>";
    case "stopped":
      return `<p><strong>Stopped by WhatsApp with code ${Number(view.code)}.</strong> See docs/whatsapp-web.md, then start the bot anew.</p>`;
    case "waiting":
      return `<p>On the telephone: WhatsApp &gt; Linked devices &gt; Link a device, and scan this.</p>
${view.picture}
${view.code ? `<p>Or link by the number and type this code: <strong>${view.code.replace(/[^\w-]/g, "")}</strong></p>` : ""}`;
  }
}
