import { setTimeout as sleep } from "node:timers/promises";
import { makeTelegram, type TelegramOptions } from "../../src/channels/telegram/make-telegram.ts";
import type { Accepted, Intake } from "../../src/conversation/ports/intake.ts";
import type { Inbound } from "../../src/conversation/ports/line.ts";
import type { LogFields } from "../../src/lib/log.ts";
import { TgFake } from "./tg-fake.ts";

/** An intake that keeps what it was given, once for each id; `hold` may delay or refuse a message. */
export function keptIntake(hold: (user: string, message: Inbound) => unknown = () => undefined) {
  const entered: { user: string; account: string; id: string; message: Inbound }[] = [];
  const tried: string[] = [];
  const intake: Intake = {
    async accept({ user, account, channel }, id, message): Promise<Accepted> {
      if (channel !== "telegram") throw new Error(channel);
      tried.push(id);
      await hold(user, message);
      if (entered.some((one) => one.id === id && one.user === user)) return "seen";
      entered.push({ user, account, id, message });
      return "entered";
    },
    giveBack: async () => undefined,
  };
  return { intake, entered, tried, said: () => entered.map((one) => one.message.text) };
}

/** A log that remembers its lines. */
export function keptLines() {
  const lines: string[] = [];
  const keep = (level: string) => (event: string, fields?: LogFields) =>
    void lines.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`);
  return {
    lines,
    events: () => lines.map((line) => line.split(" ")[1]),
    log: { info: keep("info"), warn: keep("warn"), error: keep("error") },
  };
}

/** Waits until something is so; fails after `ms`. */
export async function until(isSo: () => unknown, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${isSo}`);
    await sleep(5);
  }
}

/** The fake and a bot on it that is not started yet; texts are their own keys, pauses after failures are short. */
export async function fakeAndBot(options: Partial<TelegramOptions> = {}) {
  const tg = await new TgFake().listen();
  const kept = keptIntake();
  const { lines, events, log } = keptLines();
  const bot = makeTelegram({
    token: tg.token,
    apiRoot: tg.apiRoot,
    intake: kept.intake,
    texts: (key) => key,
    log,
    clock: Date.now,
    waits: { firstMs: 20, mostMs: 80, tokenMs: 120 },
    ...options,
  });
  const close = async () => {
    await bot.stop();
    await tg.close();
  };
  return { tg, bot, close, lines, events, ...kept };
}
