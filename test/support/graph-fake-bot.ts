import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  makeWhatsAppCloud,
  type WhatsAppCloudOptions,
} from "../../src/channels/whatsapp-cloud/make-whatsapp-cloud.ts";
import type { Outgoing } from "../../src/conversation/ports/channel.ts";
import type { DeliveryReport, Receipts } from "../../src/conversation/ports/deliveries.ts";
import type { Accepted, Intake, Webhook } from "../../src/conversation/ports/intake.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import { GraphFake } from "./graph-fake.ts";
import { bodyOf } from "./graph-fake-wire.ts";
import { keptLines } from "./tg-fake-bot.ts";

/** An intake and receipts that keep what they were given; `hold` may delay or refuse a message, `holdReport` a report. */
export function keptAll(
  hold: (user: string, message: Inbound) => unknown = () => undefined,
  holdReport: (report: DeliveryReport) => unknown = () => undefined,
) {
  const entered: { user: string; id: string; message: Inbound }[] = [];
  const reports: DeliveryReport[] = [];
  /** In order: who wrote, and what was then tried to be taken in. */
  const steps: string[] = [];
  const intake: Intake = {
    async accept({ user }, id, message): Promise<Accepted> {
      steps.push(`accept ${user}`);
      await hold(user, message);
      if (entered.some((one) => one.id === id && one.user === user)) return "seen";
      entered.push({ user, id, message });
      return "entered";
    },
    giveBack: async () => undefined,
  };
  const receipts: Receipts = {
    async told(_account, report) {
      await holdReport(report);
      reports.push(report);
    },
    async wrote({ user }) {
      steps.push(`wrote ${user}`);
    },
  };
  const said = (user?: string) =>
    entered
      .filter((one) => user === undefined || one.user === user)
      .map(({ message }) => message.text);
  return { intake, receipts, entered, reports, steps, said };
}

/** The fake and a channel on it whose webhook is served over HTTP. `close` looks for secrets and addresses in the log. */
export async function fakeAndCloud(options: Partial<WhatsAppCloudOptions> = {}) {
  const graph = await new GraphFake().listen();
  const kept = keptAll();
  const { lines, events, log } = keptLines();
  const { token, appSecret, verifyToken, phoneNumberId, apiRoot } = graph;
  const cloud = makeWhatsAppCloud({
    ...{ token, appSecret, verifyToken, phoneNumberId, apiRoot, log },
    ...{ intake: kept.intake, receipts: kept.receipts },
    texts: (key) => (key === "whatsapp.list_button" ? "Pilih" : key),
    clock: () => graph.clock(),
    ...options,
  });
  const served = await serve(cloud.webhook);
  graph.hook.url = `${served.url}/webhooks/whatsapp`;
  const close = async () => {
    await cloud.stop();
    await graph.close();
    served.close();
    for (const secret of [token, appSecret, verifyToken, "62811", "ID.1000"])
      if (lines.join("\n").includes(secret)) throw new Error(`the log holds ${secret}`);
  };
  const contact = (user: string) => ({
    channel: "whatsapp-cloud",
    account: phoneNumberId,
    user,
  });
  const send = (user: string, fields: Partial<Outgoing> = {}) =>
    cloud.channel.send(contact(user), replyOf(fields));
  return { graph, cloud, close, lines, events, contact, send, ...kept };
}

/** A reply with these fields. */
export const replyOf = (fields: Partial<Outgoing>): Outgoing => ({
  text: "Siapa namanya?",
  choices: [],
  numbered: false,
  keys: [],
  ...fields,
});

export const choicesOf = (...labels: string[]) =>
  labels.map((label, at) => ({ id: `aBc123.langkah.${at}`, label }));

async function serve(webhook: Webhook) {
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const { searchParams: query } = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "GET") {
      const text = webhook.verify?.(query) ?? null;
      response.writeHead(text === null ? 403 : 200).end(text ?? "");
      return;
    }
    const headers = new Headers(request.headers as Record<string, string>);
    const body = new Uint8Array(await bodyOf(request));
    response.writeHead(await webhook.receive({ headers, query, body })).end();
  };
  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
