/** One fresh process of the bench: `one.ts ORDER` (JSON, see child.ts); its result goes to the parent, else to standard output. */
import process from "node:process";
import type { Order } from "./child.ts";
import { measureClosed } from "./closed.ts";
import { measureOpen } from "./open-loop.ts";
import { checkSafety } from "./safety.ts";
import { beVictim } from "./victim.ts";

const order = JSON.parse(process.argv[2] ?? "") as Order;
const tell = (message: unknown) =>
  new Promise<void>((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else process.stdout.write(`${JSON.stringify(message)}\n`, () => resolve());
  });
await tell({ result: await carriedOut(order) });
process.exit(0);

function carriedOut(given: Order): Promise<unknown> {
  switch (given.do) {
    case "closed":
      return measureClosed(given);
    case "open":
      return measureOpen(given);
    case "safety":
      return checkSafety(given);
    case "victim":
      return beVictim(given, (told) => void tell({ told }));
  }
}
