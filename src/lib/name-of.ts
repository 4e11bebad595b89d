/** The name of an error, which is all that the log tells of one: its message may hold what a person wrote. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");
