// What a ciphertext is bound to: its column and its row.

/** A waiting message. */
export function itemPlace(contact: string, idHash: string): string {
  return `line_item.body|${contact}|${idHash}`;
}

/** A contact's session. */
export function sessionPlace(contact: string): string {
  return `line_contact.session|${contact}`;
}

/** A contact's address in the line. */
export function addressPlace(contact: string): string {
  return `line_contact.address|${contact}`;
}

/** A part of the outbox. */
export function partPlace(idHash: string): string {
  return `outbox_part.body|${idHash}`;
}

/** A job. */
export function jobPlace(keyHash: string): string {
  return `job.body|${keyHash}`;
}

/** A dead letter. */
export function deadPlace(id: string): string {
  return `dead_letter.body|${id}`;
}

/** A contact's address in the records. */
export function contactPlace(id: string): string {
  return `contact.address|${id}`;
}

/** An effect's result. */
export function resultPlace(keyHash: string): string {
  return `effect_result.result|${keyHash}`;
}

/** A registration's fields. */
export function fieldsPlace(number: string): string {
  return `registration.fields|${number}`;
}

/** A person's NIK. */
export function personPlace(id: string): string {
  return `person.identity|${id}`;
}

/** Who made an entry of the audit log. */
export function auditPlace(subject: string): string {
  return `audit_entry.by|${subject}`;
}
