/** Brings up what the tests need. */
export async function setup(): Promise<void> {}
