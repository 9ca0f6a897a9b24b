// One connection before its bytes are decrypted. A record of Noise may hold nothing at all: 64 KiB of those are thirty thousand, worked
// off in one go and for nobody, before anything that comes of them waits for its turn. So only a few records of each read are decrypted
// at once; the rest waits here, some at each turn.
//
//   multistream-select: lines with varint lengths, up to "/noise" · then records: 2 bytes of length, ciphertext
//
// A connection that is not set up yet is bounded in bytes and in records: what comes then is kept, and decrypted in one go.

import type { MultiaddrConnection } from "@libp2p/interface";
import type { Uint8ArrayList } from "uint8arraylist";
import type { NetworkLimits } from "./network.ts";
import type { Lane } from "./turns.ts";

export type SealedLimits = Pick<
  NetworkLimits,
  "handshakeBytes" | "handshakeRecords" | "laneBytes" | "lanePieces" | "recordsAtOnce" | "recordsPerTurn"
>;

/** A connection of libp2p's, of which we use a little more than it declares. */
interface Connection extends MultiaddrConnection {
  onData(bytes: Uint8Array | Uint8ArrayList): void;
  onTransportClosed(error?: Error): void;
  sendPause(): void;
  sendResume(): void;
}

/** Records that still count when their connection has ended: some milliseconds. */
const RECORDS_AT_END = 1024;

export class SealedLine {
  readonly #connection: MultiaddrConnection;
  readonly #limits: SealedLimits;
  readonly #lane: Lane;
  readonly #records = new RecordCuts();
  readonly #waiting: Uint8Array[] = [];
  readonly #take: (bytes: Uint8Array) => void;
  readonly #pause: () => void;
  readonly #resume: () => void;
  #waitingBytes = 0;
  #hasTurn = false;
  /** What is above wants nothing now; what waits here is too much. */
  #isStopped = false;
  #isFull = false;
  #isPaused = false;
  #isSetUp = false;
  #isOver = false;
  #bytes = 0;

  /** Takes the connection over: what comes goes through here from now on. */
  constructor(line: MultiaddrConnection, lane: Lane, limits: SealedLimits) {
    const connection = line as Connection;
    this.#connection = connection;
    this.#limits = limits;
    this.#lane = lane;
    this.#take = connection.onData.bind(connection);
    this.#pause = connection.sendPause.bind(connection);
    this.#resume = connection.sendResume.bind(connection);
    const ended = connection.onTransportClosed.bind(connection);
    connection.onData = (bytes) => this.#onData(bytes);
    connection.sendPause = () => this.#stop(true);
    connection.sendResume = () => this.#stop(false);
    connection.onTransportClosed = (error) => {
      this.#onEnd();
      ended(error);
    };
    const close = (): void => {
      this.#isOver = true;
      this.#waiting.length = 0;
      lane.end();
    };
    connection.addEventListener("close", close, { once: true });
  }

  /** The connection is set up: it may carry more than keys and names. */
  setUp(): void {
    this.#isSetUp = true;
  }

  #onData(bytes: Uint8Array | Uint8ArrayList): void {
    if (this.#isOver) return;
    this.#bytes += bytes.byteLength;
    if (!this.#isSetUp && this.#bytes > this.#limits.handshakeBytes)
      return this.#connection.abort(new Error(`${this.#bytes} bytes before the connection was set up`));
    const isNext = this.#waiting.length === 0 && !this.#isStopped;
    this.#waiting.push(bytes.subarray());
    this.#waitingBytes += bytes.byteLength;
    if (isNext) this.#some(this.#limits.recordsAtOnce);
    this.#next();
    this.#hold();
  }

  /** Asks for a turn, if something waits for one. */
  #next(): void {
    if (this.#hasTurn || this.#isStopped || this.#waiting.length === 0) return;
    this.#hasTurn = true;
    this.#lane.add(0, () => {
      this.#hasTurn = false;
      if (!this.#isStopped) this.#some(this.#limits.recordsPerTurn);
      // Not from within: a lane that has its turn at once would come back here again and again.
      queueMicrotask(() => this.#next());
      this.#hold();
    });
  }

  #some(most: number): void {
    const [first] = this.#waiting;
    if (first === undefined) return;
    const end = this.#records.cut(first, most);
    const isWrong = this.#records.isWrong || (!this.#isSetUp && this.#records.count > this.#limits.handshakeRecords);
    if (isWrong) return this.#connection.abort(new Error("records that are none, or too many before it was set up"));
    this.#waitingBytes -= end;
    if (end === first.byteLength) this.#waiting.shift();
    else this.#waiting[0] = first.subarray(end);
    this.#take(first.subarray(0, end));
  }

  #stop(isStopped: boolean): void {
    this.#isStopped = isStopped;
    this.#next();
    this.#hold();
  }

  /** The socket flows while nobody has anything against it. */
  #hold(): void {
    const { laneBytes, lanePieces } = this.#limits;
    const parts = this.#isFull ? 2 : 1;
    this.#isFull = this.#waitingBytes > laneBytes / parts || this.#waiting.length > lanePieces / parts;
    const isPaused = this.#isStopped || this.#isFull;
    if (isPaused === this.#isPaused) return;
    this.#isPaused = isPaused;
    if (isPaused) this.#pause();
    else this.#resume();
  }

  #onEnd(): void {
    for (let left = RECORDS_AT_END; left > 0 && this.#waiting.length > 0; left -= this.#limits.recordsPerTurn)
      this.#some(this.#limits.recordsPerTurn);
  }
}

/** Follows a connection from its first byte through whatever pieces it comes in. */
export class RecordCuts {
  /** Before Noise begins: the line that comes. */
  #text: string | undefined = "";
  #lengthBytes = 0;
  #length = 0;
  #skip = 0;
  #count = 0;
  #isWrong = false;

  /** Records and lines begun so far. */
  get count(): number {
    return this.#count;
  }

  /** A record was shorter than one can be. */
  get isWrong(): boolean {
    return this.#isWrong;
  }

  /** Where in these bytes, which come next, the record after `most` of them begins; their length when there are no more. */
  cut(bytes: Uint8Array, most: number): number {
    let begun = 0;
    let at = 0;
    while (at < bytes.byteLength) {
      if (this.#skip > 0) {
        const run = Math.min(this.#skip, bytes.byteLength - at);
        if (this.#text !== undefined) this.#read(bytes.subarray(at, at + run));
        this.#skip -= run;
        at += run;
        if (this.#skip === 0) this.#onLine();
        continue;
      }
      if (this.#lengthBytes === 0 && begun++ === most) return at;
      this.#head(bytes[at++] ?? 0);
    }
    return at;
  }

  #head(byte: number): void {
    if (this.#lengthBytes++ === 0) this.#count++;
    if (this.#text === undefined) {
      this.#length = this.#length * 256 + byte;
      if (this.#lengthBytes < 2) return;
      this.#isWrong ||= this.#length < TAG_BYTES;
    } else {
      this.#length += (byte & 0x7f) * 2 ** (7 * (this.#lengthBytes - 1));
      if (byte >= 0x80 && this.#lengthBytes < 4) return;
    }
    this.#skip = this.#length;
    this.#lengthBytes = 0;
    this.#length = 0;
  }

  #read(bytes: Uint8Array): void {
    if ((this.#text?.length ?? 0) <= NOISE.length)
      this.#text += String.fromCharCode(...bytes.subarray(0, NOISE.length));
  }

  #onLine(): void {
    if (this.#text === NOISE) this.#text = undefined;
    else if (this.#text !== undefined) this.#text = "";
  }
}

/** The only way of encrypting that we take. */
const NOISE = "/noise\n";
/** What a record without content has. */
const TAG_BYTES = 16;
