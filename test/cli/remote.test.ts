import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askRunningBot, serveCommands } from "../../src/cli/remote.ts";
import { officer, sri } from "../support/officer.ts";

const { app, folder, openCase, send } = officer();

test("a running bot reckons paths from where the command was typed", async () => {
  const number = await openCase(sri);
  await send(number, "a.txt", "isi");
  const path = join(folder(), "socket");
  const server = await serveCommands(path, app());
  const client = connect(path);
  const args = ["cases", "show", number, "--save", "berkas"];
  client.write(`${JSON.stringify({ args, folder: folder() })}\n`);
  client.resume();
  await once(client, "close");
  server.close();
  expect(readFileSync(join(folder(), "berkas", "a.txt"), "utf8")).toBe("isi");
});

test("a command says where it was typed", async () => {
  const path = join(folder(), "socket");
  const server = createServer((socket) => {
    socket.once("data", (data) => {
      const { args, folder } = JSON.parse(String(data).split("\n")[0] ?? "");
      socket.write(`${JSON.stringify({ out: JSON.stringify({ args, folder }) })}\n`);
      socket.end('{"exit":0}\n');
    });
  });
  server.listen(path);
  await once(server, "listening");
  const said: string[] = [];
  const io = {
    out: (line: string) => void said.push(line),
    err: () => undefined,
    input: (async function* () {})(),
    interactive: false,
    now: { at: Date.now },
  };
  expect(await askRunningBot(path, ["cases", "list"], io)).toBe(0);
  server.close();
  expect(said).toEqual([JSON.stringify({ args: ["cases", "list"], folder: process.cwd() })]);
});
