import type { Catalogue } from "../locale/catalogue.ts";
import { everyStep } from "./every-step.ts";
import type { Flow, Step } from "./flow.ts";

/** Where lines leave from that have no goal yet. */
type Tail = { from: string; label?: string };

/** A flow as a drawing in the language of Graphviz (DOT): steps from top to bottom, conditions as diamonds, texts by their labels. */
export function diagramOf(flow: Flow, catalogue: Catalogue): string {
  const lines = [`"" [shape=circle, width=0.2, style=filled, fillcolor=black];`];
  let tails: Tail[] = [{ from: "" }];
  for (const step of flow.steps)
    if (step.kind !== "say" || step.aside !== "only") {
      const drawn = draw(step, tails, catalogue);
      lines.push(...drawn.lines);
      tails = drawn.tails;
    }
  return `digraph ${quoted(flow.name)} {
label=${quoted(catalogue.format(`${flow.name}.title`))}; labelloc=t; fontname="Helvetica";
node [fontname="Helvetica", fontsize=11]; edge [fontname="Helvetica", fontsize=9, color="#555555"];
${lines.join("\n")}
}`;
}

/** A step with the lines that lead to it, through its condition if it has one; and where lines go on from. */
function draw(
  step: Step,
  tails: readonly Tail[],
  catalogue: Catalogue,
): { lines: string[]; tails: Tail[] } {
  const decision = `when ${step.name}`;
  const entries = step.when ? [{ from: decision, label: "ya" }] : tails;
  const goal = step.kind === "reopen" ? step.step : step.name;
  const goesOn = !["end", "go", "reopen"].includes(step.kind);
  return {
    lines: [
      ...(step.when
        ? [
            `${quoted(decision)} [shape=diamond, label=${quoted(wrapped(step.when.source))}];`,
            ...tails.map((tail) => arrow(tail, decision)),
          ]
        : []),
      ...(step.kind === "reopen" ? [] : [node(step, catalogue)]),
      ...entries.map((tail) => arrow(tail, goal, step.kind === "reopen")),
      ...(step.kind === "repeat" ? itemsOf(step, catalogue) : []),
    ],
    tails: [
      ...(goesOn ? [{ from: step.name }] : []),
      ...(step.when ? [{ from: decision, label: "tidak" }] : []),
    ],
  };
}

const arrow = ({ from, label = "" }: Tail, to: string, dashed = false): string =>
  `${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}${dashed ? ", style=dashed" : ""}];`;

const quoted = (text: string): string => JSON.stringify(text);

/** Shape and colour by kind. */
const looks: Record<Exclude<Step["kind"], "reopen">, string> = {
  ask: 'shape=box, style="rounded,filled", fillcolor="#e8f1fb"',
  say: 'shape=box, style=filled, fillcolor="#f5f5f5", color="#999999"',
  review: 'shape=box, style="rounded,filled", fillcolor="#fdf3d7"',
  do: 'shape=cds, style=filled, fillcolor="#e6f4e6"',
  end: 'shape=oval, style=filled, fillcolor="#eeeeee", penwidth=2',
  go: "shape=oval, style=dashed",
  call: "shape=box, peripheries=2",
  repeat: 'shape=box3d, style=filled, fillcolor="#e8f1fb"',
};

const node = (step: Exclude<Step, { kind: "reopen" }>, catalogue: Catalogue): string =>
  `${quoted(step.name)} [${looks[step.kind]}, label=${quoted(wordsOf(step, catalogue))}];`;

function wordsOf(step: Step, catalogue: Catalogue): string {
  const key = `${step.texts}.label`;
  const label = catalogue.has(key) && catalogue.argumentsOf(key).length === 0;
  switch (step.kind) {
    case "ask":
      return `${label ? catalogue.format(key) : step.name}\n(${step.type.name})`;
    case "do":
      return `${step.name}\n${step.effect}`;
    case "go":
    case "call":
      return `${step.kind === "go" ? "ke" : "lewat"} ${step.flow}`;
    case "repeat":
      return `${label ? catalogue.format(key) : step.name}\n(1–${step.max})`;
    default:
      return step.name;
  }
}

/** What is asked of each item, below the repeat. */
const itemsOf = (repeat: Extract<Step, { kind: "repeat" }>, catalogue: Catalogue): string[] =>
  everyStep(repeat.steps).flatMap((step) => {
    if (step.kind !== "ask") return [];
    const own = `${repeat.name} ${step.name}`;
    const key = `${step.texts}.label`;
    const label = catalogue.has(key) && catalogue.argumentsOf(key).length === 0;
    const words = `${label ? catalogue.format(key) : step.name}\n(${step.type.name})`;
    return [
      `${quoted(own)} [${looks.ask}, label=${quoted(words)}];`,
      `${quoted(repeat.name)} -> ${quoted(own)} [style=dotted, arrowhead=none];`,
    ];
  });

/** A condition in lines short enough for a diamond. */
const wrapped = (source: string): string => source.replace(/ (&&|\|\|) /g, "\n$1 ");
