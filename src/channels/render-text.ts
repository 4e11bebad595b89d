import type { Outgoing } from "../conversation/ports/channel.ts";

/** A reply as plain text: choices below it, numbered where a bare number picks one. */
export function renderText({
  text,
  choices,
  numbered,
}: Pick<Outgoing, "text" | "choices" | "numbered">): string {
  if (choices.length === 0) return text;
  const clear = numbered && !choices.some(({ label }) => /^\d/.test(label));
  if (!clear && choices.every(({ label }) => text.includes(`\n${label}`))) return text;
  const lines = choices.map(({ label }, index) =>
    clear ? `${index + 1}. ${label}` : `• ${label}`,
  );
  return `${text}\n\n${lines.join("\n")}`;
}
