import type { Config } from "../config.ts";
import type { Store } from "../store/open.ts";

/** What `npm start` prints: where people reach the bot, where data lies, and what is not configured. */
export function greeting(
  store: Pick<Store, "kind" | "sessions">,
  config: Config,
  url: string,
): string[] {
  const records =
    store.kind === "embedded"
      ? `embedded database in ${config.dataDir}/ (DATABASE_URL: use PostgreSQL)`
      : "PostgreSQL";
  const sessions =
    store.sessions === "redis" ? "Redis" : `the same database (REDIS_URL: use Redis)`;
  return [
    `Payung is running. Web chat: ${config.publicUrl ?? url}${config.publicUrl ? ` (here: ${url})` : ""}`,
    "  In a terminal: npm run -s payung -- chat",
    `  Records: ${records}`,
    `  Sessions and outbox: ${sessions}`,
    config.telegram
      ? `  Telegram: bot ${config.telegram.token.split(":")[0]}, ${config.telegram.byWebhook ? "by webhook" : "by long polling"}`
      : "  Not configured: Telegram (TELEGRAM_TOKEN)",
    config.whatsappCloud
      ? `  WhatsApp: number id ${config.whatsappCloud.phoneNumberId}, delivered to ${config.publicUrl ?? url}/webhooks/whatsapp${config.publicUrl?.startsWith("https:") ? "" : " (Meta delivers to https addresses only: PAYUNG_PUBLIC_URL)"}`
      : "  Not configured: WhatsApp (WHATSAPP_TOKEN and others, see docs/channels.md)",
    config.whatsappWeb
      ? `  WhatsApp Web: unofficial, see docs/whatsapp-web.md; to link a telephone: ${url}/tautkan`
      : "  Not configured: WhatsApp Web (WHATSAPP_WEB, unofficial, see docs/whatsapp-web.md)",
    config.operator
      ? `  Run by: ${config.operator.name}`
      : "  Not configured: who runs it (PAYUNG_OPERATOR_NAME, PAYUNG_OPERATOR_CONTACT); until then it calls itself a trial",
    config.key
      ? "  Key: PAYUNG_KEY"
      : `  Key: ${config.dataDir}.key (made by itself; back it up, nothing can be read without it)`,
    "",
  ];
}
