import { renderSVG, renderUnicodeCompact } from "uqr";
import type { PairingView } from "../../conversation/ports/pairing.ts";
import type { Log } from "../../lib/log.ts";
import type { Socket } from "./baileys.ts";
import { codeOf } from "./library-log.ts";
import type { Link } from "./state.ts";

export type Pairs = {
  link: Link;
  account: string;
  /** The number to be paired by a code, E.164; without it only the picture is shown. */
  number?: string;
  /** Shows lines to whoever sits before this machine; never a log. */
  show: (lines: string) => void;
  log: Log;
};

/** Shows how the telephone is to be linked: a picture to scan, and a code to type where the number is known. */
export function makePairing({ link, account, number, show, log }: Pairs) {
  /** One code a connection: a further one would end the one before. */
  const codes = new WeakMap<Socket, string>();
  const ask = async (socket: Socket, qr: string, digits: string): Promise<void> => {
    try {
      const code = await socket.requestPairingCode(digits);
      codes.set(socket, code);
      if (link.state.is === "pairing") link.set({ is: "pairing", qr, code });
      show(`Code: ${written(code)}\n`);
    } catch (error) {
      log.warn("whatsapp_web_no_code", { account, code: codeOf(error) ?? 0 });
    }
  };
  return {
    wanted(qr: string, socket: Socket): void {
      const code = codes.get(socket);
      if (link.state.is !== "pairing") {
        log.warn("whatsapp_web_not_paired", { account });
        show(how);
      }
      link.set({ is: "pairing", qr, ...(code === undefined ? {} : { code }) });
      show(renderUnicodeCompact(qr, { border: 2 }));
      const first = number !== undefined && !codes.has(socket);
      if (first) codes.set(socket, "");
      if (first) void ask(socket, qr, number.replace(/\D/g, ""));
    },
    view(): PairingView {
      const { state } = link;
      switch (state.is) {
        case "elsewhere":
        case "connecting":
          return { state: state.is };
        case "open":
          return { state: "linked" };
        case "stopped":
          return { state: "stopped", code: state.code };
        case "pairing":
          return {
            state: "waiting",
            picture: pictureOf(state.qr),
            ...(state.code ? { code: written(state.code) } : {}),
          };
      }
    },
  };
}

const pictureOf = (qr: string): string =>
  renderSVG(qr, { border: 4, pixelSize: 6 }).replace("<svg ", '<svg width="360" height="360" ');

const how =
  "\nWhatsApp Web is not linked. On the telephone: WhatsApp > Linked devices > Link a device.\n";

const written = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
