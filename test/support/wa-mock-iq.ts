import {
  type BinaryNode,
  getBinaryNodeChildBuffer as bytesOf,
  getBinaryNodeChild as child,
  getBinaryNodeChildren as children,
  jidDecode,
  getBinaryNodeChildUInt as numberOf,
} from "@whiskeysockets/baileys";
import type { WaDesk } from "./wa-mock-desk.ts";
import { type Bundle, withType } from "./wa-mock-device.ts";
import { node } from "./wa-mock-node.ts";

/** What the server answers to a question of the bot's; nothing but "yes" to most. */
export function answerTo(server: WaDesk, stanza: BinaryNode): BinaryNode[] | undefined {
  const { xmlns, type } = stanza.attrs;
  const first = Array.isArray(stanza.content) ? stanza.content[0]?.tag : undefined;
  switch (`${xmlns} ${first}`) {
    case "encrypt count":
      return [node("count", { value: String(server.bundle?.preKeys.length ?? 0) })];
    case "encrypt digest":
      return [node("digest")];
    case "encrypt key":
      return [node("list", {}, bundles(server, stanza))];
    case "md link_code_companion_reg":
      return [
        node("link_code_companion_reg", {}, [
          node("link_code_pairing_ref", {}, Buffer.from("ref")),
        ]),
      ];
    case "w:m media_conn":
      return [
        node("media_conn", { auth: "mock", ttl: "300", auth_ttl: "21600", max_buckets: "12" }, [
          node("host", { hostname: server.files.host }),
        ]),
      ];
    case "usync usync":
      return [usync(server, stanza)];
    case "privacy privacy":
      return type === "get"
        ? [node("privacy", {}, [node("category", { name: "readreceipts", value: "all" })])]
        : undefined;
  }
  if (xmlns === "abt") return [node("props", { hash: "mock" }, [])];
  return xmlns === "blocklist" ? [node("list", {}, [])] : undefined;
}

/** The keys that the bot tells, for people who write to it first. */
export function bundleFrom(stanza: BinaryNode, before: readonly Bundle["preKey"][]) {
  const bytes = (of: BinaryNode | undefined, tag: string): Buffer =>
    Buffer.from((of && bytesOf(of, tag)) ?? new Uint8Array());
  const key = (of: BinaryNode | undefined) => ({
    keyId: (of && numberOf(of, "id", 3)) ?? 0,
    publicKey: withType(bytes(of, "value")),
  });
  const signed = child(stanza, "skey");
  return {
    base: {
      registrationId: numberOf(stanza, "registration", 4) ?? 0,
      identityKey: withType(bytes(stanza, "identity")),
      signedPreKey: { ...key(signed), signature: bytes(signed, "signature") },
    },
    preKeys: [...before, ...children(child(stanza, "list"), "key").map(key)],
  };
}

function bundles(server: WaDesk, stanza: BinaryNode): BinaryNode[] {
  return children(child(stanza, "key"), "user").map(({ attrs }) => {
    const jid = attrs["jid"] ?? "";
    const error = node("error", { code: "404", text: "item-not-found" });
    return server.deviceOf(jid)?.bundleNode(jid) ?? node("user", { jid }, [error]);
  });
}

/** Who is on WhatsApp, on which devices, and under which hidden id. */
function usync(server: WaDesk, stanza: BinaryNode): BinaryNode {
  const asked = child(stanza, "usync");
  const query = child(asked, "query")?.content;
  const wanted = new Set(Array.isArray(query) ? query.map(({ tag }) => tag) : []);
  const rows = children(child(asked, "list"), "user").map((one) => usyncRow(server, one, wanted));
  return node("usync", asked?.attrs ?? {}, [node("result"), node("list", {}, rows)]);
}

function usyncRow(server: WaDesk, one: BinaryNode, wanted: ReadonlySet<string>): BinaryNode {
  const { account } = server;
  const contact = bytesOf(one, "contact");
  const number = contact ? Buffer.from(contact).toString().replace("+", "") : undefined;
  const jid = one.attrs["jid"] ?? `${number}@s.whatsapp.net`;
  const user = jidDecode(jid)?.user;
  const isBot = user === account.pn || user === account.lid;
  const found = isBot ? account : server.personOf(jid);
  const facts: BinaryNode[] = [];
  if (wanted.has("contact")) facts.push(node("contact", { type: found ? "in" : "out" }));
  if (wanted.has("devices") && found) {
    const own = node("device", { id: String(account.device), "key-index": "1" });
    const list = [node("device", { id: "0" }), ...(isBot ? [own] : [])];
    facts.push(node("devices", {}, [node("device-list", {}, list)]));
  }
  if (wanted.has("lid") && found && !jid.endsWith("@lid"))
    facts.push(node("lid", { val: `${found.lid}@lid` }));
  return node("user", { jid }, facts);
}
