import type {
  AnyMessageContent,
  BaileysEventMap,
  BinaryNode,
  ConnectionState,
  WAMessage,
} from "@whiskeysockets/baileys";
import type { Log } from "../../lib/log.ts";
import { type AuthState, isPaired, openAuthState } from "./auth-state.ts";
import type { Library, Socket } from "./baileys.ts";
import { makeGates } from "./gates.ts";
import { personJid } from "./jid.ts";
import { type Journal, type JournalStore, makeJournal } from "./journal.ts";
import { type Letters, makeLetters } from "./letters.ts";
import { codeOf, makeLibraryLog } from "./library-log.ts";

/** How long the end of a connection may take before it is cut, in ms. */
const endWithin = 3000;

export type Dialling = {
  library: Library;
  account: string;
  store: JournalStore;
  /** Where WhatsApp is; the library's own address if it is not said. */
  url?: string;
  /** The version of WhatsApp Web to speak; the library's own if it is not said. */
  version?: [number, number, number];
  log: Log;
  hooks: Hooks;
};

/** Who is told what happens on a connection. */
export type Hooks = {
  /** A pairing is wanted: this is the text of the picture to scan. */
  pairing(qr: string, socket: Socket): void;
  opened(connection: Connection): void;
  /** Resolves when the message is taken in; what it throws ends the connection, and WhatsApp delivers again. */
  message(message: WAMessage, connection: Connection): Promise<void>;
  updates(updates: BaileysEventMap["messages.update"]): void;
  receipts(receipts: BaileysEventMap["message-receipt.update"]): void;
  /** WhatsApp's answer to a message of the bot's: refused by a code, or taken. */
  acknowledged(id: string, refusal: string | null): void;
  restricted(): void;
  /** A sent message's content, for a telephone that could not decrypt it. */
  sent(id: string): Promise<string | null>;
};

/** One connection to WhatsApp, from its beginning to its end. */
export type Connection = {
  socket: Socket;
  /** The bot's own address; null before a pairing. */
  own(): string | null;
  /** The code by which it ended; 0 if none was given. What was begun on it is over by then. */
  closed: Promise<number>;
  /** Resolves when the message has left; whether it arrived, WhatsApp tells. */
  send(address: string, content: AnyMessageContent, messageId: string): Promise<unknown>;
  /** Ends it, without unlinking. What lasts already is told to WhatsApp before. */
  end(): Promise<void>;
};

/** Connects. Throws only when what is stored can't be read. */
export async function dial(dialling: Dialling): Promise<Connection> {
  const { library, account, store, log, hooks } = dialling;
  let cut: () => void = () => undefined;
  const journal = makeJournal(store, (error) => {
    const name = error instanceof Error ? error.name : "unknown";
    log.error("whatsapp_web_store_failed", { account, name });
    cut();
  });
  const gates = makeGates(journal, () => log.warn("whatsapp_web_message_missed", { account }));
  const letters = makeLetters(journal);
  const auth = await openAuthState(library, { read: journal.read, write: letters.write });
  const socket = makeSocket(dialling, auth, gates, letters);
  const wire = wireOf(socket);
  sendInOrder(wire, journal, letters);
  let over = false;
  const closed = new Promise<number>((resolve) => {
    socket.ev.on("connection.update", (update) => {
      if (update.connection === "close") resolve(codeOf(update.lastDisconnect?.error) ?? 0);
    });
  }).finally(() => {
    over = true;
    journal.giveUp();
    gates.stop();
  });
  const connection: Connection = {
    socket,
    own: () => (isPaired(auth.creds) ? personJid(auth.creds.me?.id) : null),
    closed,
    send: (address, content, messageId) =>
      letters.sending(() => socket.sendMessage(address, content, { messageId })),
    async end() {
      await withinMs(journal.drained(), endWithin);
      await withinMs(socket.end(undefined), endWithin);
      wire.terminate();
    },
  };
  cut = () => {
    wire.terminate();
    void socket.end(undefined);
  };
  socket.ev.on("creds.update", () => auth.save());
  socket.ev.on("connection.update", (update) => tell(update, connection, hooks));
  socket.ws.on("CB:ack,class:message", ({ attrs }: { attrs: Record<string, string> }) =>
    hooks.acknowledged(attrs["id"] ?? "", attrs["error"] ?? null),
  );
  queueLive(socket);
  listen(socket, {
    "messages.upsert": ({ messages }) => {
      for (const message of messages) {
        const gate = message.message ? gates.claim() : null;
        hooks.message(message, connection).then(
          () => gate?.open(),
          () => {
            if (!over) cut();
          },
        );
      }
    },
    "messages.update": hooks.updates,
    "message-receipt.update": hooks.receipts,
  });
  return connection;
}

function makeSocket(
  { library, account, url, version, log, hooks }: Dialling,
  auth: AuthState,
  gates: ReturnType<typeof makeGates>,
  letters: Letters,
): Socket {
  const logger = makeLibraryLog(log, account, gates.lost);
  const { makeSignalRepository } = library.DEFAULT_CONNECTION_CONFIG;
  return library.makeWASocket({
    auth: { creds: auth.creds, keys: library.makeCacheableSignalKeyStore(auth.keys, logger) },
    logger,
    markOnlineOnConnect: false,
    syncFullHistory: false,
    shouldSyncHistoryMessage: () => false,
    options: fetchNothing,
    emitOwnEvents: false,
    generateHighQualityLinkPreview: false,
    shouldIgnoreJid: (jid) => /@(?:g\.us|newsletter|broadcast|bot)$/.test(jid),
    ...(url === undefined ? {} : { waWebSocketUrl: url }),
    ...(version === undefined ? {} : { version }),
    async getMessage({ id }) {
      const text = id ? await hooks.sent(id).catch(() => null) : null;
      return text === null ? undefined : { extendedTextMessage: { text } };
    },
    makeSignalRepository(...given) {
      const repository = makeSignalRepository(...given);
      return {
        ...repository,
        async encryptMessage(options) {
          const result = await repository.encryptMessage(options);
          letters.encrypted();
          return result;
        },
        async decryptMessage(options) {
          const decryption = gates.begin();
          try {
            const content = await repository.decryptMessage(options);
            decryption.done();
            return content;
          } catch (error) {
            decryption.failed();
            throw error;
          }
        },
      };
    },
  });
}

/**
 * Has the library fetch no files. It does so for old chats and synchronised settings alone, which nobody needs here; a fetch
 * that breaks off would end the process, and leave what people write meanwhile waiting for ever.
 */
const fetchNothing = {
  dispatcher: {
    dispatch() {
      throw new Error("the library fetches no files");
    },
  },
} as unknown as RequestInit;

type Wire = {
  send(frame: Uint8Array, done?: (error?: Error) => void): void;
  terminate(): void;
};

/** The WebSocket under the library's own. */
const wireOf = (socket: Socket): Wire => (socket.ws as unknown as { socket: Wire }).socket;

/** Lets frames out in the order of the journal. The library believes them sent: whether they arrived, WhatsApp tells. */
function sendInOrder(wire: Wire, journal: Journal, letters: Letters): void {
  const send = wire.send.bind(wire);
  wire.send = (frame, done) => {
    let held = false;
    letters.leaving();
    const atOnce = journal.send(() => send(frame, held ? () => undefined : done));
    held = !atOnce;
    if (held && done) process.nextTick(done);
  };
}

/**
 * The library works on what waited for a login one after the other, and at once, beside that, on what is written meanwhile: the
 * later of one person's messages would come first. So it is let to believe that all had waited, and takes all in the order in
 * which WhatsApp brings it.
 */
function queueLive(socket: Socket): void {
  socket.ws.prependListener("CB:message", ({ attrs }: BinaryNode) => {
    attrs["offline"] ??= "0";
  });
}

type Listeners = {
  [Name in "messages.upsert" | "messages.update" | "message-receipt.update"]: (
    data: BaileysEventMap[Name],
  ) => void;
};

/**
 * Hears these events when they come up. The library itself holds them back, up to 30 s after a login, and forgets them when
 * the connection ends; by then it has told WhatsApp that they arrived.
 */
function listen(socket: Socket, listeners: Listeners): void {
  const emit = socket.ev.emit.bind(socket.ev);
  socket.ev.emit = (event, data) => {
    (listeners as Record<string, ((data: unknown) => void) | undefined>)[event]?.(data);
    return emit(event, data);
  };
}

function tell(update: Partial<ConnectionState>, connection: Connection, hooks: Hooks): void {
  if (update.qr !== undefined) hooks.pairing(update.qr, connection.socket);
  if (update.connection === "open") hooks.opened(connection);
  if (update.reachoutTimeLock?.isActive) hooks.restricted();
}

async function withinMs(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
