// A thread begins in plain JavaScript: the loader that reads TypeScript is not passed on to it.
import { tsImport } from "tsx/esm/api";

await tsImport("./read-in-thread.ts", import.meta.url);
