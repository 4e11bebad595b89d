import { refuse } from "./graph-fake-wire.ts";

type Fields = Record<string, unknown>;

/** A message that was sent, as the person sees it. */
export type Shown = {
  type: string;
  /** Text, body or caption. */
  text: string;
  buttons: readonly { id: string; title: string }[];
  rows: readonly { id: string; title: string; description?: string }[];
  /** The label of a list's button. */
  open?: string;
  document?: { id: string; filename: string };
  image?: { id: string };
  template?: { name: string; language: string };
};

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fields(value: unknown, name: string, known: string): Fields {
  if (!isFields(value)) return refuse(100, `${name} must be an object`);
  for (const key of Object.keys(value))
    if (!known.split(" ").includes(key)) refuse(100, `Unexpected key ${key} on param ${name}`);
  return value;
}

function text(value: unknown, name: string, most: number, least = 1): string {
  if (typeof value !== "string") return refuse(100, `${name} must be a string`);
  const length = [...value].length;
  if (length < least || length > most || (least > 0 && value.trim() === ""))
    refuse(131009, `${name} length invalid. Min length: ${least}, Max length: ${most}`);
  return value;
}

function list(value: unknown, name: string, most: number): unknown[] {
  if (!Array.isArray(value)) return refuse(100, `${name} must be an array`);
  if (value.length < 1 || value.length > most)
    refuse(131009, `Invalid ${name} count. Min allowed: 1, Max allowed: ${most}`);
  return value;
}

function allDiffer(values: readonly string[], name: string): void {
  if (new Set(values).size !== values.length) refuse(131009, `Duplicate ${name}`);
}

const bare = { buttons: [], rows: [] };

/** Reads a message that is to be sent, and refuses what WhatsApp would refuse. Media ids are looked up by `media`. */
export function shownFrom(payload: Fields, media: (id: string) => boolean): Shown {
  if (payload["messaging_product"] !== "whatsapp") refuse(100, "messaging_product is required");
  if (payload["recipient_type"] !== "individual") refuse(100, "recipient_type is not individual");
  const type = String(payload["type"]);
  fields(payload, "message", `messaging_product recipient_type to recipient type ${type}`);
  switch (type) {
    case "text": {
      const { body, preview_url: preview } = fields(payload["text"], "text", "body preview_url");
      if (preview !== false) refuse(100, "a preview was not to be made");
      return { ...bare, type, text: text(body, "text.body", 4096) };
    }
    case "document": {
      const document = fields(payload["document"], "document", "id filename caption");
      const caption = text(document["caption"] ?? "", "caption", 1024, 0);
      return { ...bare, type, text: caption, document: documentFrom(document, media) };
    }
    case "image": {
      const image = fields(payload["image"], "image", "id caption");
      const caption = text(image["caption"] ?? "", "caption", 1024, 0);
      return { ...bare, type, text: caption, image: imageFrom(image, media) };
    }
    case "interactive":
      return interactiveFrom(payload["interactive"], media);
    case "template": {
      const { name, language } = fields(payload["template"], "template", "name language");
      const { code } = fields(language, "language", "code");
      return { ...bare, type, text: "", template: { name: String(name), language: String(code) } };
    }
    default:
      return refuse(131051, "Message type is not currently supported");
  }
}

function documentFrom(document: Fields, media: (id: string) => boolean) {
  const id = String(document["id"]);
  if (!media(id)) refuse(131053, "Media upload error");
  return { id, filename: text(document["filename"], "filename", 240) };
}

function imageFrom(image: Fields, media: (id: string) => boolean) {
  const id = String(image["id"]);
  if (!media(id)) refuse(131053, "Media upload error");
  return { id };
}

function interactiveFrom(value: unknown, media: (id: string) => boolean): Shown {
  const interactive = fields(value, "interactive", "type header body action");
  const body = text(
    fields(interactive["body"], "interactive.body", "text")["text"],
    "body.text",
    1024,
  );
  const action = interactive["action"];
  if (interactive["type"] === "button") {
    const buttons = buttonsFrom(fields(action, "action", "buttons")["buttons"]);
    const shown = { ...bare, type: "button", text: body, buttons };
    if (interactive["header"] === undefined) return shown;
    const { type } = interactive["header"] as Fields;
    const header = fields(
      interactive["header"],
      "header",
      type === "image" ? "type image" : "type document",
    );
    if (type === "image")
      return { ...shown, image: imageFrom(fields(header["image"], "header.image", "id"), media) };
    const document = fields(header["document"], "header.document", "id filename");
    return { ...shown, document: documentFrom(document, media) };
  }
  if (interactive["type"] !== "list") return refuse(131009, "interactive.type is not valid");
  if (interactive["header"] !== undefined) refuse(131009, "a list's header is text only");
  const { button, sections } = fields(action, "action", "button sections");
  const open = text(button, "action.button", 20);
  return { ...bare, type: "list", text: body, open, rows: rowsFrom(sections) };
}

function buttonsFrom(value: unknown): { id: string; title: string }[] {
  const buttons = list(value, "buttons", 3).map((one) => {
    const { type, reply } = fields(one, "button", "type reply");
    if (type !== "reply") refuse(131009, "button.type is not reply");
    const { id, title } = fields(reply, "button.reply", "id title");
    return { id: text(id, "button id", 256), title: text(title, "Button title", 20) };
  });
  allDiffer(
    buttons.map(({ title }) => title),
    "button title",
  );
  allDiffer(
    buttons.map(({ id }) => id),
    "button id",
  );
  return buttons;
}

function rowsFrom(value: unknown): { id: string; title: string; description?: string }[] {
  const sections = list(value, "sections", 10);
  const rows = sections.flatMap((section) => {
    const { title, rows: some } = fields(section, "section", "title rows");
    if (sections.length > 1) text(title, "section title", 24);
    return list(some, "rows", 10).map((row) => {
      const { id, title: label, description } = fields(row, "row", "id title description");
      return {
        id: text(id, "row id", 200),
        title: text(label, "row title", 24),
        ...(description === undefined
          ? {}
          : { description: text(description, "row description", 72) }),
      };
    });
  });
  if (rows.length > 10) refuse(131009, "Total row count exceed max allowed count: 10");
  allDiffer(
    rows.map(({ id }) => id),
    "row id",
  );
  return rows;
}
