// Given to a bot's process by --import: it then takes the tests' server for WhatsApp's.
import process from "node:process";
import { WA_CERT_DETAILS } from "@whiskeysockets/baileys";

const root = process.env.WA_MOCK_ROOT;
if (!root) throw new Error("this is for tests alone: WA_MOCK_ROOT is not set");
WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(root, "hex");
