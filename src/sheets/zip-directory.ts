/** What a ZIP's directory says of its parts, before anything is unpacked. */
export type ZipDirectory = { names: string[]; bytes: number; encrypted: boolean };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const mostEntries = 5_000;
const encryptedFlag = 1;

/** Adds up the unpacked sizes in a ZIP's directory; null where there is no sound directory. */
export function unpackedSize(bytes: Uint8Array): ZipDirectory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const found: ZipDirectory = { names: [], bytes: 0, encrypted: false };
  if (count > mostEntries) return null;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null;
    const nameLength = view.getUint16(at + 28, true);
    found.bytes += view.getUint32(at + 24, true);
    found.encrypted ||= (view.getUint16(at + 8, true) & encryptedFlag) !== 0;
    found.names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/** The end record stands at the end, behind it at most a comment of 64 KiB. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === endMark) return at;
  return null;
}
