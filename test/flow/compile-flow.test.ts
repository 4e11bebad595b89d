import { expect, test } from "vitest";
import type { BookValue } from "../../src/flow/book.ts";
import { compileFlow } from "../../src/flow/compile-flow.ts";

const values = new Map<string, BookValue>([
  ["umur", { inputs: ["lahir"], type: "int", compute: () => 30 }],
]);
const compile = (steps: string, head = "flow: contoh") =>
  compileFlow("flows/contoh.yaml", `${head}\nsteps:\n${steps}`, values);

const sound = `  - ask: nama
    type: person-name
    class: personal
  - ask: lahir
    type: birth-date
    class: personal
  - say: dewasa
    when: umur >= 17 && nama != ""
  - end: selesai
`;

test("a sound flow compiles without a problem", () => {
  const { flow, problems } = compile(sound);
  expect(problems).toEqual([]);
  expect(flow?.steps.map(({ kind }) => kind)).toEqual(["ask", "ask", "say", "end"]);
});

test.for([
  [
    "an unknown answer type",
    "  - ask: a\n    type: colour\n    class: plain\n",
    3,
    "no answer type colour",
  ],
  ["a condition that names nothing known", "  - say: a\n    when: umr > 3\n", 3, "umr"],
  ["a condition of the wrong types", '  - say: a\n    when: umur == "tua"\n', 3, "umur"],
  ["a condition that is no bool", "  - say: a\n    when: umur + 1\n", 3, "must give bool"],
  [
    "a regular expression in a condition",
    '  - say: a\n    when: language.matches("i+")\n',
    3,
    "matches()",
  ],
  ["a step that stands twice", "  - say: a\n  - say: b\n  - say: a\n", 5, "stands twice"],
  ["a hyphen in a name", "  - say: punya-usaha\n", 3, "lower case letters"],
  ["a misspelt field", "  - say: a\n    wen: true\n", 3, "wen"],
  ["an unknown effect", "  - do: pizza.order\n    as: a\n", 3, "no effect pizza.order"],
  [
    "a result that the effect does not give",
    "  - do: data.erase\n    as: a\n    gives: { jumlah: string }\n",
    3,
    "does not give jumlah",
  ],
  [
    "a payload that names nothing known",
    "  - do: contact.stop\n    as: a\n    with: { x: nothing_here }\n",
    3,
    "nothing_here",
  ],
  [
    "a choice with one option",
    "  - ask: a\n    type: choice\n    class: plain\n    options: [b]\n",
    3,
    "two options",
  ],
  ["a personal answer without a class", "  - ask: a\n    type: text\n", 3, "class"],
  [
    "a proposal that is not known",
    "  - ask: a\n    type: text\n    class: plain\n    propose: nobody\n",
    3,
    "nobody",
  ],
  ["a reopened step that is not asked", "  - reopen: a\n    when: umur > 1\n", 3, "not asked"],
  ["YAML that does not parse", "  - say: [a\n", 4, ""],
] as const)("%s is reported with its line and a remedy", ([, steps, line, text]) => {
  const { flow, problems } = compile(steps);
  expect(flow).toBeNull();
  expect(problems[0]).toMatchObject({ file: "flows/contoh.yaml", line });
  expect(problems[0]?.message).toContain(text);
  expect(problems[0]?.remedy).not.toBe("");
});

test("all faults of a file are reported at once", () => {
  const { problems } = compile("  - say: a\n    when: x > 1\n  - say: a\n    when: y > 1\n");
  expect(problems.map(({ line }) => line)).toEqual([3, 5, 5]);
});
