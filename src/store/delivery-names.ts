import type { DeliveryState } from "../conversation/ports/deliveries.ts";
import type { Account } from "../conversation/ports/part.ts";
import type { Cipher } from "./encryption.ts";

/** How a part is named in the deliveries: the same when it goes out once more. */
export function partHash(cipher: Cipher, partId: string): string {
  return cipher.id("part", partId.replace(/~+$/, ""));
}

/** How a receipt is named, and the number of the lock on what is known of it. */
export function receiptHash(
  cipher: Cipher,
  { channel, account }: Account,
  receipt: string,
): { name: string; lock: bigint } {
  const bytes = cipher.hash("receipt", channel, account, receipt);
  return { name: bytes.toString("base64url"), lock: bytes.readBigInt64BE(0) };
}

export const hasArrived = (state: DeliveryState): boolean =>
  state === "delivered" || state === "read";
