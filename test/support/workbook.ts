import { crc32, deflateRawSync } from "node:zlib";

/** A cell as XML holds it: text, a number, a day shown as a date, a formula with its stored result, an error. */
export type XmlCell =
  | string
  | number
  | null
  | { day: number }
  | { formula: string; result?: string | number }
  | { error: string }
  | { rich: readonly string[] };

export type XmlSheet = {
  name: string;
  /** By row number as people count, from 1; rows left out are not in the file. */
  rows: Readonly<Record<number, readonly XmlCell[]>>;
  state?: "hidden" | "veryHidden";
  merged?: readonly string[];
  /** Whole `<row>` elements after the others. */
  rawRows?: string;
};

/** Rows one below the other, the first with the number `from`. */
export const inRows = (
  rows: readonly (readonly XmlCell[])[],
  from = 1,
): Record<number, readonly XmlCell[]> =>
  Object.fromEntries(rows.map((row, at) => [at + from, row]));

/** The bytes of a workbook made by hand, so that it may hold what no library writes. */
export function workbook(
  sheets: readonly XmlSheet[],
  options: { date1904?: boolean } = {},
): Buffer {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${officeRels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${officeRels}"><workbookPr${options.date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRels}">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${officeRels}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="rId900" Type="${officeRels}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="_-&quot;Rp&quot;* #,##0_-"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet);
  });
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

function sheetXml({ rows, merged = [], rawRows = "" }: XmlSheet): string {
  const body = Object.entries(rows)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(
      ([row, cells]) =>
        `<row r="${row}">${cells.map((cell, at) => cellXml(`${letters(at)}${row}`, cell)).join("")}</row>`,
    )
    .join("");
  const merges = merged.length
    ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
    : "";
  return `<worksheet xmlns="${main}"><sheetData>${body}${rawRows}</sheetData>${merges}</worksheet>`;
}

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

function cellXml(ref: string, cell: XmlCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === "string")
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ("day" in cell) return `<c r="${ref}" s="1"><v>${cell.day}</v></c>`;
  if ("error" in cell) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`;
  if ("rich" in cell)
    return `<c r="${ref}" t="inlineStr"><is>${cell.rich.map((run) => `<r><t xml:space="preserve">${escaped(run)}</t></r>`).join("")}</is></c>`;
  const { formula, result } = cell;
  const type = typeof result === "string" ? ' t="str"' : "";
  return `<c r="${ref}"${type}><f>${escaped(formula)}</f>${result === undefined ? "" : `<v>${result}</v>`}</c>`;
}

/** A ZIP of packed parts. `size`: what the directory claims, where it is not the truth. */
export function zip(parts: readonly { name: string; bytes: Uint8Array; flags?: number }[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, flags = 0 } of parts) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(offset, 12);
    local.push(Buffer.from("PK\u0003\u0004"), head, Buffer.from(name), packed);
    directory.push(
      Buffer.from("PK\u0001\u0002\u0014\u0000"),
      head,
      entry.subarray(2),
      Buffer.from(name),
    );
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}
