import type { Book } from "../flow/book.ts";
import { staleAnswers } from "../flow/problems-in-answers.ts";
import type { Log } from "../lib/log.ts";

/** Says in the log which answers are withheld on an ISO date: each topic once a day and process, whether somebody asks or not. */
export function makeStaleReport(log: Log): (book: Book, today: string) => void {
  let day = "";
  let told = new Set<string>();
  return (book, today) => {
    if (today !== day) told = new Set();
    day = today;
    for (const { topic, reviewBy, daysLeft, missing } of staleAnswers(book, today, -1)) {
      if (told.has(topic)) continue;
      told.add(topic);
      const reason = daysLeft < 0 ? "overdue" : "no_figure";
      log.warn("answer_withheld", {
        topic,
        reason,
        review_by: reviewBy,
        ...(missing === null ? {} : { missing }),
      });
    }
  };
}
