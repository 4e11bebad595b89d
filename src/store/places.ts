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

/** Who made a code. */
export function codePlace(hash: string): string {
  return `draft_code.address|${hash}`;
}

/** An effect's result. */
export function resultPlace(keyHash: string): string {
  return `effect_result.result|${keyHash}`;
}

/** A registration's fields. */
export function fieldsPlace(number: string): string {
  return `registration.fields|${number}`;
}

/** A worker of a business's registration, by their place in it. */
export function workerPlace(number: string, position: number): string {
  return `registered_worker.fields|${number}|${position}`;
}

/** A person's NIK. */
export function personPlace(id: string): string {
  return `person.identity|${id}`;
}

/** Who made an entry of the audit log. */
export function auditPlace(subject: string): string {
  return `audit_entry.by|${subject}`;
}

/** Where a person stood when their case was opened. */
export function openingPlace(number: string): string {
  return `officer_case.opening|${number}`;
}

/** Who closed a case. */
export function closedByPlace(number: string): string {
  return `officer_case.closed_by|${number}`;
}

/** What was written in a case. */
export function caseLinePlace(id: string): string {
  return `case_line.body|${id}`;
}

/** What kind of file a person sent, in the sender's words. */
export function mimePlace(id: string): string {
  return `case_file.mime|${id}`;
}

/** A file that a person sent. */
export function contentPlace(id: string): string {
  return `case_file.content|${id}`;
}

/** What a kept file is called and is. */
export function storedFilePlace(id: string): string {
  return `stored_file.body|${id}`;
}

/** A kept file. */
export function storedContentPlace(id: string): string {
  return `stored_file.content|${id}`;
}

/** A worker of a list. */
export function workerRowPlace(list: string, identityHash: string): string {
  return `worker_row.body|${list}|${identityHash}`;
}

/** A row of a list that was not accepted. */
export function workerFaultPlace(id: string): string {
  return `worker_fault.body|${id}`;
}

/** A part on its way to the person. */
export function deliveryPlace(partHash: string): string {
  return `delivery.body|${partHash}`;
}

/** What a linked device keeps under one key. */
export function deviceValuePlace(deviceId: string, keyHash: string): string {
  return `linked_device_value.value|${deviceId}|${keyHash}`;
}

/** The key under which a person of this name is known. */
export function personNamePlace(nameHash: string): string {
  return `person_name.user|${nameHash}`;
}

/** An unanswered question: it has no owner to be bound to. */
export const gapPlace = "faq_gap.body";
