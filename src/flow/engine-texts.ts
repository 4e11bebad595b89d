import { reasonCodes } from "../answer-types/answer-type.ts";

/** Texts that the engine and the conversation speak themselves, under `engine.`; every language must have each. */
export const engineTexts: readonly string[] = [
  ..."yes no menu same skip officer skipped earlier noted changed recall expired media_not_read help stuck".split(
    " ",
  ),
  ..."kept cancelled cancelled_kept nothing_to_cancel no_back back_to restart restart_sure restart_yes restart_no".split(
    " ",
  ),
  ..."old_choice effect_failed still_working given_up review_yes review_edit review_which no_such_answer asked_again review_again question change_which".split(
    " ",
  ),
  "narrow.regency",
  "narrow.district",
  "narrow.which",
  "narrow.confirm",
  ...reasonCodes.map((code) => `reasons.${code}`),
].map((key) => `engine.${key}`);
