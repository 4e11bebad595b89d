import type { PersonFields } from "../conversation/ports/records.ts";

/** The fields as they may be shown without leave to read in clear: enough to recognise a person, not to know one. */
export function maskFields(fields: PersonFields, plain: ReadonlySet<string>): PersonFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      plain.has(name) ? value : maskText(String(value)),
    ]),
  );
}

/** NIK `3271••••••••0003`, phone `+62•••••••789`, date `1990-••-••`, anything else the first letter of each word. */
function maskText(text: string): string {
  if (/^\d{1,7}$|^(?:true|false)$/.test(text)) return "•••";
  const digits = text.replaceAll(/[\s.-]/g, "");
  if (/^\d{16}$/.test(digits)) return `${digits.slice(0, 4)}${"•".repeat(8)}${digits.slice(12)}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text.slice(0, 4)}-••-••`;
  if (/^\+?\d{8,15}$/.test(digits)) {
    const shown = digits.startsWith("+") ? 3 : 2;
    return `${digits.slice(0, shown)}${"•".repeat(7)}${digits.slice(-3)}`;
  }
  return text
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `${[...word][0]}•••`)
    .join(" ");
}
