/** Largest body of a request from the page, in bytes. */
export const bodyBytes = 16 * 1024;

/** Longest text of one message, in characters (UTF-16 units); the rest is cut off. */
export const textLength = 4096;

/** Largest file that a person may name, in bytes. */
export const fileBytes = 5 * 1024 * 1024;

/** How long a page may take to bring a file that it was asked for, in ms. */
export const announcedFor = 10 * 60_000;

/** Files that one contact is asked for at the same time; older ones are forgotten. */
export const announcedAtOnce = 20;

/** Contacts whose files are awaited; the oldest are forgotten. */
export const contactsAnnouncing = 1000;

/** Files that are sent at the same time, in all: each is held in memory until it is whole. */
export const uploadsAtOnce = 40;

/** How long a request may take to arrive, in ms: 5 MB over a slow network. */
export const requestWithin = 120_000;

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
