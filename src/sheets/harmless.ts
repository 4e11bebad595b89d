/** A text that stays text when somebody saves the list as .csv and opens that: nothing begins as a formula does. */
export const harmless = (text: string): string =>
  /^(?:[=@\t\r]|[-+](?!\d[\d\s().-]*$))/.test(text) ? `'${text}` : text;
