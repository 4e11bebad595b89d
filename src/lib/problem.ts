/** A fault in something an author wrote (flow, text, rate): where it is, what is wrong, what to do. */
export type Problem = { file: string; line: number; message: string; remedy: string };

/** One line a problem, as editors and terminals link it. */
export const problemLine = ({ file, line, message, remedy }: Problem): string =>
  `${file}:${line}  ${message}  -> ${remedy}`;
