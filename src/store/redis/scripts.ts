import { readFileSync } from "node:fs";

/** Every script by its name, with the files that make it up; each has one key, and all it touches lies in that key's slot. */
const SCRIPTS = {
  enter: ["shared-line", "enter"],
  take: ["shared-line", "take"],
  widen: ["shared-line", "widen"],
  renew: ["shared-line", "renew"],
  release: ["shared-line", "release"],
  commit: ["shared-line", "shared-queues", "commit"],
  due: ["due"],
  idle: ["idle"],
  outboxTake: ["shared-queues", "outbox-take"],
  outboxNext: ["shared-queues", "outbox-next"],
  outboxLater: ["outbox-later"],
  outboxDrop: ["shared-queues", "outbox-drop"],
  outboxShown: ["shared-queues", "outbox-shown"],
  outboxForget: ["shared-queues", "outbox-forget"],
  jobsTake: ["jobs-take"],
  jobsEnd: ["shared-queues", "jobs-end"],
  deadForget: ["dead-forget"],
  deadRetry: ["shared-line", "shared-queues", "dead-retry"],
  forget: ["shared-line", "shared-queues", "forget"],
} as const;

export type ScriptName = keyof typeof SCRIPTS;

/** The scripts with their source. */
export function loadScripts(): { name: ScriptName; lua: string }[] {
  const names = Object.keys(SCRIPTS) as ScriptName[];
  return names.map((name) => ({ name, lua: SCRIPTS[name].map(source).join("\n") }));
}

function source(file: string): string {
  const text = readFileSync(new URL(`${file}.lua`, import.meta.url), "utf8");
  // Redis keeps what it is sent: comments and indentation stay here.
  return text.replaceAll(/^\s*--.*\n/gm, "").replaceAll(/^\s+/gm, "");
}
