import { parentPort, workerData } from "node:worker_threads";
import { type ListOptions, readList } from "./read-list.ts";

/** What the main thread hands over; a `Reading` goes back. Errors end the thread: their words may hold what people wrote. */
export type Asked = { bytes: Uint8Array; options: ListOptions };

const { bytes, options } = workerData as Asked;
parentPort?.postMessage(await readList(bytes, options));
