import { z } from "zod";
import { fileKinds } from "../answer-types/file.ts";

/** Names of flows, steps and values: a hyphen would be a minus in a condition. */
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, "lower case letters, digits and _ only");
const condition = z.string().min(1);

/** How much care a personal answer needs: `identity` is masked in every echo; `financial` and `personal` are shown to the person alone. */
const privacyClass = z.enum(["identity", "financial", "personal", "plain"]);

const option = z.union([
  name.or(z.string().regex(/^[a-z0-9][a-z0-9_-]*$/)),
  z.strictObject({
    value: z.string(),
    when: condition.optional(),
    /** When it stands among the choices; else it is heard only in words, where there is no room for one more. */
    shown: condition.optional(),
  }),
]);

const ask = z.strictObject({
  ask: name,
  type: z.string(),
  class: privacyClass,
  when: condition.optional(),
  propose: name.optional(),
  depends_on: z.array(name).default([]),
  options: z.array(option).default([]),
  optional: z.boolean().default(false),
  /** Whole messages that answer this question although they are commands elsewhere ("pagi" is a greeting). */
  accepts: z.array(z.string()).default([]),
  /** Whether a point on the map answers it too (a text step; kept as "lat, lon"). */
  location: z.boolean().default(false),
  /** Whether a digit may stand in a text. */
  digits: z.boolean().default(true),
  /** Of a choice among the sizes of a business: a sum of capital or sales picks one. */
  sums: z.boolean().default(false),
  /** Of a text: a long number may stand in it, such as one of a register. */
  numbers: z.boolean().default(false),
  /** Of a text: somebody tells what happened, be it an accident or a death. */
  story: z.boolean().default(false),
  /** The topic of the FAQ that questions and worries are about that come here instead of an answer; `what` answers them in short. */
  topic: z.string().optional(),
  /** Whether the sentence that opened the flow may hold the answer ("kalau penghasilan 2 juta"). */
  reads: z.boolean().default(false),
  /** What is taken where a sentence opened the flow and does not say; never where it was asked for by name. */
  unsaid: z.string().optional(),
  /** Names under which earlier versions of the flow asked this: answers given then still count. */
  was: z.array(name).default([]),
  /** Of a file: what it may be, and whether of several the latest counts or all do. `max`: in MB. */
  kinds: z.array(z.enum(fileKinds)).default([]),
  several: z.enum(["latest", "all"]).default("latest"),
  min: z.number().int().optional(),
  max: z.number().int().optional(),
});
const say = z.strictObject({
  say: name,
  when: condition.optional(),
  /**
   * Goes along: as `data-saya.txt` a text file of this name, its content the step's text `file`; else a document of the
   * program by its name, or a kept file whose id a variable holds (none goes along while it is unknown or empty).
   */
  file: z
    .string()
    .regex(
      /^(?:[a-z0-9-]+\.txt|[a-z][a-z0-9_]*)$/,
      "a name as data-saya.txt, a document or a variable",
    )
    .optional(),
  /** Goes along as this picture of the book; what it shows in short, for who does not see it, is the step's text `alt`. */
  picture: name.optional(),
  /** Is a message of its own, to be forwarded. */
  alone: z.boolean().default(false),
  /** Told too (`also`), or only (`only`), where a question within another form is answered on the spot. */
  aside: z.enum(["also", "only"]).optional(),
});
const review = z.strictObject({ review: name, when: condition.optional() });
const effect = z.strictObject({
  do: z.string().regex(/^[a-z]+\.[a-z_]+$/, "as in registration.submit"),
  as: name,
  when: condition.optional(),
  /** Payload: field -> a step or value by name, or `text:<step>` for the text the person read. */
  with: z.record(name, z.string()).default({}),
  /** Fields of the result that texts and conditions may read. */
  gives: z.record(name, z.enum(["string", "int", "bool"])).default({}),
  /** After success everything else the session holds of this person is forgotten. */
  forgets: z.boolean().default(false),
  /** After success the person's drafts leave for whoever made the code that the payload has in `kode`. */
  gives_drafts: z.boolean().default(false),
  /** After success the person talks with an officer until the case is closed or they come back. */
  hands_over: z.boolean().default(false),
});
const end = z.strictObject({
  end: name,
  when: condition.optional(),
  /** The form stays as a draft, open again at the answers its condition reads. */
  keep: z.boolean().default(false),
  /** Answers of the FAQ that stand below the last text as buttons; `segmen`: for whom each is told. */
  topics: z
    .array(
      z.strictObject({
        topic: z.string(),
        segmen: z.enum(["mandiri", "usaha", "koperasi", "pendamping"]).optional(),
      }),
    )
    .default([]),
});
const go = z.strictObject({
  go: name,
  when: condition.optional(),
  /** Answers that the other flow proposes instead of asking cold. */
  with: z.array(name).default([]),
  /** Answers that the person gave for it too: they stand in the other flow and are read back there. */
  given: z.array(name).default([]),
});
const reopen = z.strictObject({ reopen: name, when: condition });
/** Another flow is walked in between; with its end this one goes on. */
const call = z.strictObject({
  call: name,
  when: condition.optional(),
  /** Answers of the other flow that this one asks too: they stand here when it has ended. */
  takes: z.array(name).default([]),
});
/** The steps of a part (`flows/parts/`), as if they stood here; their texts are the part's. */
const use = z.strictObject({ use: name, when: condition.optional() });

const inner = z.union([ask, say, reopen, use]);
/** The same questions for several things; after each it is asked whether there is another. */
const repeat = z.strictObject({
  repeat: name,
  when: condition.optional(),
  max: z.number().int().min(2).max(20),
  steps: z.array(inner).min(1),
});

const step = z.union([ask, say, review, effect, end, go, reopen, call, use, repeat]);

/** A flow file: a list of steps, read from top to bottom like a paper form. */
export const flowDefinition = z.strictObject({
  flow: name,
  /** How people ask for it, as whole messages or within one. */
  intent: z.array(z.string()).default([]),
  /** Above 0: told by its words anywhere in a message, before open questions take it, the higher one first; `unless` one of these words stands there too. */
  urgent: z.number().int().min(0).default(0),
  unless: z.array(z.string()).default([]),
  /** Of an urgent flow: groups of words in standard spelling; a sentence with one of each tells of it too. A "|" ends a clause. */
  tells: z.array(z.array(z.string()).min(1)).default([]),
  /** Groups of words in standard spelling: a sentence with a word of each, and none of `unless`, asks for this flow. */
  about: z.array(z.array(z.string()).min(1)).default([]),
  /** Of such a flow: words without one of which an answer to the question goes first, and the flow is a button below it. */
  opens_by: z.array(z.string()).default([]),
  /** Answers taken over from other forms of the person where they are known there. */
  borrows: z.array(name).default([]),
  /** Of an urgent flow: words that show that it happened ("kemarin", "suami"), and words that only suppose it. */
  told: z.array(z.string()).default([]),
  supposed: z.array(z.string()).default([]),
  /** The topic of the FAQ that a question right after this flow is about ("surat apa saja?" after a death). */
  topic: z.string().optional(),
  /** Topics with or right after whose urgent flow this one is told, where a sentence has a word of each group of `says` and none of `unless`. */
  after: z.array(z.string()).default([]),
  says: z.array(z.array(z.string()).min(1)).default([]),
  /** Whether a sentence that holds a request for it asks for it as a whole ("saya ojol mau daftar"), though it is no form that is kept. */
  in_sentences: z.boolean().default(false),
  /** Whether a half-filled form is kept when the person does something else. */
  draft: z.boolean().default(true),
  /** Whether one contact may fill it in for other people too, each in a draft named after them. */
  others: z.boolean().default(false),
  steps: z.array(step).min(1),
});

/** A part file: steps that several flows use. */
export const partDefinition = z.strictObject({
  part: name,
  steps: z.array(z.union([ask, say, review, effect, end, reopen])).min(1),
});

export type FlowDefinition = z.infer<typeof flowDefinition>;
export type PartDefinition = z.infer<typeof partDefinition>;
export type StepDefinition = FlowDefinition["steps"][number];
