import { parse } from "yaml";

/** A fenced block of a page. */
type Block = { language: string; text: string };

/** What stands below a heading of the third level. */
export type Section = { chapter: string; title: string; blocks: Block[] };

/** The sections of a page in Markdown. */
export function sectionsOf(page: string): Section[] {
  return page.split(/^## /m).flatMap((chapter) =>
    chapter
      .split(/^### /m)
      .slice(1)
      .map((section) => ({
        chapter: firstLine(chapter),
        title: firstLine(section),
        blocks: blocksOf(section),
      })),
  );
}

/** A chapter of a page, by its heading of the second level. */
export const chapterOf = (page: string, title: string): string =>
  page.split(/^## /m).find((chapter) => firstLine(chapter) === title) ?? "";

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";

const fence = /^```(\w*)\n(.*?)^```$/gms;

/** Its fenced blocks. */
export const blocksOf = (text: string): Block[] =>
  [...text.matchAll(fence)].map(([, language = "", inside = ""]) => ({ language, text: inside }));

/** Files that blocks name in their first line as "# flows/undang.yaml"; conversations are kept out. */
export const filesNamed = (blocks: readonly Block[]): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap(({ language, text }) => {
      const path = /^# ((?:flows|locales)\/\S+)$/.exec(firstLine(text))?.[1];
      return language === "yaml" && path ? [[path, text] as const] : [];
    }),
  );

/** The flow of an example: `contoh_` and its heading. */
export const flowOfExample = (title: string): string => `contoh_${title.replaceAll("-", "_")}`;

/** The files of an example: what the page leaves out, since it is the same in all of them, is put around it. */
export function filesOfExample({ title, blocks }: Section): Record<string, string> {
  const flow = flowOfExample(title);
  const file = `flows/${flow}.yaml`;
  const named = filesNamed(blocks);
  const bare = blocks.filter(
    ({ language, text }) => language === "yaml" && !Object.values(named).includes(text),
  );
  const steps = file in named ? {} : { [file]: asFlow(flow, bare.shift()?.text ?? "") };
  const texts = asTexts(bare.shift()?.text ?? "");
  return {
    ...named,
    ...steps,
    [`locales/id/${flow}.yaml`]: texts,
    [`locales/en/${flow}.yaml`]: texts,
  };
}

const asFlow = (flow: string, steps: string): string => `flow: ${flow}
intent: [${flow.replaceAll("_", " ")}]
draft: false
steps:
${steps.replace(/^(?=.)/gm, "  ")}  - end: selesai
`;

const asTexts = (texts: string): string => {
  const written = (parse(texts) ?? {}) as Record<string, unknown>;
  const last = "selesai" in written ? "" : "selesai: Selesai.\n";
  return `title: Contoh\n${texts}${last}`;
};

/** Where a person says something: a block that is no YAML. */
const isConversation = ({ language, text }: Block): boolean =>
  language === "" && /^>{1,3} /.test(text);

/** A page in which every conversation is written as `said` gives it. */
export async function withConversations(
  page: string,
  said: (conversation: string) => Promise<string>,
): Promise<string> {
  let written = page;
  for (const { text } of blocksOf(page).filter(isConversation)) {
    const now = await said(text);
    written = written.replace(`\`\`\`\n${text}\`\`\``, () => `\`\`\`\n${now}\`\`\``);
  }
  return written;
}
