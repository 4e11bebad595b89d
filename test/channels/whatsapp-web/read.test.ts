import { normalizeMessageContent, type WAMessage } from "@whiskeysockets/baileys";
import { describe, expect, test } from "vitest";
import { personJid, phoneOf } from "../../../src/channels/whatsapp-web/jid.ts";
import { readRef } from "../../../src/channels/whatsapp-web/media-ref.ts";
import { readReceipt, readUpdate } from "../../../src/channels/whatsapp-web/read-status.ts";
import { readUpsert } from "../../../src/channels/whatsapp-web/read-upsert.ts";

const NOW = Date.parse("2026-11-22T03:00:00Z");
const lid = "111222333444@lid";
const phone = "6281200001234@s.whatsapp.net";

const heard = (message: object | null, key: object = {}, more: object = {}) =>
  readUpsert(
    {
      key: { remoteJid: lid, remoteJidAlt: phone, fromMe: false, id: "A1", ...key },
      message,
      messageTimestamp: NOW / 1000,
      ...more,
    } as WAMessage,
    normalizeMessageContent as never,
    NOW,
  );
const said = (message: object) => heard(message)?.message;

const file = {
  directPath: "/v/t62/x.enc?ccb=11&oh=1",
  mediaKey: Buffer.alloc(32, 1),
  fileEncSha256: Buffer.alloc(32, 2),
  fileSha256: Buffer.alloc(32, 3),
  fileLength: 70_000,
  mimetype: "image/jpeg; foo=1",
};

describe("what a person sent", () => {
  const text = { conversation: "halo" };
  const table: [string, object, object | null][] = [
    ["a text", text, { text: "halo" }],
    ["a text with a link", { extendedTextMessage: { text: "lihat" } }, { text: "lihat" }],
    ["a disappearing one", { ephemeralMessage: { message: text } }, { text: "halo" }],
    [
      "one to be seen once",
      { viewOnceMessageV2: { message: { imageMessage: { ...file, caption: "KTP" } } } },
      { text: "KTP" },
    ],
    ["an edit", { protocolMessage: { type: 14, editedMessage: text } }, { notice: "edited" }],
    [
      "an edit in its wrapper",
      { editedMessage: { message: { protocolMessage: { type: 14, editedMessage: text } } } },
      { notice: "edited" },
    ],
    ["a deletion", { protocolMessage: { type: 0 } }, null],
    ["a reaction", { reactionMessage: { text: "👍" } }, null],
    ["a vote", { pollUpdateMessage: {} }, null],
    ["keys alone", { senderKeyDistributionMessage: {}, messageContextInfo: {} }, null],
    ["a poll", { pollCreationMessageV3: { name: "?" } }, { media: { kind: "other" } }],
    ["somebody's card", { contactMessage: { displayName: "Budi" } }, { media: { kind: "other" } }],
    [
      "a tap on a button",
      {
        buttonsResponseMessage: {
          selectedButtonId: "abcdef.setuju.yes",
          selectedDisplayText: "Setuju",
        },
      },
      { text: "Setuju", choice: "abcdef.setuju.yes" },
    ],
    [
      "a row of a list",
      {
        listResponseMessage: {
          title: "Ya",
          singleSelectReply: { selectedRowId: "payload of others" },
        },
      },
      { text: "Ya" },
    ],
    [
      "a template's button",
      { templateButtonReplyMessage: { selectedDisplayText: "Ya", selectedId: "x" } },
      { text: "Ya" },
    ],
    [
      "a place",
      { locationMessage: { degreesLatitude: -7.78, degreesLongitude: 110.36 } },
      { location: { lat: -7.78, lon: 110.36 } },
    ],
    [
      "a place that is none",
      { locationMessage: { degreesLatitude: 91, degreesLongitude: 0 } },
      { media: { kind: "other" } },
    ],
    ["a voice message", { audioMessage: { ...file, ptt: true } }, { media: { kind: "voice" } }],
    ["a sticker", { stickerMessage: file }, { media: { kind: "sticker" } }],
    ["a round video", { ptvMessage: file }, { media: { kind: "video" } }],
    [
      "a document with a caption",
      {
        documentWithCaptionMessage: {
          message: { documentMessage: { ...file, fileName: "a.xlsx", caption: "anggota" } },
        },
      },
      { text: "anggota", media: { kind: "document", name: "a.xlsx", size: 70_000 } },
    ],
    ["something of next year", { hologramMessage: {} }, { media: { kind: "other" } }],
  ];
  test.for(table)("%s", ([, message, wanted]) => {
    if (wanted === null) expect(heard(message)).toBeNull();
    else expect(said(message)).toMatchObject(wanted);
  });

  test("a file's ref holds what opens it, and no host", () => {
    const ref = said({ imageMessage: { ...file, url: "https://evil.example/x" } })?.media?.ref;
    expect(readRef(ref)).toMatchObject({
      type: "image",
      path: file.directPath,
      mime: "image/jpeg",
    });
    expect(ref).not.toContain("evil");
    const byUrl = said({
      imageMessage: { ...file, directPath: "", url: "https://evil.example/v/x.enc?y=1" },
    });
    expect(readRef(byUrl?.media?.ref)).toMatchObject({ path: "/v/x.enc?y=1" });
  });
  test.for([{ mediaKey: null }, { directPath: null }, { directPath: "//evil.example/x y" }])(
    "a file without what opens it is still a file: %o",
    (lack) => {
      const media = said({ imageMessage: { ...file, ...lack } })?.media;
      expect(media).toEqual({ kind: "image", size: 70_000 });
    },
  );
});

describe("who wrote", () => {
  test("is known by the id that hides the number first", () => {
    expect(heard({ conversation: "x" })).toMatchObject({
      ...{ from: lid, names: [lid, phone], id: "A1" },
      message: { at: "2026-11-22T03:00:00.000Z" },
    });
    const byPhone = heard({ conversation: "x" }, { remoteJid: phone, remoteJidAlt: lid });
    expect(byPhone).toMatchObject({ from: phone, names: [lid, phone] });
    const hidden = heard({ conversation: "x" }, { remoteJidAlt: undefined });
    expect(hidden?.names).toEqual([lid]);
  });
  test.for([
    "120363000@g.us",
    "status@broadcast",
    "123@newsletter",
    "13135550002@bot",
    "0@s.whatsapp.net",
    "",
    null,
  ])("is nobody at %o", (remoteJid) => {
    expect(heard({ conversation: "x" }, { remoteJid })).toBeNull();
  });
  test("is not the bot itself, nor somebody of days ago, nor one who could not be decrypted", () => {
    expect(heard({ conversation: "x" }, { fromMe: true })).toBeNull();
    expect(
      heard({ conversation: "x" }, {}, { messageTimestamp: NOW / 1000 - 4 * 86_400 }),
    ).toBeNull();
    expect(heard(null, {}, { messageStubType: 2 })).toBeNull();
    const ahead = heard({ conversation: "x" }, {}, { messageTimestamp: NOW / 1000 + 9999 });
    expect(ahead?.message.at).toBe("2026-11-22T03:00:00.000Z");
  });
  test("goes without the device and by one server", () => {
    expect(personJid("6281:12@s.whatsapp.net")).toBeNull();
    expect(personJid("628123456:12@s.whatsapp.net")).toBe("628123456@s.whatsapp.net");
    expect(personJid("111222333_1:7@hosted.lid")).toBe("111222333@lid");
    expect(phoneOf("111222333@lid")).toBeNull();
  });
});

describe("what became of a message", () => {
  const key = { remoteJid: lid, fromMe: true, id: "B1" };
  test.for([
    [{ status: 2 }, { receipt: "B1", state: "sent", at: NOW }],
    [{ status: 3 }, { receipt: "B1", state: "delivered", at: NOW }],
    [{ status: 4 }, { receipt: "B1", state: "read", at: NOW }],
    [{ status: 5 }, { receipt: "B1", state: "read", at: NOW }],
    [
      { status: 0, messageStubParameters: ["463", "Your account"] },
      { receipt: "B1", state: "failed", at: NOW, failure: { code: "463", error: "locked" } },
    ],
    [
      { status: 0, messageStubParameters: ["kata-kata"] },
      { receipt: "B1", state: "failed", at: NOW, failure: { code: "unknown", error: "refused" } },
    ],
    [{ status: 1 }, null],
    [{ message: {} }, null],
  ] as const)("%o", ([update, report]) => {
    expect(readUpdate({ key, update: update as never }, NOW)).toEqual(report);
    expect(readUpdate({ key: { ...key, fromMe: false }, update: update as never }, NOW)).toBeNull();
  });
  test("is told by the other event too", () => {
    expect(readReceipt({ key, receipt: { receiptTimestamp: 1 } }, NOW)?.state).toBe("delivered");
    expect(readReceipt({ key, receipt: { readTimestamp: 1 } }, NOW)?.state).toBe("read");
    expect(readReceipt({ key, receipt: {} }, NOW)).toBeNull();
    expect(
      readReceipt({ key: { ...key, fromMe: false }, receipt: { readTimestamp: 1 } }, NOW),
    ).toBeNull();
  });
});
