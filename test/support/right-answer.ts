import type { Choice, Message, Reply } from "../../src/engine/event.ts";
import type { Asked } from "../../src/engine/session.ts";
import type { AskStep, ReviewStep } from "../../src/flow/flow.ts";
import type { Dice } from "./dice.ts";
import { answers } from "./person.ts";

/** The question that stands open, and the last reply below which things can be tapped. */
export type Open = { asked: Asked; step: AskStep | ReviewStep; reply: Reply | null };

/** A NIK of somebody invented: mostly grown-ups, now and then too old, too young, or rather a family card's number. */
export function inventedNik(dice: Dice): string {
  const two = (from: number, count: number) => String(from + dice.below(count)).padStart(2, "0");
  const region = dice.of(["340407", "331305", "327501", "517103"]);
  const day = two(dice.of([1, 41]), 28);
  const year = dice.onceIn(12) ? dice.of(["52", "09", "14", "24"]) : two(66, 33);
  return `${region}${day}${two(1, 12)}${year}${String(1 + dice.below(9998)).padStart(4, "0")}`;
}

/** Answers by type, as typed. */
const byType: Readonly<Record<string, (dice: Dice, step: AskStep) => string>> = {
  nik: inventedNik,
  "person-name": (dice) => dice.of(["Sri Contohsari", "budi contoh", "Wayan Misalnya", "Slamet"]),
  "birth-date": (dice) => dice.of(["5 juni 1985", "05-06-1985", "17 agustus 1990", "1/2/1971"]),
  "past-date": (dice) => dice.of(["1 maret 2024", "01-02-2020", "hari ini", "17 agustus 2019"]),
  nib: (dice) => dice.of(["9120001234567", "NIB 8120 0012 34568"]),
  npwp: (dice) => dice.of(["09.254.294.3-407.000", "3404074506850002"]),
  phone: (dice) => dice.of(["0812 0000 1234", "081300005678", "+62 857-0000-4321"]),
  email: () => "sri@contoh.example",
  region: (dice) => dice.of(["depok sleman", "kec depok, kab sleman", "mlati, sleman", "depok"]),
  occupation: (dice) =>
    dice.of(["jualan sayur keliling", "ojek online", "petani", "pembatik tulis"]),
  "rupiah-per-month": (dice) =>
    dice.of(["2,5 jt", "1.500.000", "300 ribu", "8 juta", "3jt sebulan"]),
  "registration-number": () => "PYG-00000-00000-0",
  "draft-code": () => "X7K2-M9PQ",
  months: (dice) => dice.of(["3 bulan", "6 bulan", "setahun"]),
  number: (dice, { min = 0, max = 20 }) => String(min + dice.below(Math.min(max - min, 40) + 1)),
  choices: (dice, { options, min = 1 }) =>
    dice.of(["semua", "1,2", "1-2", "2", String(options[0]?.value), min === 0 ? "tidak ada" : "1"]),
  text: (_, { name }) => answers[name] ?? "dekat pasar contoh",
};

/** A right answer to the open question: tapped, typed by its label or number, or in own words. */
export function rightAnswer({ asked, step, reply }: Open, dice: Dice): Message {
  const own = ownChoices(asked, reply);
  const wanted = own.length > 0 && !dice.onceIn(4) ? favoured(own, step, dice) : undefined;
  if (wanted !== undefined) return picked(wanted, reply, dice);
  if (step.kind === "ask" && step.type.name === "file") return aFile(step, dice);
  if (step.kind === "review") return { text: dice.of(["ya", "sudah benar", "betul semua"]) };
  if (asked.proposal !== undefined && !dice.onceIn(4)) return { text: dice.of(["betul", "ya"]) };
  const typed = asked.narrow ? undefined : byType[step.type.name];
  if (typed) return { text: typed(dice, step) };
  const any = favoured(own, step, dice);
  return any ? picked(any, reply, dice) : { text: dice.of(["ya", "iya, setuju"]) };
}

/** A file of a kind that is asked for. */
function aFile({ kinds }: AskStep, dice: Dice): Message {
  const handle = String(dice.below(1000));
  const name = { sheet: "daftar.xlsx", image: "foto.jpg", pdf: "surat.pdf" }[dice.of([...kinds])];
  return { media: { kind: "document", name, size: 9000, handle } };
}

/** An answer of some type, whatever is asked. */
export function anyAnswer(step: AskStep | null, dice: Dice): string {
  const asked =
    step ?? ({ name: "", min: 0, max: 20, options: [] as AskStep["options"] } as AskStep);
  const type = dice.of(Object.keys(byType).filter((name) => name !== step?.type.name));
  return byType[type]?.(dice, asked) ?? "";
}

/** Choices of the open question itself that answer it. */
const ownChoices = (asked: Asked, reply: Reply | null): Choice[] =>
  (reply?.choices ?? []).filter(
    ({ id }) =>
      id.startsWith(`${asked.form.slice(0, 6)}.${asked.step}.`) && !/\._(?:edit|officer)$/.test(id),
  );

/** Yes more often than no, which ends most forms. */
function favoured(own: readonly Choice[], step: Open["step"], dice: Dice): Choice | undefined {
  const yes = own.find(({ id }) => id.endsWith(".ya"));
  const isYesNo = step.kind === "review" || step.type.name === "yes-no";
  if (isYesNo && yes && !dice.onceIn(7)) return yes;
  return own.length > 0 ? dice.of(own) : undefined;
}

function picked({ id, label }: Choice, reply: Reply | null, dice: Dice): Message {
  if (dice.onceIn(4)) return { text: label };
  const place = reply?.choices.findIndex((choice) => choice.id === id) ?? -1;
  if (reply?.numbered && place >= 0 && dice.onceIn(4)) return { text: String(place + 1) };
  return { choice: id };
}
