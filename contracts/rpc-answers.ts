// viem gives each call of a JSON-RPC batch the answer at its place among the sorted answers. So in a batch with an answer
// missing, or one too many, each call after it would get another call's answer: a nonce for a balance. Here every call gets its
// own answer or the error that there was none, and only those without one are asked again.

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Of one HTTP answer. The longest proper one, 256 allocation records, has 150 KiB. */
const MAX_ANSWER_BYTES = 8 * 2 ** 20;
const BAD_GATEWAY = 502;
/** JSON-RPC's "internal error", after which viem asks again. */
const INTERNAL_ERROR = -32_603;
/** How such a call fails in the end; it may have been carried out. */
export const NO_ANSWER = "The endpoint gave no answer to this call.";

/** `fetch`, but the answers to a batch are exactly those to its questions, in their order, and an answer without end is cut off as a 502. */
export const fetchWholeAnswers: Fetch = async (input, init) => {
  const response = await fetch(input, init);
  const text = await boundedText(response);
  const headers = { "content-type": "application/json" };
  if (text === undefined) return new Response('{"error":"too long"}', { status: BAD_GATEWAY, headers });
  const asked = batchOf(typeof init?.body === "string" ? init.body : "");
  const answered = batchOf(text);
  // Anything but a list is one error for all, or nonsense; both are seen for what they are further on.
  if (asked === undefined || answered === undefined) {
    return new Response(text, { headers: response.headers, status: response.status, statusText: response.statusText });
  }
  return new Response(JSON.stringify(inOrder(asked, answered)), { status: response.status, headers });
};

interface Part {
  readonly id?: unknown;
}

function batchOf(text: string): Part[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter((each) => typeof each === "object" && each !== null) : undefined;
  } catch {
    return undefined;
  }
}

function inOrder(asked: readonly Part[], answered: readonly Part[]): object[] {
  const answers = new Map(answered.map((answer) => [answer.id, answer]));
  const none = { code: INTERNAL_ERROR, message: NO_ANSWER };
  return asked.map(({ id }) => answers.get(id) ?? { jsonrpc: "2.0", id, error: none });
}

/** Undefined for more than MAX_ANSWER_BYTES. */
async function boundedText({ body }: Response): Promise<string | undefined> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
