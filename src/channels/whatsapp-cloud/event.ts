import { z } from "zod";

/** What is read of Meta's events. All of it comes from outside: unknown fields pass, every list is read item by item. */
const list = z.array(z.unknown()).catch([]);

export const envelope = z.object({ object: z.literal("whatsapp_business_account"), entry: list });

export const entry = z.object({ changes: list });

export const change = z.object({
  field: z.literal("messages"),
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }),
    contacts: list,
    messages: list,
    statuses: list,
    errors: list,
  }),
});

export type Value = z.infer<typeof change>["value"];

/** Ids of persons are part of an address: digits of a phone number, or "ID.1349…", or "ID.ENT.1349…". */
const userId = z
  .string()
  .regex(/^[A-Z]{2}\.(?:[A-Z]{3}\.)?[A-Za-z0-9]{1,128}$/)
  .optional()
  .catch(undefined);
const digits = z
  .string()
  .regex(/^\+?\d{6,15}$/)
  .transform((number) => number.replace("+", ""))
  .optional()
  .catch(undefined);

export const contact = z.object({ wa_id: digits, user_id: userId });

export type WaContact = z.infer<typeof contact>;

const words = z.string();
const reply = z.object({ id: words, title: words });
const file = z.object({
  id: words.optional(),
  caption: words.optional(),
  filename: words.optional(),
});

export const message = z.object({
  id: z.string().min(1).max(500),
  from: digits,
  from_user_id: userId,
  group_id: z.string().optional(),
  timestamp: z.coerce.number().optional().catch(undefined),
  type: words,
  text: z.object({ body: words }).optional(),
  interactive: z
    .object({ button_reply: reply.optional(), list_reply: reply.optional() })
    .optional(),
  button: z.object({ text: words, payload: words.optional() }).optional(),
  image: file.optional(),
  document: file.optional(),
  audio: file.optional(),
  voice: file.optional(),
  video: file.optional(),
  sticker: file.optional(),
  location: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
    })
    .optional(),
});

export type WaMessage = z.infer<typeof message>;

export const status = z.object({
  id: z.string().min(1).max(500),
  status: words,
  timestamp: z.coerce.number().optional().catch(undefined),
  errors: list,
});

export const fault = z.object({ code: z.number() });
