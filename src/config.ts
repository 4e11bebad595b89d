import { z } from "zod";

const settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "is not a postgresql:// address" })
    .optional(),
  PAYUNG_DATA: z.string().min(1).default("data"),
  PAYUNG_KEY: z.string().optional(),
  PAYUNG_OPERATOR_NAME: z.string().min(3).optional(),
  PAYUNG_OPERATOR_CONTACT: z.string().min(3).optional(),
  PAYUNG_LOG: z.enum(["debug", "info", "warn", "error"]).default("warn"),
});

/** What the environment (and a file `.env`) settles. */
export type Config = {
  databaseUrl: string | undefined;
  dataDir: string;
  key: string | undefined;
  /** Who answers for the data; null = a trial installation. */
  operator: { name: string; contact: string } | null;
  logLevel: "debug" | "info" | "warn" | "error";
};

/** Reads the environment; or every fault in it at once, a sentence each. */
export function readConfig(): { config: Config; faults: [] } | { config: null; faults: string[] } {
  try {
    process.loadEnvFile();
  } catch {
    // no .env file: the environment alone counts
  }
  const present = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== ""),
  );
  const read = settings.safeParse(present);
  if (!read.success)
    return {
      config: null,
      faults: read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
    };
  const { PAYUNG_OPERATOR_NAME: name, PAYUNG_OPERATOR_CONTACT: contact } = read.data;
  if ((name === undefined) !== (contact === undefined))
    return {
      config: null,
      faults: [
        "PAYUNG_OPERATOR_NAME and PAYUNG_OPERATOR_CONTACT belong together: set both or none",
      ],
    };
  return {
    faults: [],
    config: {
      databaseUrl: read.data.DATABASE_URL,
      dataDir: read.data.PAYUNG_DATA,
      key: read.data.PAYUNG_KEY,
      operator: name && contact ? { name, contact } : null,
      logLevel: read.data.PAYUNG_LOG,
    },
  };
}
