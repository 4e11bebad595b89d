import { InvalidArgumentError, Option } from "commander";
import { answerFor, type FaqReply } from "../flow/answer-for.ts";
import { faqBook } from "./faq-book.ts";
import { type Io, nowFrom } from "./io.ts";
import { command, type GlobalOptions } from "./options.ts";
import { day } from "./programme.ts";

type Options = GlobalOptions & {
  on?: string;
  segment?: string;
  transport?: boolean;
  income?: number;
};

/** `faq show TOPIC`: the answer to a topic on a day as a person reads it; 1 where it is withheld. */
export function faqShow(args: readonly string[], io: Io): number {
  const parser = command("faq show", "an answer of the FAQ as people read it", io)
    .argument("<topic>", "the name of a file of locales/id/faq, without .md")
    .addOption(new Option("--on <date>", "the day it is asked (default: today)").argParser(day))
    .addOption(
      new Option("--segment <segment>", "what the person told: for whom").choices([
        ...["mandiri", "usaha", "koperasi", "pendamping"],
      ]),
    )
    .option("--transport", "what the person told: carries people or goods")
    .option("--no-transport", "what the person told: does not")
    .addOption(
      new Option("--income <rupiah>", "what the person told: income a month").argParser(rupiah),
    );
  parser.parse(args, { from: "user" });
  const { on, segment, transport, income, json } = parser.opts<Options>();
  const book = faqBook(io);
  if (!book) return 1;
  const { at, today } = nowFrom(io.now.at());
  const reply = answerFor(book, String(parser.processedArgs[0]), {
    today: on ?? today,
    now: new Date(at).toISOString(),
    ...(segment === undefined ? {} : { segmen: segment }),
    ...(transport === undefined ? {} : { angkutan: transport }),
    ...(income === undefined ? {} : { penghasilan: income }),
  });
  if (json) io.out(JSON.stringify(reply));
  else for (const line of lines(reply)) io.out(line);
  return reply.withheld === null ? 0 : 1;
}

function lines(reply: FaqReply): string[] {
  if (reply.withheld !== null)
    return [
      reply.text,
      "",
      `withheld: ${reply.withheld}${reply.missing ? ` ({${reply.missing}})` : ""}`,
    ];
  const buttons = [
    ...reply.buttons.map(({ label }) => label),
    ...reply.related.map(({ title }) => title),
  ];
  return [reply.text, "", buttons.map((label) => `[${label}]`).join(" ")];
}

function rupiah(text: string): number {
  if (!/^[1-9]\d{0,11}$/.test(text))
    throw new InvalidArgumentError("Write whole rupiah, such as 2000000.");
  return Number(text);
}
