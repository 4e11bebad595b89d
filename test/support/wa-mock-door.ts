import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import { WaFiles } from "./wa-mock-files.ts";

/** Where bots come in: by WebSocket, and by TLS for files. */
export abstract class WaDoor extends EventEmitter {
  readonly files = new WaFiles();
  /** Connections that were open at once, at most. */
  mostOpen = 0;
  private server: WebSocketServer | undefined;

  protected abstract connected(ws: WebSocket): void;

  async listen(port = 0): Promise<this> {
    await this.files.listen();
    await this.open(port);
    return this;
  }

  private async open(port: number): Promise<void> {
    this.server = new WebSocketServer({ host: "127.0.0.1", port, path: "/ws/chat" });
    this.server.on("connection", (ws) => {
      this.mostOpen = Math.max(this.mostOpen, this.server?.clients.size ?? 0);
      this.connected(ws);
    });
    await once(this.server, "listening");
  }

  get port(): number {
    return (this.server?.address() as AddressInfo | undefined)?.port ?? 0;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/ws/chat`;
  }

  /** Refuses connections for a while. */
  async away(ms: number): Promise<void> {
    const { port } = this;
    await this.shut();
    await sleep(ms);
    await this.open(port);
  }

  private async shut(): Promise<void> {
    for (const client of this.server?.clients ?? []) client.terminate();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  async close(): Promise<void> {
    await this.shut();
    await this.files.close();
  }
}
