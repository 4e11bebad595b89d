import type { Commit, Lease, Outcome, Turn } from "../../conversation/ports/line.ts";
import type { HeldPart } from "../../conversation/ports/part.ts";
import { StoreError } from "../store-error.ts";
import type { ContactNames } from "./contact-names.ts";
import { type Context, listOf } from "./context.ts";
import { deadId } from "./dead-id.ts";
import { itemDigest } from "./items.ts";
import { jobEntry } from "./jobs.ts";
import { HOLD_MS, laneOf, partEntry } from "./parts.ts";
import { sessionRecord } from "./record.ts";
import { turnOf } from "./turn.ts";

/** Largest session, in bytes of its JSON. */
const SESSION_BYTES = 64 * 1024;
/** What the script answers. */
const [REFUSED, DONE] = [0, 1];

/** Stores a turn's outcome with one script; see the port. Throws StoreError `session_too_big` before anything is stored. */
export async function commit(
  context: Context,
  lease: Lease,
  outcome: Outcome,
  now: number,
): Promise<Commit> {
  const { redis, cipher, namer } = context;
  const { contact } = lease;
  const names = namer.contact(contact);
  const json = sessionJson(outcome.session);
  const record = sessionRecord(cipher, contact, names, json);
  const after = context.newToken();
  const { parts, jobs, lane = "reply", hold = false, dead = [] } = outcome;
  const words = [
    ...[now, lease.token, after, json === null ? 0 : 1, takenNames(context, names, outcome)],
    ...[laneOf(lane), names.account, names.lanes.has(lane) ? 0 : 1, hold ? 1 : 0],
    ...[parts.length, jobs.length, dead.length],
  ].join(" ");
  const entries: (Buffer | string)[] = [];
  for (const part of parts) entries.push(partEntry(cipher, names, contact, part));
  for (const job of jobs) entries.push(jobEntry(cipher, contact, job));
  for (const { id, code } of dead) {
    const { name } = itemDigest(cipher, names, id);
    entries.push(`${name} ${deadId(cipher, names, "message", id)} ${code}`);
  }
  const reply = listOf(await redis.run("commit", names.key, words, record, ...entries));
  if (reply[0] === REFUSED) return { state: "refused" };
  if (parts.length > 0) names.lanes.add(lane);
  const held = heldPart(lease, outcome, reply[1] === 1 ? after : null, now);
  if (reply[0] === DONE) return { state: "done", held };
  const session: unknown = json === null ? null : JSON.parse(json);
  const turn: Turn = turnOf(context, { contact, names, token: after, now }, reply, 2, session);
  return { state: "next", turn, held };
}

function sessionJson(session: unknown): string | null {
  if (session === null || session === undefined) return null;
  const json = JSON.stringify(session);
  // A character takes three bytes at most.
  const bytes = json.length * 3 > SESSION_BYTES ? Buffer.byteLength(json) : 0;
  if (bytes <= SESSION_BYTES) return json;
  throw new StoreError(
    "session_too_big",
    `A session of ${bytes} bytes is over the limit of ${SESSION_BYTES} and was not stored.`,
    { bytes },
  );
}

/** Names with commas between them; a dash if there are none. */
function takenNames({ cipher }: Context, names: ContactNames, { taken }: Outcome): string {
  if (taken.length === 0) return "-";
  return taken.map((id) => itemDigest(cipher, names, id).name).join(",");
}

/** Only the first part of a commit is ever held by it. */
function heldPart(
  { contact }: Lease,
  { parts: [part], lane = "reply" }: Outcome,
  token: string | null,
  now: number,
): HeldPart | null {
  if (part === undefined || token === null) return null;
  return { contact, lane, part, at: now, attempts: 1, token, until: now + HOLD_MS };
}
