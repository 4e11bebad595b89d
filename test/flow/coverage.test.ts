import { expect, test } from "vitest";
import { compileFlow } from "../../src/flow/compile-flow.ts";
import { coverageOf } from "../../src/flow/coverage.ts";
import { readPart } from "../../src/flow/read-definition.ts";

const { part } = readPart(
  "flows/parts/ketua.yaml",
  "part: ketua\nsteps:\n  - ask: ketua_nama\n    type: person-name\n    class: personal\n",
);
const source = `flow: rombongan
steps:
  - ask: ada_ketua
    type: yes-no
    class: plain
  - use: ketua
  - repeat: anggota
    max: 3
    steps:
      - ask: nama
        type: person-name
        class: personal
  - reopen: ada_ketua
    when: "!ada_ketua"
  - go: menu
`;
const { flow, problems } = compileFlow(
  "flows/rombongan.yaml",
  source,
  new Map(),
  new Map(part ? [[part.name, part]] : []),
);

test("a step that no conversation came to is named with its file and line, in parts and within a repeat too", () => {
  if (!flow) throw new Error(JSON.stringify(problems));
  expect(coverageOf(flow, [])).toEqual({
    flow: "rombongan",
    steps: 6,
    reached: 0,
    missing: [
      { step: "ada_ketua", file: "flows/rombongan.yaml", line: 3 },
      { step: "ketua_nama", file: "flows/parts/ketua.yaml", line: 3 },
      { step: "nama", file: "flows/rombongan.yaml", line: 10 },
      { step: "anggota", file: "flows/rombongan.yaml", line: 7 },
      { step: "reopen ada_ketua", file: "flows/rombongan.yaml", line: 13 },
      { step: "go menu", file: "flows/rombongan.yaml", line: 15 },
    ],
  });
});

test("a step of any item counts once, and asking for another item is the repeat", () => {
  if (!flow) throw new Error(JSON.stringify(problems));
  const walked = [
    "ada_ketua",
    "anggota-1-nama",
    "anggota-2-nama",
    "anggota-1-more",
    "no_such_step",
  ];
  const { reached, missing } = coverageOf(flow, walked);
  expect(reached).toBe(3);
  expect(missing.map(({ step }) => step)).toEqual(["ketua_nama", "reopen ada_ketua", "go menu"]);
});
