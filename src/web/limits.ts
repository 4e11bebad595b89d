/** Largest body of a request from the page, in bytes. */
export const bodyBytes = 16 * 1024;

/** Longest text of one message, in characters (UTF-16 units); the rest is cut off. */
export const textLength = 4096;

/** Largest file that a person may name, in bytes. */
export const fileBytes = 5 * 1024 * 1024;

/** Streams held open at the same time. */
export const streamsAtOnce = 2000;

/** Parts sent to a page that it has not yet acknowledged. */
export const unacknowledgedParts = 50;

/** Ids in one acknowledgement. */
export const idsAtOnce = 100;

/** Contacts made in one second, in all. */
export const newContactsPerSecond = 20;

/** Bytes of a stream that wait for a slow reader; what comes later waits in the store. */
export const streamBacklogBytes = 64 * 1024;

/** Heartbeats that a reader may be behind before its stream is ended. */
export const missedBeats = 3;

/** Pause between two heartbeats, in ms. */
export const beatEvery = 20_000;

/** How long a contact's cookie lives after the last visit, in seconds. */
export const cookieSeconds = 30 * 24 * 3600;

/** Ports that are tried one after the other. */
export const portTries = 20;
