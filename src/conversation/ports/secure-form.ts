import type { Contact } from "./contact.ts";

/** What an input takes, as a browser tells them apart. */
export type SecureInput = "text" | "numeric" | "tel" | "email" | "file";

/** What a page sends: a text, or a file of at most 5 MB. */
export type SecureAnswer = string | { name: string; content: Uint8Array };

/** A page for one answer, in the person's language. Every text is finished; nothing here names a person. */
export type SecureForm =
  | {
      state: "open";
      language: string;
      words: Record<"title" | "name" | "promise" | "label" | "send", string>;
      /** The question's paragraphs. */
      question: readonly string[];
      input: SecureInput;
      /** Of a file: what may be chosen, as browsers write it. */
      accept?: string;
      /** What is wrong with the last try. */
      fault?: string;
    }
  /** Nothing can be filled in (any more); `sentence` says why and what to do. */
  | {
      state: "done" | "expired" | "used" | "unknown" | "busy";
      language: string;
      words: Record<"title" | "name", string>;
      sentence: string;
    };

/**
 * Pages on which a person gives one answer outside the chat. `token`: the last part of a link; `visitor`: who the browser is known
 * as in the web chat, if it is. Nobody is told whether a forged link ever existed.
 */
export type SecureForms = {
  /** Shows; changes nothing, however often, so that previews of links use nothing up. */
  show(token: string, visitor: Contact | null): Promise<SecureForm>;
  /** Takes the answer if it is one, once. Throws when the store does not answer. */
  answer(token: string, visitor: Contact | null, answer: SecureAnswer): Promise<SecureForm>;
};
