import { type ASTNode, Environment } from "@marcbachmann/cel-js";

export type CelType = "string" | "int" | "bool";

/** What conditions read; undefined = not known (yet). */
export type Lookup = (name: string) => string | number | boolean | undefined;

/** A compiled condition. A missing answer, like any fault while evaluating, makes it false. */
export type Condition = {
  source: string;
  reads: readonly string[];
  holds(lookup: Lookup): boolean;
};

/** Compiles and type-checks one CEL condition against the declared variables. */
export function compileCondition(
  source: string,
  variables: ReadonlyMap<string, CelType>,
): { condition: Condition } | { fault: string } {
  const environment = new Environment();
  for (const [name, type] of variables) environment.registerVariable(name, type);
  const checked = environment.check(source);
  if (!checked.valid) return { fault: checked.error?.message.split("\n")[0] ?? "not sound" };
  if (checked.type !== "bool")
    return { fault: `gives ${checked.type}, a condition must give bool` };
  const evaluate = environment.parse(source);
  const used = names(evaluate.ast);
  if (used.calls.has("matches")) return { fault: "uses matches(), which can hang on some texts" };
  const reads = [...used.identifiers].filter((name) => variables.has(name));
  const integers = new Set(reads.filter((name) => variables.get(name) === "int"));
  return {
    condition: {
      source,
      reads,
      holds(lookup) {
        const context: Record<string, unknown> = {};
        for (const name of reads) {
          const value = lookup(name);
          if (value === undefined) continue;
          context[name] = integers.has(name) ? BigInt(value) : value;
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
