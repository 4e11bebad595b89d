import {
  type Channel,
  isPicture,
  mimeOf,
  type Outgoing,
  type SendResult,
} from "../../conversation/ports/channel.ts";
import { type Answer, fieldOf, type Graph } from "./graph.ts";
import { refusal, sendErrorFrom } from "./send-error.ts";
import { limits, type Shape, shapeOf } from "./shape.ts";

/** How long a sending may take in all, in ms, and of that the upload of a file. */
const sendMs = 18_000;
const uploadMs = 10_000;

/** A message that WhatsApp has approved for people who have not written for 24 hours. */
export type Template = { name: string; language: string };

export type Sending = {
  graph: Graph;
  texts: (key: string) => string;
  /** Where a sending may not take as long as usual, in ms. */
  ms?: number;
};

/** Sends a part as one message: never cut, never in two, so that a repetition repeats it as a whole or not at all. */
export function makeSend({ graph, texts, ms = sendMs }: Sending): Channel["send"] {
  return async ({ user }, body): Promise<SendResult> => {
    const shape = shapeOf(body, texts);
    const unfit = unfitness(shape, body);
    if (unfit !== null) return { state: "failed", error: refusal(unfit) };
    const signal = AbortSignal.timeout(ms);
    if (!body.file) return post(graph, user, messageOf(shape), signal);
    const uploaded = await upload(graph, body.file, ms, signal);
    if (!uploaded.ok) return failed(uploaded);
    const id = fieldOf(uploaded.body, "id");
    if (typeof id !== "string") return failed(noAnswer);
    return post(graph, user, messageOf(shape, attachmentOf(body.file, id)), signal);
  };
}

/** Sends the approved message to somebody, without anything filled in. */
export function makeInvite(
  { graph, ms = sendMs }: Sending,
  { name, language }: Template,
): NonNullable<Channel["invite"]> {
  const message = { type: "template", template: { name, language: { code: language } } };
  return ({ user }) => post(graph, user, message, AbortSignal.timeout(ms));
}

async function post(
  graph: Graph,
  user: string,
  message: object,
  signal: AbortSignal,
): Promise<SendResult> {
  const whom = businessScoped.test(user) ? { recipient: user } : { to: user };
  const json = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...whom,
    ...message,
  };
  const answer = await graph.call(`${graph.account}/messages`, { json, signal });
  if (!answer.ok) return failed(answer);
  const messages = fieldOf(answer.body, "messages");
  const receipt = Array.isArray(messages) ? fieldOf(messages[0], "id") : undefined;
  return typeof receipt === "string" ? { state: "sent", receipt } : failed(noAnswer);
}

/** A user id that holds for this business only, "ID.1349…"; anything else is the digits of a phone number. */
const businessScoped = /^[A-Z]{2}\.[A-Za-z0-9]+/;

function upload(graph: Graph, file: File, ms: number, signal: AbortSignal): Promise<Answer> {
  const form = new FormData();
  const type = mimeOf(file);
  // a copy, which is known to be in no memory that threads share
  const content = typeof file.content === "string" ? file.content : new Uint8Array(file.content);
  form.set("messaging_product", "whatsapp");
  form.set("type", type);
  form.set("file", new Blob([content], { type }), fileName(file.name));
  const within = AbortSignal.any([signal, AbortSignal.timeout(Math.min(uploadMs, ms / 2))]);
  return graph.call(`${graph.account}/media`, { form, signal: within });
}

type File = NonNullable<Outgoing["file"]>;

/** A file that was uploaded, in a message of its kind or above buttons. */
type Attachment = { type: "document" | "image"; is: { id: string; filename?: string } };

const attachmentOf = (file: File, id: string): Attachment =>
  isPicture(file)
    ? { type: "image", is: { id } }
    : { type: "document", is: { id, filename: fileName(file.name) } };

function messageOf(shape: Shape, attached?: Attachment): object {
  switch (shape.kind) {
    case "text":
      return attached
        ? { type: attached.type, [attached.type]: { ...attached.is, caption: shape.text } }
        : { type: "text", text: { preview_url: false, body: shape.text } };
    case "buttons":
      return {
        type: "interactive",
        interactive: {
          type: "button",
          ...(attached ? { header: { type: attached.type, [attached.type]: attached.is } } : {}),
          body: { text: shape.text },
          action: { buttons: shape.buttons.map((reply) => ({ type: "reply", reply })) },
        },
      };
    case "list":
      return {
        type: "interactive",
        interactive: {
          type: "list",
          body: { text: shape.text },
          action: { button: shape.open, sections: [{ rows: shape.rows }] },
        },
      };
  }
}

/** Why WhatsApp could never take a part. */
function unfitness({ text }: Shape, { text: said, file }: Outgoing): string | null {
  if (said.trim() === "") return "the text is empty";
  const most = file ? limits.caption : limits.text;
  return text.length > most ? `the text has ${text.length} characters, of ${most}` : null;
}

const fileName = (name: string): string => name.replace(/[\p{Cc}"\\/]/gu, "_").slice(0, 240);

/** 200 with something else than was promised: whether the message went out is not known. */
const noAnswer: Answer & { ok: false } = {
  ok: false,
  fault: { http: null, code: null, words: "an answer without an id" },
};

const failed = ({ fault }: Answer & { ok: false }): SendResult => ({
  state: "failed",
  error: sendErrorFrom(fault),
});
