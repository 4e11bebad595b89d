import { type Parsed, refused, value } from "./answer-type.ts";
import { answerType } from "./tidy.ts";

/** One e-mail address in lower case; what stands beside it must be plain introduction, so that nothing is cut off silently. */
export const email = answerType({
  name: "email",
  strict: true,
  cel: "string",
  display: "text",
  longest: 400,
  parse(text) {
    const pieces = text
      .toLowerCase()
      .replace(/^mailto:/, "")
      .replace(/(?<=[a-z])\s*[:=]\s*(?=\S)/g, " ")
      .split(" ");
    const addresses = pieces.filter((piece) => piece.includes("@")).map(bare);
    const [address = ""] = addresses;
    if (addresses.length !== 1) return refused("unclear");
    if (!pieces.every((piece) => piece.includes("@") || isIntroduction(bare(piece))))
      return refused("unclear");
    return judge(address);
  },
});

const bare = (piece: string): string =>
  piece.replace(/^["'<([{*_~]+(?=[^@]*@|[^@]*$)|["'>)\]},;!.*~]+$|\p{Extended_Pictographic}/gu, "");

const introductions = new Set(
  (
    "ini itu email emailnya e-mail imel emel alamat alamatnya saya sy aku aq ku gmail punya pakai pake yg yang adalah nih nya di ke aktif aja saja ya kak ka kakak min admin pak bu mas mbak mba bang " +
    "bapak ibu gan bro sis om dong deh ok oke iya siap kirim ada surel surelnya my is mail nomor untuk usaha toko kantor pribadi baru utama tolong terima kasih makasih sama lah sih"
  ).split(" "),
);
const isIntroduction = (piece: string): boolean =>
  piece === "" || piece === "-" || introductions.has(piece);

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const domainPattern = new RegExp(`^(?:${label}\\.)+[a-z]{2,24}$`);
const localPattern = /^[a-z0-9+_-]+(?:\.[a-z0-9+_-]+)*$/;
const brokenEndings = /\.(?:con|cmo|ocm|vom|xom|comm|coom|cim|cpm|cok|om|co\.ud|co\.od|ac\.od)$/;
/** Slips in the names of the large providers; the detail proposes the right one. */
const misspelt: Readonly<Record<string, RegExp>> = {
  "gmail.com":
    /^(?:gmial|gmai|gamil|gmal|gmil|gmaill|gmaiil|gnail|gmali|gemail|gimail|gmeil|gmsil|gmail)\.(?:com|con|co|cm|om|id)$/,
  "yahoo.com": /^(?:yaho|yahooo|yhoo|yaoo|yhaoo|yahoo)\.(?:com|con|co|cm|om)$/,
  "hotmail.com": /^(?:hotmial|hotmil|hotmal|hotmali|hotmail)\.(?:com|con|cm|om)$/,
};

function judge(address: string): Parsed {
  const [local = "", domain = "", ...rest] = address.split("@");
  if (rest.length > 0 || local.length > 64 || !localPattern.test(local)) return refused("unclear");
  for (const [right, slips] of Object.entries(misspelt)) {
    if (domain !== right && slips.test(domain))
      return refused("bad_domain", { domain, suggestion: right });
  }
  if (domain.length > 190 || !domainPattern.test(domain) || brokenEndings.test(domain)) {
    return refused("bad_domain", { domain });
  }
  return value(address);
}
