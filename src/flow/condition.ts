import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { picksIn } from "../answer-types/choices.ts";

/** `list`: of strings, several picked options. */
export type CelType = "string" | "int" | "bool" | "list";

/** What conditions read; undefined = not known (yet). */
export type Lookup = (name: string) => string | number | boolean | undefined;

/** A compiled condition. A missing answer, like any fault while evaluating, makes it false. */
export type Condition = {
  source: string;
  reads: readonly string[];
  /** What is compared with what, for proofs; null where more is done than compare and combine. */
  comparisons: readonly Comparison[] | null;
  holds(lookup: Lookup): boolean;
};

/** A variable of a condition beside a literal or another variable. */
export type Comparison = { name: string; with: { name: string } | { literal: string | number } };

/** Compiles and type-checks one CEL condition against the declared variables. */
export function compileCondition(
  source: string,
  variables: ReadonlyMap<string, CelType>,
): { condition: Condition } | { fault: string } {
  const environment = new Environment();
  for (const [name, type] of variables)
    environment.registerVariable(name, type === "list" ? "list<string>" : type);
  const checked = environment.check(source);
  if (!checked.valid) return { fault: checked.error?.message.split("\n")[0] ?? "not sound" };
  if (checked.type !== "bool")
    return { fault: `gives ${checked.type}, a condition must give bool` };
  const evaluate = environment.parse(source);
  const used = names(evaluate.ast);
  if (used.calls.has("matches")) return { fault: "uses matches(), which can hang on some texts" };
  const reads = [...used.identifiers].filter((name) => variables.has(name));
  const required = requiredIn(evaluate.ast).filter((name) => variables.has(name));
  const worded = (name: string, value: string | number | boolean): unknown => {
    const type = variables.get(name);
    if (type === "int") return BigInt(value);
    return type === "list" ? picksIn(String(value)) : value;
  };
  return {
    condition: {
      source,
      reads,
      comparisons: comparisonsIn(evaluate.ast),
      holds(lookup) {
        if (required.some((name) => lookup(name) === undefined)) return false;
        const context: Record<string, unknown> = {};
        for (const name of reads) {
          const value = lookup(name);
          if (value !== undefined) context[name] = worded(name, value);
        }
        try {
          return evaluate(context) === true;
        } catch {
          return false;
        }
      },
    },
  };
}

/** Identifiers and called functions anywhere in an expression. */
function names(root: ASTNode): { identifiers: Set<string>; calls: Set<string> } {
  const identifiers = new Set<string>();
  const calls = new Set<string>();
  for (const { op, args } of nodesOf(root)) {
    if (op === "id") identifiers.add(String(args));
    if ((op === "call" || op === "rcall") && Array.isArray(args)) calls.add(String(args[0]));
  }
  return { identifiers, calls };
}

type Node = { op: string; args: unknown };
const isNode = (part: unknown): part is Node =>
  typeof part === "object" && part !== null && "op" in part && "args" in part;

function nodesOf(part: unknown): Node[] {
  if (Array.isArray(part)) return part.flatMap(nodesOf);
  return isNode(part) ? [part, ...nodesOf(part.args)] : [];
}

const connectives = new Set(["&&", "||", "!_", "?:"]);

const relations = new Set(["==", "!=", "<", "<=", ">", ">=", "in"]);
/** Of these all parts are looked at, so that none may be missing. */
const strict = new Set([...relations, "!_", "id", "value", "list"]);

/** Names without which a condition can't hold, whatever the others are. Looked up before, they save an error each. */
function requiredIn(root: unknown): string[] {
  if (!isNode(root)) return [];
  if (root.op === "&&" && Array.isArray(root.args)) return root.args.flatMap(requiredIn);
  const within = nodesOf(root);
  if (!within.every(({ op }) => strict.has(op))) return [];
  return within.flatMap(({ op, args }) => (op === "id" ? [String(args)] : []));
}

/** Null where a part of the condition is neither a variable, a literal, a comparison of two such, nor a combination of these. */
function comparisonsIn(root: unknown): Comparison[] | null {
  if (Array.isArray(root)) {
    const parts = root.map(comparisonsIn);
    return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  if (!isNode(root)) return null;
  if (root.op === "id" || root.op === "value") return [];
  if (connectives.has(root.op)) return comparisonsIn(root.args);
  if (!relations.has(root.op) || !Array.isArray(root.args)) return null;
  const sides = root.args.map(operandsOf);
  const [left, right] = sides;
  return left && right ? [...paired(left, right), ...paired(right, left)] : null;
}

type Operand = Comparison["with"];

/** A variable, a literal, or the literals of a list. */
function operandsOf(node: unknown): Operand[] | null {
  if (!isNode(node)) return null;
  if (node.op === "id") return [{ name: String(node.args) }];
  if (node.op === "value") {
    const { args } = node;
    if (typeof args === "boolean") return [];
    return [{ literal: typeof args === "string" ? args : Number(args) }];
  }
  if (node.op !== "list" || !Array.isArray(node.args)) return null;
  const items = node.args.map(operandsOf);
  return items.includes(null) ? null : items.flatMap((item) => item ?? []);
}

const paired = (one: readonly Operand[], other: readonly Operand[]): Comparison[] =>
  one.flatMap((side) =>
    "name" in side ? other.map((against) => ({ name: side.name, with: against })) : [],
  );
