import { expect, test } from "vitest";
import { renderText } from "../../src/channels/render-text.ts";
import { shapeOf } from "../../src/channels/whatsapp-cloud/shape.ts";
import type { Now } from "../../src/engine/event.ts";
import type { Book } from "../../src/flow/book.ts";
import { bookForTests, sessionAt, talk } from "../support/talk.ts";

const book = bookForTests();
const topics = [...book.answers.keys()];
const days: Now[] = ["2026-11-22", "2027-01-15"].map((today) => ({
  at: Date.parse(`${today}T03:00:00Z`),
  today,
}));
const about = (topic: string): Book => ({
  ...book,
  understand: () => ({ decision: "answer", topics: [topic] }),
});
/** Characters of a message: Telegram's limit; others take as many. */
const longestMessage = 4096;

test.for(topics)("the answer on %s can be tapped on WhatsApp and fits every channel", (topic) => {
  for (const now of days) {
    const { replies } = talk(about(topic), null, [{ text: "aturannya bagaimana?" }], { now });
    expect(replies).toHaveLength(1);
    const [first] = replies;
    if (!first) throw new Error("no reply");
    // an answer has no file beside it
    const { file, ...reply } = first;
    expect(file).toBeUndefined();
    expect(reply.keys).toContain(`faq.${topic}`);
    const shape = shapeOf(reply, (key) => book.catalogues.id.format(key));
    expect(shape.kind).not.toBe("text");
    expect(renderText(reply).length).toBeLessThanOrEqual(longestMessage);
  }
});

test("in a form an answer and the form's own question fit into one message on every channel", () => {
  const session = sessionAt(book, "nik");
  for (const topic of topics) {
    const { replies } = talk(about(topic), session, [{ text: "aturannya bagaimana?" }]);
    expect(replies).toHaveLength(1);
    for (const reply of replies) {
      expect(reply.keys).toContain(`faq.${topic}`);
      expect(renderText(reply).length).toBeLessThanOrEqual(longestMessage);
    }
  }
});
