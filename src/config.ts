import type { OfficeHours, OfficeZone } from "./cases/office-hours.ts";
import type { SecureRule } from "./conversation/secure-links.ts";
import { faultsTogether, type Settings, settings } from "./settings.ts";

/** What the environment (and a file `.env`) settles. */
export type Config = {
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  dataDir: string;
  key: string | undefined;
  /** Who answers for the data; null = a trial installation. */
  operator: { name: string; contact: string } | null;
  /** When officers are there; null = nothing is said about it. */
  office: OfficeHours | null;
  /** The clock that officers go by, with or without office hours. */
  zone: OfficeZone;
  /** The file of branch offices. */
  branches: string | undefined;
  /** Where the web server listens. */
  host: string;
  port: number;
  /** How long a turn waits at most for the next line of somebody who is still writing. */
  pauseMs: number;
  /** Where people and providers reach the web server, without a slash at the end. */
  publicUrl: string | undefined;
  /** Answers that people are offered to give on a page instead of in the chat. */
  secureForm: SecureRule | null;
  telegram: {
    token: string;
    byWebhook: boolean;
    messagesPerSecond: number | undefined;
    apiRoot: string | undefined;
  } | null;
  whatsappCloud: {
    token: string;
    phoneNumberId: string;
    appSecret: string;
    verifyToken: string;
    template: { name: string; language: string } | undefined;
    messagesPerSecond: number | undefined;
    apiRoot: string | undefined;
    apiVersion: string | undefined;
  } | null;
  /** A linked device of somebody's telephone. */
  whatsappWeb: {
    /** What the account is called here, whichever number is paired. */
    label: string;
    /** E.164, to be paired by a code. */
    number: string | undefined;
    messagesPerMinute: number | undefined;
    version: [number, number, number] | undefined;
    url: string | undefined;
  } | null;
  logLevel: "debug" | "info" | "warn" | "error";
};

/** Reads the environment; or every fault in it at once, a sentence each. */
export function readConfig(): { config: Config; faults: [] } | { config: null; faults: string[] } {
  try {
    process.loadEnvFile();
  } catch {
    // no .env file: the environment alone counts
  }
  const present = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== ""),
  );
  const read = settings.safeParse(present);
  if (!read.success)
    return {
      config: null,
      faults: read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
    };
  const faults = faultsTogether(read.data);
  return faults.length > 0
    ? { config: null, faults }
    : { config: configFrom(read.data), faults: [] };
}

function secureFormFrom(given: Settings): SecureRule | null {
  const { PAYUNG_SECURE_FORM: channels, PAYUNG_PUBLIC_URL: publicUrl } = given;
  if (!(channels && publicUrl)) return null;
  return {
    channels,
    only: given.PAYUNG_SECURE_FORM_ONLY ?? [],
    classes: given.PAYUNG_SECURE_FORM_CLASSES ?? ["identity"],
    publicUrl,
  };
}

function whatsappFrom(given: Settings): Config["whatsappCloud"] {
  const { WHATSAPP_TOKEN: token, WHATSAPP_PHONE_NUMBER_ID: phoneNumberId } = given;
  const { WHATSAPP_APP_SECRET: appSecret, WHATSAPP_VERIFY_TOKEN: verifyToken } = given;
  if (!(token && phoneNumberId && appSecret && verifyToken)) return null;
  const [name, language] = given.WHATSAPP_TEMPLATE?.split(":") ?? [];
  return {
    token,
    phoneNumberId,
    appSecret,
    verifyToken,
    template: name && language ? { name, language } : undefined,
    messagesPerSecond: given.WHATSAPP_PER_SECOND,
    apiRoot: given.WHATSAPP_API_ROOT,
    apiVersion: given.WHATSAPP_API_VERSION,
  };
}

function whatsappWebFrom(given: Settings): Config["whatsappWeb"] {
  if (given.WHATSAPP_WEB === "off") return null;
  const [first, second, third] = given.WHATSAPP_WEB_VERSION?.split(".").map(Number) ?? [];
  return {
    label: given.WHATSAPP_WEB_LABEL,
    number: given.WHATSAPP_WEB_NUMBER,
    messagesPerMinute: given.WHATSAPP_WEB_PER_MINUTE,
    version: third === undefined ? undefined : [first ?? 0, second ?? 0, third],
    url: given.WHATSAPP_WEB_URL,
  };
}

function configFrom(given: Settings): Config {
  const { PAYUNG_OPERATOR_NAME: name, PAYUNG_OPERATOR_CONTACT: contact } = given;
  return {
    databaseUrl: given.DATABASE_URL,
    redisUrl: given.REDIS_URL,
    dataDir: given.PAYUNG_DATA,
    key: given.PAYUNG_KEY,
    operator: name && contact ? { name, contact } : null,
    office: officeFrom(given),
    zone: given.PAYUNG_OFFICE_ZONE,
    branches: given.PAYUNG_BRANCHES,
    host: given.PAYUNG_HOST,
    port: given.PAYUNG_PORT,
    pauseMs: given.PAYUNG_PAUSE_MS,
    publicUrl: given.PAYUNG_PUBLIC_URL,
    secureForm: secureFormFrom(given),
    telegram:
      given.TELEGRAM_TOKEN === undefined
        ? null
        : {
            token: given.TELEGRAM_TOKEN,
            byWebhook: given.TELEGRAM_INTAKE === "webhook",
            messagesPerSecond: given.TELEGRAM_PER_SECOND,
            apiRoot: given.TELEGRAM_API_ROOT,
          },
    whatsappCloud: whatsappFrom(given),
    whatsappWeb: whatsappWebFrom(given),
    logLevel: given.PAYUNG_LOG,
  };
}

function officeFrom(given: Settings): OfficeHours | null {
  const { PAYUNG_OFFICE_HOURS: week, PAYUNG_OFFICE_ZONE: zone } = given;
  return week ? { week, zone, holidays: given.PAYUNG_OFFICE_HOLIDAYS ?? new Set() } : null;
}
