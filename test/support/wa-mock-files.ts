import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownCertificate } from "./own-certificate.ts";

/** Says true when it has seen to a request itself. */
export type FileFault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** WhatsApp's place of files on 127.0.0.1, by TLS under a certificate of its own. */
export class WaFiles {
  /** Encrypted files by path. */
  readonly kept = new Map<string, Buffer>();
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  fault: FileFault | undefined;
  /** To be given to bots as NODE_EXTRA_CA_CERTS. */
  readonly certificate: string;
  private readonly folder = mkdtempSync(join(tmpdir(), "payung-tls-"));
  private readonly server: Server;

  constructor() {
    this.certificate = join(this.folder, "cert.pem");
    const { key, cert } = ownCertificate();
    writeFileSync(this.certificate, cert);
    this.server = createServer({ key, cert }, (request, response) => {
      void this.serve(request, response);
    });
  }

  async listen(): Promise<void> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  put(body: Buffer): { url: string; direct_path: string } {
    const direct_path = `/v/${randomBytes(9).toString("base64url")}.enc`;
    this.kept.set(direct_path, body);
    return { url: `https://${this.host}${direct_path}`, direct_path };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const path = (request.url ?? "").split("?")[0] ?? "";
    this.asked.push(path);
    if (this.fault?.(request, response)) return;
    if (request.method === "POST") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(this.put(Buffer.concat(parts))));
      return;
    }
    const body = this.kept.get(path);
    if (body) response.end(body);
    else response.writeHead(404).end();
  }
}
