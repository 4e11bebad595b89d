import { expect, test } from "vitest";
import { limits } from "../../src/channels/whatsapp-cloud/shape.ts";
import { channelLimits } from "../../src/flow/lint/channel-limits.ts";

test("the linter measures by the limits that WhatsApp's replies are shaped by", () => {
  const { tappable, buttonTitle: button, rows } = limits;
  expect(channelLimits).toMatchObject({ tappable, button, rows });
});
