import type { Outgoing } from "../../conversation/ports/channel.ts";
import { shapeOf } from "./shape.ts";

/** A reply as WhatsApp shows it, drawn for a terminal: buttons in brackets, a list as its button with the rows below. */
export function drawWhatsApp(reply: Outgoing, texts: (key: string) => string): string {
  const shape = shapeOf(reply, texts);
  switch (shape.kind) {
    case "text":
      return shape.text;
    case "buttons":
      return [shape.text, "", ...shape.buttons.map(({ title }) => `[ ${title} ]`)].join("\n");
    case "list": {
      const rows = shape.rows.map(({ title, description }) =>
        description === undefined ? `  ${title}` : `  ${title} (${description})`,
      );
      return [shape.text, "", `≡ ${shape.open}`, ...rows].join("\n");
    }
  }
}
