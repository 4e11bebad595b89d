import { createSign, generateKeyPairSync } from "node:crypto";

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const long = length > 255 ? [0x82, length >> 8, length & 255] : [0x81, length];
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), body]);
};
const list = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const time = (at: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, "").slice(2, 14)}Z`));

/** A certificate for 127.0.0.1 that signs itself, for two days, and its key; both as PEM. */
export function ownCertificate(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = list(oid("2a8648ce3d040302"));
  const name = list(der(0x31, list(oid("550403"), der(0x0c, Buffer.from("127.0.0.1")))));
  const isAuthority = list(oid("551d13"), der(0x04, list(der(0x01, Buffer.from([0xff])))));
  const address = der(0x87, Buffer.from([127, 0, 0, 1]));
  const alsoNamed = list(oid("551d11"), der(0x04, list(address)));
  const day = 86_400_000;
  const content = list(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    list(time(Date.now() - day), time(Date.now() + day)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, list(isAuthority, alsoNamed)),
  );
  const signature = createSign("sha256").update(content).sign(privateKey);
  const whole = list(content, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
