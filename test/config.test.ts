import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

let before: NodeJS.ProcessEnv;
beforeEach(() => {
  before = process.env;
});
afterEach(() => {
  process.env = before;
});

function configOf(settings: Record<string, string>) {
  process.env = { ...settings };
  return readConfig();
}

test("office hours come with their clock and holidays; nobody need be named for them", () => {
  const { config } = configOf({
    PAYUNG_OFFICE_HOURS: "Sen-Jum 08:00-16:00",
    PAYUNG_OFFICE_ZONE: "WITA",
    PAYUNG_OFFICE_HOLIDAYS: "2026-12-25, 2027-01-01",
  });
  const all = [{ from: 480, to: 960 }];
  expect(config?.operator).toBeNull();
  expect(config?.office).toEqual({
    week: [all, all, all, all, all, [], []],
    zone: "WITA",
    holidays: new Set(["2026-12-25", "2027-01-01"]),
  });
});

test("the clock is Jakarta's unless told, and without hours there is no office but a clock", () => {
  expect(configOf({}).config).toMatchObject({ office: null, zone: "WIB" });
  expect(configOf({ PAYUNG_OFFICE_ZONE: "wit" }).config?.zone).toBe("WIT");
  expect(configOf({ PAYUNG_OFFICE_HOURS: "08:00-16:00" }).config?.office?.zone).toBe("WIB");
  expect(configOf({ PAYUNG_OFFICE_HOURS: "", PAYUNG_OFFICE_ZONE: "" }).config?.office).toBeNull();
});

test("every fault is told at once, a sentence each, with its setting", () => {
  const { config, faults } = configOf({
    PAYUNG_OFFICE_HOURS: "Mo-Xx 08:00-16:00; Sa 12:00-08:00",
    PAYUNG_OFFICE_ZONE: "GMT",
    PAYUNG_OFFICE_HOLIDAYS: "natal",
    PAYUNG_PORT: "seribu",
  });
  expect(config).toBeNull();
  expect(faults.map((fault) => fault.slice(0, fault.indexOf(":"))).sort()).toEqual([
    "PAYUNG_OFFICE_HOLIDAYS",
    "PAYUNG_OFFICE_HOURS",
    "PAYUNG_OFFICE_HOURS",
    "PAYUNG_OFFICE_ZONE",
    "PAYUNG_PORT",
  ]);
  expect(faults.join("\n")).toContain('there is no day "Xx"');
});

test("holidays without hours are a setting forgotten", () => {
  expect(configOf({ PAYUNG_OFFICE_HOLIDAYS: "2026-12-25" }).faults).toEqual([
    expect.stringContaining("PAYUNG_OFFICE_HOURS"),
  ]);
});

test("WhatsApp Web is off until it is set, and a number alone does not set it", () => {
  expect(configOf({}).config?.whatsappWeb).toBeNull();
  expect(configOf({ WHATSAPP_WEB_NUMBER: "+6281234567890" }).faults).toHaveLength(1);
  const { config } = configOf({ WHATSAPP_WEB: "on", WHATSAPP_WEB_VERSION: "2.3000.15" });
  expect(config?.whatsappWeb).toMatchObject({ label: "utama", version: [2, 3000, 15] });
  const wrong = { WHATSAPP_WEB: "ya", WHATSAPP_WEB_NUMBER: "0812", WHATSAPP_WEB_URL: "http://x" };
  expect(configOf(wrong).faults).toHaveLength(3);
});

test("a secure form needs an address that people reach, and what is taken there only is offered there", () => {
  const { faults } = configOf({ PAYUNG_SECURE_FORM: "telegram", PAYUNG_SECURE_FORM_ONLY: "web" });
  expect(faults).toHaveLength(2);
  expect(configOf({ PAYUNG_SECURE_FORM: "sms" }).faults.join()).toContain("PAYUNG_SECURE_FORM");
  const { config } = configOf({
    PAYUNG_SECURE_FORM: "telegram, whatsapp-cloud",
    PAYUNG_SECURE_FORM_ONLY: "whatsapp-cloud",
    PAYUNG_PUBLIC_URL: "https://payung.example.id/",
  });
  expect(config?.secureForm).toEqual({
    channels: ["telegram", "whatsapp-cloud"],
    only: ["whatsapp-cloud"],
    classes: ["identity"],
    publicUrl: "https://payung.example.id",
  });
});
