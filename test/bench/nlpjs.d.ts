/** What the bench uses of NLP.js, which comes without types. */
declare module "@nlpjs/basic" {
  type Nlp = {
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<unknown>;
    process(
      language: string,
      text: string,
    ): Promise<{ classifications: { intent: string; score: number }[] }>;
  };
  type Dock = { get(name: "nlp"): Nlp; getContainer(): { use(part: unknown): void } };
  export function dockStart(how: { settings: object; use: readonly string[] }): Promise<Dock>;
}
declare module "@nlpjs/lang-id" {
  export const LangId: unknown;
}
