/** A command that only reads was given a data folder that is not there. */
export class NoData extends Error {}
