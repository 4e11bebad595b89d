import { describe, expect, test } from "vitest";
import { message } from "../../../src/channels/whatsapp-cloud/event.ts";
import { readMessage } from "../../../src/channels/whatsapp-cloud/read-message.ts";
import type { Inbound } from "../../../src/conversation/ports/line.ts";

const read = (fields: object) => readMessage(message.parse({ id: "wamid.A", ...fields }));
const file = { id: "700000000001", mime_type: "image/jpeg", sha256: "x" };
const choice = "aBc123.langkah.ya";
const tap = (id: string, kind = "button_reply") => ({
  type: "interactive",
  interactive: { type: kind, [kind]: { id, title: "Ya, mau" } },
});

describe("a message becomes what the engine reads", () => {
  const table: [what: string, fields: object, inbound: Partial<Inbound>][] = [
    [
      "a text",
      { type: "text", text: { body: "Sri Wahyuni\nRT 3" } },
      { text: "Sri Wahyuni\nRT 3" },
    ],
    ["a tapped button", tap(choice), { text: "Ya, mau", choice }],
    ["a tapped row", tap(choice, "list_reply"), { text: "Ya, mau", choice }],
    ["an id of 64 bytes", tap("é".repeat(32)), { text: "Ya, mau", choice: "é".repeat(32) }],
    ["an id of 65 bytes is none of ours", tap(`${"é".repeat(32)}x`), { text: "Ya, mau" }],
    ["an empty id", tap(""), { text: "Ya, mau" }],
    [
      "a form's answer",
      { type: "interactive", interactive: { type: "nfm_reply" } },
      { media: { kind: "other" } },
    ],
    [
      "a template's button",
      { type: "button", button: { text: "Lanjut", payload: "Lanjut" } },
      { text: "Lanjut" },
    ],
    [
      "a template's button with one of our ids",
      { type: "button", button: { text: "Lanjut", payload: choice } },
      { text: "Lanjut", choice },
    ],
    ["a picture", { type: "image", image: file }, { media: { kind: "image", ref: file.id } }],
    [
      "a picture with a caption",
      { type: "image", image: { ...file, caption: "ini KTP" } },
      { text: "ini KTP", media: { kind: "image", ref: file.id } },
    ],
    [
      "a document",
      { type: "document", document: { ...file, filename: "anggota.xlsx" } },
      { media: { kind: "document", name: "anggota.xlsx", ref: file.id } },
    ],
    [
      "a document with a name too long",
      { type: "document", document: { ...file, filename: "x".repeat(300) } },
      { media: { kind: "document", name: "x".repeat(255), ref: file.id } },
    ],
    [
      "a voice note",
      { type: "audio", audio: { ...file, voice: true } },
      { media: { kind: "voice", ref: file.id } },
    ],
    [
      "a voice note by another name",
      { type: "voice", voice: file },
      { media: { kind: "voice", ref: file.id } },
    ],
    ["a video", { type: "video", video: file }, { media: { kind: "video", ref: file.id } }],
    ["a sticker", { type: "sticker", sticker: file }, { media: { kind: "sticker", ref: file.id } }],
    [
      "a place",
      { type: "location", location: { latitude: -6.2, longitude: 106.8, name: "Pasar" } },
      { location: { lat: -6.2, lon: 106.8 } },
    ],
    [
      "somebody's card",
      { type: "contacts", contacts: [{ phones: [] }] },
      { media: { kind: "other" } },
    ],
    ["an order", { type: "order", order: {} }, { media: { kind: "other" } }],
    [
      "what WhatsApp can't pass on",
      { type: "unsupported", errors: [{ code: 131051 }] },
      { media: { kind: "other" } },
    ],
    [
      "a kind that does not exist yet",
      { type: "hologram", hologram: 1 },
      { media: { kind: "other" } },
    ],
    [
      "a changed message is told, not read",
      {
        type: "edit",
        edit: { original_message_id: "wamid.B", message: { type: "text", text: { body: "x" } } },
      },
      { notice: "edited" },
    ],
  ];
  test.for(table)("%s", ([, fields, expected]) => {
    expect(read(fields)).toEqual(expected);
  });
});

test.for([
  { type: "reaction", reaction: { message_id: "wamid.B", emoji: "👍" } },
  { type: "revoke", revoke: { original_message_id: "wamid.B" } },
  { type: "request_welcome" },
])("nobody said anything by %o", (fields) => {
  expect(read(fields)).toBeNull();
});
