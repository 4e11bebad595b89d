import { monthRange } from "../lib/months.ts";
import {
  type MandiriAsk,
  type MandiriQuote,
  mandiriQuote,
  type NoQuoteReason,
} from "./mandiri-quote.ts";
import { type NoUsahaQuote, type UsahaAsk, type UsahaQuote, usahaQuote } from "./usaha-quote.ts";

/** A cooperative: staff with wages (PU; null: none) and members with a trade of their own (BPU), over the same months. */
export type KoperasiAsk = {
  staff: Omit<UsahaAsk, "months" | "from"> | null;
  members: readonly Omit<MandiriAsk, "months" | "from">[];
  months: number;
  from: string;
};

type Quoted<T> = Extract<T, { kind: "quote" }>;

/** Whole rupiah of staff and members by month and altogether; or why there is no figure, and for which member (from 0). */
export type KoperasiQuote =
  | {
      kind: "quote";
      staff: Quoted<UsahaQuote> | null;
      members: Quoted<MandiriQuote>[];
      months: { month: string; staff: number; members: number; total: number }[];
      total: number;
    }
  | {
      kind: "unknown";
      reason: NoQuoteReason | NoUsahaQuote | "nobody" | "too_many_members";
      month?: string;
      member?: number;
    };

/** Most members a quote covers. */
export const maxMembers = 1_000;

/** Contributions of a cooperative: staff as `usahaQuote`, members as `mandiriQuote`, month by month. Never throws. */
export function koperasiQuote({ staff, members, months, from }: KoperasiAsk): KoperasiQuote {
  if (staff === null && members.length === 0) return { kind: "unknown", reason: "nobody" };
  if (members.length > maxMembers) return { kind: "unknown", reason: "too_many_members" };
  const staffQuote = staff && usahaQuote({ ...staff, months, from });
  if (staffQuote?.kind === "unknown") return staffQuote;
  const memberQuotes: Quoted<MandiriQuote>[] = [];
  for (const [member, ask] of members.entries()) {
    const quoted = mandiriQuote({ ...ask, months, from });
    if (quoted.kind === "unknown") return { ...quoted, member };
    memberQuotes.push(quoted);
  }
  const byMonth = monthRange(from, months).map((month, index) => {
    const staffDue = staffQuote?.months[index]?.total ?? 0;
    const membersDue = memberQuotes.reduce((all, one) => all + (one.months[index]?.total ?? 0), 0);
    return { month, staff: staffDue, members: membersDue, total: staffDue + membersDue };
  });
  const total = byMonth.reduce((all, one) => all + one.total, 0);
  return { kind: "quote", staff: staffQuote, members: memberQuotes, months: byMonth, total };
}
