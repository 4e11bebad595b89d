/** Commands that stand in the bot's menu, in this order; each is described by the text telegram.commands.<name>. */
export const menuCommands: readonly string[] =
  "menu daftar kembali batal bantuan petugas data hapus berhenti".split(" ");

/** What a command says in words; every other one says its own name. */
const words: Readonly<Record<string, string>> = {
  data: "lihat data",
  hapus: "hapus data",
  help: "bantuan",
};

/**
 * The words of a text that may begin with a command: "/menu@payung_bot" is "menu", "/ubah 3" is "ubah 3". What a link
 * brought along behind /start is not read.
 */
export function withoutSlash(text: string): string {
  const found = /^\/([a-z]\w{0,31})(?:@\w+)?(?!\w)(.*)$/isu.exec(text);
  if (!found) return text;
  const name = (found[1] ?? "").toLowerCase();
  const rest = found[2] ?? "";
  if (name === "start") return "halo";
  if (rest.trim() === "" && words[name] !== undefined) return words[name];
  return `${name.replaceAll("_", " ")}${rest.trimEnd()}`;
}
