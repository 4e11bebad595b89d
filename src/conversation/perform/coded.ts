/** A failure with a code for the log, and nothing of the person in it. */
export const coded = (code: string): Error => Object.assign(new Error(code), { code });
