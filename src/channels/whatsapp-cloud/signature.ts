import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Whether Meta signed these very bytes: `sha256=` and the HMAC under the app's secret, in hex. */
export function isSigned(body: Uint8Array, header: string | null, appSecret: string): boolean {
  const hmac = createHmac("sha256", appSecret).update(body).digest("hex");
  return isSame(header ?? "", `sha256=${hmac}`);
}

/** Takes as long for a near guess as for a far one. */
export function isSame(given: string, secret: string): boolean {
  const digest = (word: string) => createHash("sha256").update(word).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
