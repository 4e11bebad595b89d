// A thread begins in plain JavaScript.
import { bundled } from "../../bundle.mjs";

await import(await bundled("src/sheets/read-in-thread.ts"));
