import type {
  CaseDesk,
  CaseLine,
  CaseOpening,
  CaseReader,
  CaseSummary,
} from "../conversation/ports/cases.ts";
import type { Contact } from "../conversation/ports/contact.ts";
import type { DeliveryState } from "../conversation/ports/deliveries.ts";
import type { LineBody } from "./cases.ts";
import type { Cipher } from "./encryption.ts";
import {
  auditPlace,
  caseLinePlace,
  contactPlace,
  contentPlace,
  mimePlace,
  openingPlace,
} from "./places.ts";
import { checkNumber } from "./registration-number.ts";
import type { Sql } from "./sql.ts";

/** What officers see of the cases. */
export function caseDeskOn(sql: Sql, cipher: Cipher): CaseDesk {
  const summaryOf = (row: CaseRow) => caseSummary(cipher, row);
  const caseRow = async (typed: string): Promise<CaseRow | undefined> => {
    const number = checkNumber(typed, "KSS");
    if (number === null) return undefined;
    return (await sql.query<CaseRow>(`${CASES} where officer_case.number = $1`, [number]))[0];
  };
  const audit = async (action: string, subject: string, { by, at }: CaseReader) => {
    await sql.query(
      `insert into audit_entry (at, action, subject, "by") values ($1::bigint, $2, $3, $4)`,
      [Date.parse(at), action, subject, cipher.encrypt(auditPlace(subject), by)],
    );
  };
  return {
    async list(all) {
      const rows = await sql.query<CaseRow>(`${CASES} where state = 'open' or $1 ${IN_ORDER}`, [
        all,
      ]);
      return rows.map(summaryOf);
    },
    async show(typed, reader) {
      const row = await caseRow(typed);
      if (row === undefined) return null;
      const lines = await sql.query<LineRow>(LINES, [row.number]);
      await audit("case.show", row.number, reader);
      return { summary: summaryOf(row), lines: lines.map((line) => lineOf(cipher, line)) };
    },
    async file(typed, id, reader) {
      const number = checkNumber(typed, "KSS");
      if (number === null) return null;
      const [row] = await sql.query<FileRow>(FILE, [number, id]);
      if (row === undefined) return null;
      const content = cipher.decryptBytes(contentPlace(id), Buffer.from(row.content, "base64"));
      const { media } = cipher.decrypt(caseLinePlace(row.line), row.body) as LineBody;
      await audit("case.file", `${number} ${id}`, reader);
      const mime = cipher.decrypt(mimePlace(id), row.mime) as string;
      return { name: fileName(media), mime, content };
    },
    async find(typed) {
      const row = await caseRow(typed);
      if (row === undefined) return null;
      const { number, kind, state, unanswered } = row;
      const contact = contactOf(cipher, row);
      const [reply] = await sql.query<ReplyRow>(LAST_REPLY, [number]);
      return {
        number,
        kind,
        state,
        unanswered,
        contact,
        lastReply: reply ? replyOf(cipher, reply) : null,
      };
    },
  };
}

type CaseRow = {
  number: string;
  state: CaseSummary["state"];
  kind: CaseSummary["kind"];
  urgent: boolean;
  due_at: number | null;
  opened_at: number;
  closed_at: number | null;
  unanswered: number;
  last_from: "person" | "officer" | null;
  last_at: number | null;
  opening: string;
  contact_id: string;
  address: string;
  awaiting: number;
  undelivered: number;
};

const CASES = `
  select officer_case.number, state, kind, urgent, due_at::float8 as due_at, opened_at::float8 as opened_at,
    closed_at::float8 as closed_at, unanswered, last_from, last_at::float8 as last_at, opening,
    contact_id, contact.address, (
      select count(*)::int from case_line line join delivery using (part_hash)
      where line.number = officer_case.number and delivery.state = 'awaiting') as awaiting, (
      select count(*)::int from case_line line join delivery using (part_hash)
      where line.number = officer_case.number and delivery.state = 'failed') as undelivered
  from officer_case join contact on contact.id = officer_case.contact_id`;

const IN_ORDER = `
  order by state = 'open' desc, urgent desc, waiting_since nulls last, officer_case.opened_at,
    officer_case.number`;

type LineRow = {
  id: string;
  at: number;
  author: CaseLine["from"];
  body: string;
  file_id: string | null;
  file_state: NonNullable<CaseLine["file"]>["state"];
  size: number | null;
  delivery_state: DeliveryState | null;
  code: string | null;
};

const LINES = `
  select line.id, line.at::float8 as at, author, line.body, file.id as file_id,
    file.state as file_state, file.size::float8 as size, delivery.state as delivery_state, code
  from case_line line
  left join case_file file on file.line_id = line.id
  left join delivery on delivery.part_hash = line.part_hash
  where line.number = $1 order by line.seq`;

type ReplyRow = Pick<LineRow, "id" | "at" | "body">;

const LAST_REPLY = `
  select id, at::float8 as at, body from case_line
  where number = $1 and author = 'officer' order by seq desc limit 1`;

type FileRow = { content: string; mime: string; line: string; body: string };

const FILE = `
  select encode(content, 'base64') as content, mime, line.id as line, line.body
  from case_file file join case_line line on line.id = file.line_id
  where line.number = $1 and file.id = $2 and file.state = 'kept'`;

function contactOf(cipher: Cipher, row: CaseRow): Contact {
  return cipher.decrypt(contactPlace(row.contact_id), row.address) as Contact;
}

function caseSummary(cipher: Cipher, row: CaseRow): CaseSummary {
  const { number, state, kind, urgent, unanswered, awaiting, undelivered } = row;
  const opening = cipher.decrypt(openingPlace(number), row.opening) as CaseOpening;
  const last =
    row.last_from === null || row.last_at === null
      ? null
      : { from: row.last_from, at: iso(row.last_at) };
  return {
    number,
    state,
    kind,
    urgent,
    dueAt: row.due_at === null ? null : iso(row.due_at),
    channel: contactOf(cipher, row).channel,
    ...opening,
    openedAt: iso(row.opened_at),
    closedAt: row.closed_at === null ? null : iso(row.closed_at),
    last,
    unanswered,
    awaiting,
    undelivered,
  };
}

function lineOf(cipher: Cipher, row: LineRow): CaseLine {
  const body = cipher.decrypt(caseLinePlace(row.id), row.body) as LineBody;
  const { text = "", location, media, by } = body;
  const { file_id: id, file_state: state, size, delivery_state: delivered, code } = row;
  const name = fileName(media);
  return {
    id: row.id,
    at: iso(row.at),
    from: row.author,
    text,
    ...(location && { location }),
    ...(id !== null && { file: { id, name, kind: media?.kind ?? "other", state, size } }),
    ...(by !== undefined && { by }),
    ...(delivered !== null && { delivery: { state: delivered, code } }),
  };
}

function replyOf(cipher: Cipher, { id, at, body }: ReplyRow) {
  const { by = "" } = cipher.decrypt(caseLinePlace(id), body) as LineBody;
  return { by, at: iso(at) };
}

/** As its sender named it, or else its kind. */
const fileName = (media: LineBody["media"]): string => media?.name ?? media?.kind ?? "file";

const iso = (at: number): string => new Date(at).toISOString();
