/** `node launch.mjs PROGRAM [ARGUMENT ...]`: runs a TypeScript program of this project, such as src/main.ts. */
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import "./prisma/generate.mjs";
import { bundled } from "./bundle.mjs";

// The embedded database's code is made ready once: making it ready again, faster, costs a start more than it ever gives back.
process.setSourceMapsEnabled(true);
setFlagsFromString("--liftoff-only");

const [program] = process.argv.splice(2, 1);
await import(await bundled(program));
