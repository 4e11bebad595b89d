import type { SendError, SendErrorCode } from "../../conversation/ports/channel.ts";
import type { Fault } from "./api.ts";

/** What a failed sending means for whoever delivers. */
export function sendErrorFrom(fault: Fault): SendError {
  const { code, words, retryAfterMs } = fault;
  return {
    code: errorCode(fault),
    detail: code === null ? words : `${code} ${words}`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

function errorCode({ code, words }: Fault): SendErrorCode {
  switch (code) {
    case 429:
      return "too_many";
    case 401:
    case 404:
      return "unauthorized";
    case 403:
      return "blocked";
    case 400:
      return isGone(words) ? "blocked" : "refused";
    case 413:
      return "refused";
    default:
      return "unreachable";
  }
}

/** Telegram tells with 400, in words only, that there is nobody to write to. */
const isGone = (words: string): boolean =>
  /chat not found|user not found|PEER_ID_INVALID|USER_DEACTIVATED|user is deactivated|the chat has moved/i.test(
    words,
  );
