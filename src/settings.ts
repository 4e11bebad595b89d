import { z } from "zod";
import { type OfficeZone, officeZones } from "./cases/office-hours.ts";
import { type Reading, readHolidays, readOfficeHours } from "./cases/read-office-hours.ts";

const redisUrls = z
  .string()
  .refine((text) => text.split(",").every((one) => /^rediss?:\/\/\S+$/.test(one.trim())), {
    error: "is not a redis:// address (several nodes of a cluster are separated by commas)",
  });
const httpUrl = z.url({ protocol: /^https?$/, error: "is not an http(s):// address" });

const tooShort = { error: "needs at least 3 characters" };

/** A setting with a notation of its own; every fault in it is told. */
const written = <Value>(read: (text: string) => Reading<Value>) =>
  z.string().transform((text, context) => {
    const { value, faults } = read(text);
    for (const message of faults) context.issues.push({ code: "custom", message, input: text });
    return value ?? z.NEVER;
  });

/** Channels that people write on, where a page may take over from the chat. */
const channelNames = ["telegram", "whatsapp-cloud", "whatsapp-web", "web"] as const;

/** Some of these names, separated by commas. */
const listOf = <Name extends string>(names: readonly Name[]) =>
  z
    .string()
    .transform((text) => text.split(",").map((one) => one.trim()))
    .pipe(z.array(z.enum(names, { error: `is a list of ${names.join(", ")}` })));

/** Every setting by its name in the environment, and what is sound for it. */
export const settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "is not a postgresql:// address" })
    .optional(),
  REDIS_URL: redisUrls.optional(),
  PAYUNG_DATA: z.string().min(1).default("data"),
  PAYUNG_KEY: z.string().optional(),
  PAYUNG_OPERATOR_NAME: z.string().min(3, tooShort).optional(),
  PAYUNG_OPERATOR_CONTACT: z.string().min(3, tooShort).optional(),
  PAYUNG_OFFICE_HOURS: written(readOfficeHours).optional(),
  PAYUNG_OFFICE_ZONE: z
    .preprocess(
      (text) => (typeof text === "string" ? text.toUpperCase() : text),
      z.enum(Object.keys(officeZones) as OfficeZone[], { error: "is WIB, WITA or WIT" }),
    )
    .default("WIB"),
  PAYUNG_OFFICE_HOLIDAYS: written(readHolidays).optional(),
  PAYUNG_BRANCHES: z.string().min(1).optional(),
  PAYUNG_HOST: z.string().min(1).default("127.0.0.1"),
  PAYUNG_PORT: z.coerce.number({ error: "is not a port" }).int().min(0).max(65535).default(3000),
  PAYUNG_PAUSE_MS: z.coerce
    .number({ error: "is not a number" })
    .int()
    .min(0)
    .max(5000)
    .default(1200),
  PAYUNG_PUBLIC_URL: httpUrl.transform((url) => url.replace(/\/+$/, "")).optional(),
  PAYUNG_SECURE_FORM: listOf(channelNames).optional(),
  PAYUNG_SECURE_FORM_ONLY: listOf(channelNames).optional(),
  PAYUNG_SECURE_FORM_CLASSES: listOf(["identity", "personal", "financial"]).optional(),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, "is not a token as BotFather gives it (digits, a colon, letters)")
    .optional(),
  TELEGRAM_INTAKE: z
    .enum(["polling", "webhook"], { error: "is polling or webhook" })
    .default("polling"),
  TELEGRAM_PER_SECOND: z.coerce.number({ error: "is not a number" }).min(1).max(1000).optional(),
  TELEGRAM_API_ROOT: httpUrl.optional(),
  WHATSAPP_TOKEN: z.string().min(20, { error: "is too short for an access token" }).optional(),
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,20}$/, "consists of digits; it is the id that Meta gives, not the phone number")
    .optional(),
  WHATSAPP_APP_SECRET: z.string().min(16, { error: "is too short for an app secret" }).optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8, { error: "needs at least 8 characters" }).optional(),
  WHATSAPP_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]+:[a-zA-Z_]{2,10}$/, "is a template's name and language, as in ada_kabar:id")
    .optional(),
  WHATSAPP_PER_SECOND: z.coerce.number({ error: "is not a number" }).min(1).max(1000).optional(),
  WHATSAPP_API_ROOT: httpUrl.optional(),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, "looks like v24.0")
    .optional(),
  WHATSAPP_WEB: z.enum(["on", "off"], { error: "is on or off" }).default("off"),
  WHATSAPP_WEB_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{7,14}$/, "is the number in the form +6281234567890")
    .optional(),
  WHATSAPP_WEB_LABEL: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, "consists of small letters, digits and hyphens")
    .default("utama"),
  WHATSAPP_WEB_PER_MINUTE: z.coerce
    .number({ error: "is not a number" })
    .min(1)
    .max(6000)
    .optional(),
  WHATSAPP_WEB_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, "looks like 2.3000.1043857760")
    .optional(),
  WHATSAPP_WEB_URL: z.url({ protocol: /^wss?$/, error: "is not a ws(s):// address" }).optional(),
  PAYUNG_LOG: z
    .enum(["debug", "info", "warn", "error"], { error: "is debug, info, warn or error" })
    .default("warn"),
});

/** Settings that are sound, each by itself. */
export type Settings = z.infer<typeof settings>;

/** Settings that are sound alone and not beside each other. */
export function faultsTogether(given: Settings): string[] {
  const faults: string[] = [];
  const { PAYUNG_OPERATOR_NAME: name, PAYUNG_OPERATOR_CONTACT: contact } = given;
  if ((name === undefined) !== (contact === undefined))
    faults.push(
      "PAYUNG_OPERATOR_NAME and PAYUNG_OPERATOR_CONTACT belong together: set both or none",
    );
  if (given.PAYUNG_OFFICE_HOLIDAYS !== undefined && given.PAYUNG_OFFICE_HOURS === undefined)
    faults.push("PAYUNG_OFFICE_HOLIDAYS needs PAYUNG_OFFICE_HOURS, the hours of other days");
  if (given.TELEGRAM_INTAKE === "webhook" && given.TELEGRAM_TOKEN === undefined)
    faults.push("TELEGRAM_INTAKE=webhook needs TELEGRAM_TOKEN");
  if (given.TELEGRAM_INTAKE === "webhook" && given.PAYUNG_PUBLIC_URL === undefined)
    faults.push("TELEGRAM_INTAKE=webhook needs PAYUNG_PUBLIC_URL, where Telegram delivers to");
  faults.push(...faultsOfSecureForm(given));
  const missing = whatsappSettings.filter((one) => given[one] === undefined);
  if (missing.length > 0 && missing.length < whatsappSettings.length)
    faults.push(`WhatsApp needs ${whatsappSettings.join(", ")}: ${missing.join(", ")} not set`);
  if (given.WHATSAPP_WEB === "off" && given.WHATSAPP_WEB_NUMBER !== undefined)
    faults.push("WHATSAPP_WEB_NUMBER needs WHATSAPP_WEB=on");
  return faults;
}

function faultsOfSecureForm(given: Settings): string[] {
  const faults: string[] = [];
  const { PAYUNG_SECURE_FORM: secure, PAYUNG_SECURE_FORM_ONLY: only = [] } = given;
  if (secure !== undefined && given.PAYUNG_PUBLIC_URL === undefined)
    faults.push("PAYUNG_SECURE_FORM needs PAYUNG_PUBLIC_URL, where people open the page");
  if (only.some((channel) => !secure?.includes(channel)))
    faults.push("PAYUNG_SECURE_FORM_ONLY names channels of PAYUNG_SECURE_FORM");
  if (given.PAYUNG_SECURE_FORM_CLASSES !== undefined && secure === undefined)
    faults.push("PAYUNG_SECURE_FORM_CLASSES needs PAYUNG_SECURE_FORM");
  return faults;
}

/** Without these there is no WhatsApp, and none of them stands alone. */
const whatsappSettings = [
  "WHATSAPP_TOKEN",
  "WHATSAPP_PHONE_NUMBER_ID",
  "WHATSAPP_APP_SECRET",
  "WHATSAPP_VERIFY_TOKEN",
] as const;
