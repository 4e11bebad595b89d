import { parentPort, workerData } from "node:worker_threads";
import { type ListOptions, readList, readWorkbook, type WorkbookOptions } from "./read-list.ts";

/**
 * What the main thread hands over; a `Reading` goes back, or the `WorkbookReading` where lists are looked for. Errors end the thread:
 * their words may hold what people wrote.
 */
export type Asked = { bytes: Uint8Array; options: ListOptions | WorkbookOptions };

const { bytes, options } = workerData as Asked;
const read = "lists" in options ? readWorkbook(bytes, options) : readList(bytes, options);
parentPort?.postMessage(await read);
