import { afterEach, beforeEach, expect, test } from "vitest";
import { wholeForm } from "../support/person.ts";
import {
  patience,
  soon,
  textsOf,
  type WhatsAppWebSite,
  whatsAppWebSite,
} from "../support/whatsapp-web-site.ts";

let site: WhatsAppWebSite;
beforeEach(async () => {
  site = await whatsAppWebSite();
});
afterEach(() => site.close());

test("paired by the picture from an empty store, a whole registration with the bot killed in the middle", async () => {
  await site.paired();
  const sri = site.server.person(1);
  const form = wholeForm();
  for (const [index, text] of form.entries()) {
    await sri.send(text);
    if (index === 5 || index === 11) {
      await site.bots.at(-1)?.kill();
      site.start();
    }
    await sri.hears(patience);
  }
  await soon(() => /PYG-\d{5}-\d{5}-\d/.test(textsOf(sri).at(-1) ?? ""));
  const listed = await site.command("records", "list");
  expect(listed.out.match(/PYG-/g)).toHaveLength(1);
  expect(site.server.mostOpen).toBe(1);
  site.expectSilence([sri]);
}, 120_000);
