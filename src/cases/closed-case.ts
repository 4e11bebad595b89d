/** Days after which a closed case and its conversation are forgotten. */
export const closedCaseDays = 90;
