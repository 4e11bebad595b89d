/** The id of a given-up message that is put in line again: what is made from it (parts, forms) must not bear the names of the first attempt's. */
export const idOfRetry = (id: string, now: number): string => `${id}~${now}`;

/** The id under which a message first came in. */
export const firstIdOf = (id: string): string => id.replace(/(?:~\d+)+$/, "");
