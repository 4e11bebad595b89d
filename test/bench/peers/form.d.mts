/** What a person writes, in order, and the reply that each message must get. */
export function script(user: number): { says: readonly string[]; wants: readonly string[] };
