// Every error code of Cairn, with whose fault it is, what it means and what to do: the one list, which docs/errors.md repeats.
// A code is a promise to callers and travels over the wire: rename none, reuse none.

/** Where the cause lies, and so who has to act: the person calling, another peer, this program, the chain, the disk, the network, or the settings. */
export type Fault = "user" | "peer" | "client" | "chain" | "disk" | "network" | "config";

/** What is fixed about one code. `meaning` and `remedy` are full sentences, without names or figures of the case at hand. */
export interface ErrorEntry {
  readonly fault: Fault;
  readonly meaning: string;
  readonly remedy: string;
}

function entry(fault: Fault, meaning: string, remedy: string): ErrorEntry {
  return { fault, meaning, remedy };
}

/** The codes in the order of docs/errors.md: names, objects, fragments, wire, allocations, chain, disk, settings, the rest. */
export const ERRORS = {
  ERR_LINK_INVALID: entry(
    "user",
    "The text is not a cairn link.",
    "Copy the whole link again: cairn: and the object id, then # and the key.",
  ),
  ERR_LINK_NO_KEY: entry(
    "user",
    "The link has no read key, so its object can be verified and repaired but not read.",
    "Ask whoever shared it for the full link, with the part after #.",
  ),
  ERR_ID_INVALID: entry(
    "user",
    "The text is not an object id or fragment id of Cairn.",
    "Copy the id again: 59 lower-case characters, starting with bafy (object) or bafk (fragment).",
  ),
  ERR_WRONG_KEY: entry(
    "user",
    "The key of the link does not open this object.",
    "Use the key that came with this object id; check that nothing after # is missing or changed.",
  ),
  ERR_OBJECT_NOT_FOUND: entry(
    "network",
    "No reachable provider holds the object.",
    "Try again later; if it stays away, its allocations may have ended.",
  ),
  ERR_RANGE_INVALID: entry(
    "user",
    "The range is not within the object or fragment, or is not a range.",
    "Ask for a range from 0 to its size.",
  ),
  ERR_MANIFEST_INVALID: entry(
    "peer",
    "The bytes are not a well-formed manifest.",
    "Fetch the manifest from another provider; if the id matches these bytes, the program that stored it is at fault.",
  ),
  ERR_MANIFEST_WRONG: entry(
    "peer",
    "The peer sent a manifest whose hash is not the object id.",
    "Nothing of it was used; fetch the manifest from another provider.",
  ),
  ERR_TOO_FEW_PROVIDERS: entry(
    "network",
    "Fewer providers than the scheme needs are reachable, distinct and roomy enough.",
    "Wait for more providers, open allocations at more of them, or choose a smaller scheme.",
  ),
  ERR_TOO_FEW_FRAGMENTS: entry(
    "network",
    "Fewer fragments of a segment than needed to rebuild it could be fetched and verified.",
    "Try again when more of its providers are online, then repair the object.",
  ),
  ERR_FRAGMENT_WRONG: entry(
    "peer",
    "The bytes that arrived do not hash to the root that was asked for or stated.",
    "Nothing of them was used; take another provider, and store again what was being stored.",
  ),
  ERR_FRAGMENT_NOT_FOUND: entry(
    "peer",
    "The provider does not have the fragment.",
    "Fetch it from another provider, or repair the object.",
  ),
  ERR_FRAGMENT_CORRUPT: entry(
    "disk",
    "A stored fragment no longer matches its root: the disk returned other bytes.",
    "Check the disk; the object can be repaired from other providers.",
  ),
  ERR_FRAGMENT_NOT_STAGED: entry(
    "client",
    "An allocation state names a fragment that the provider has not staged, or no longer has.",
    "Store the fragment again, then append.",
  ),
  ERR_MESSAGE_INVALID: entry(
    "peer",
    "A message is not canonical CBOR, lacks a key, has one too many, or holds a value out of range.",
    "Update both programs to the same version; if they are, the peer misbehaves.",
  ),
  ERR_MESSAGE_TOO_LONG: entry(
    "peer",
    "A message is longer than its kind may be.",
    "Send less in one message; the limits are in docs/spec/wire.md.",
  ),
  ERR_BODY_TRUNCATED: entry(
    "peer",
    "The stream ended before all the bytes that the message before it stated.",
    "Try again; if it repeats, take another provider.",
  ),
  ERR_BODY_TOO_LONG: entry(
    "peer",
    "More bytes are stated, or were sent, than the body of this message may have.",
    "Take another provider; the limits are in docs/spec/wire.md.",
  ),
  ERR_PEER_STALLED: entry(
    "peer",
    "The peer stopped sending or reading before the deadline.",
    "Try again, or take another provider.",
  ),
  ERR_PEER_UNREACHABLE: entry(
    "network",
    "No connection to the peer could be made at any of its addresses.",
    "Check that the peer runs and that its addresses and port are open.",
  ),
  ERR_PEER_REFUSED: entry(
    "peer",
    "The peer refused for a reason that this program does not know.",
    "Read its code in the facts; a newer version may explain it. Otherwise take another provider.",
  ),
  ERR_PEER_BUSY: entry(
    "peer",
    "The peer serves as many requests as it allows, in total or for this client.",
    "Wait a moment and try again.",
  ),
  ERR_TICKET_INVALID: entry(
    "client",
    "The ticket is not signed by this client for this provider and this connection.",
    "Make a new ticket on the connection in use, with the wallet that opened the allocation.",
  ),
  ERR_TICKET_EXPIRED: entry(
    "client",
    "The ticket is no longer valid, or is valid for longer than a day.",
    "Make a new ticket; check the clocks of both machines.",
  ),
  ERR_STATE_CONFLICT: entry(
    "client",
    "Another change of the allocation came first: the state does not follow the last one.",
    "Read the state again and repeat the change on top of it.",
  ),
  ERR_STATE_FORGED: entry(
    "peer",
    "An allocation state is not signed by both its client and its provider, or does not match its items.",
    "Trust nothing that depends on it; keep it as evidence.",
  ),
  ERR_STATE_STALE: entry(
    "peer",
    "The peer showed an older allocation state than one it has signed already.",
    "Keep the newer state as evidence and take another provider.",
  ),
  ERR_ALLOCATION_UNKNOWN: entry(
    "client",
    "The allocation does not exist, or is not between this client and this provider.",
    "Check the allocation's number, the wallet and the network; a new allocation takes a few blocks to be seen.",
  ),
  ERR_ALLOCATION_EXPIRED: entry(
    "client",
    "The allocation is over, is settled, or its provider was ejected.",
    "Open a new allocation and store again.",
  ),
  ERR_ALLOCATION_FULL: entry(
    "client",
    "The allocation has no room for this besides what is signed and staged.",
    "Open a larger allocation or remove objects.",
  ),
  ERR_NO_CAPACITY: entry(
    "peer",
    "The provider has no free space, or offers none now.",
    "Take another provider or fewer units.",
  ),
  ERR_PRICE_CHANGED: entry(
    "peer",
    "The provider asks more now than the allocation costs, and an extension keeps the allocation's price.",
    "Get what lies in it and put it anew before it ends; what is paid for goes on until then.",
  ),
  ERR_OFFER_INVALID: entry(
    "peer",
    "The offer does not answer what was asked for, or is not the provider's own.",
    "Ask for a new offer, or take another provider.",
  ),
  ERR_OFFER_EXPIRED: entry("client", "The offer is no longer valid.", "Ask for a new offer."),
  ERR_ROOT_UNKNOWN: entry(
    "peer",
    "The provider cannot prove under this root: it never committed it, or has left it behind since.",
    "Read the committed root from the chain and ask again.",
  ),
  ERR_SIGNATURE_INVALID: entry(
    "peer",
    "The bytes are not a valid signature: 65 bytes, low s, v 27 or 28, a point on the curve.",
    "Trust nothing that depends on it.",
  ),
  ERR_NOT_ENOUGH_TOKENS: entry(
    "user",
    "The wallet holds fewer tokens than this costs.",
    "Send tokens to the wallet, or ask for less.",
  ),
  ERR_NOT_ENOUGH_GAS: entry(
    "user",
    "The wallet cannot pay for the transaction's gas.",
    "Send the chain's own currency to the wallet.",
  ),
  ERR_RPC_DOWN: entry(
    "chain",
    "The chain's RPC endpoint does not answer.",
    "Check the rpc address and that the endpoint runs.",
  ),
  ERR_WRONG_CHAIN: entry(
    "config",
    "The RPC endpoint serves another chain than the network file names.",
    "Point rpc at the chain of this network, or choose the other network.",
  ),
  ERR_NOT_DEPLOYED: entry(
    "config",
    "There is no contract at the address that the network file names.",
    "Check the network file, or deploy the contracts.",
  ),
  ERR_NO_FACTORY: entry(
    "config",
    "The chain lacks the contract that makes contracts at fixed addresses, and does not take the transaction that makes it.",
    "Have whoever runs the chain put it at 0x4e59b44847b379578588920cA78FbF26c0B4956C, or take another chain.",
  ),
  ERR_REVERTED: entry(
    "chain",
    "The contract refused the transaction.",
    "Read the contract's reason in the facts; nothing was changed.",
  ),
  ERR_TX_TIMEOUT: entry(
    "chain",
    "The transaction was sent and is not in a block yet.",
    "Look for its hash before you repeat it: it may still be included.",
  ),
  ERR_TX_LOST: entry(
    "chain",
    "The transaction is in no block and cannot come any more: another one has taken its place.",
    "Read what the chain says now, and do it again if it is still wanted.",
  ),
  ERR_TX_DOUBTED: entry(
    "chain",
    "The endpoint reports the transaction as done, and the chain's state does not show what it was to do.",
    "Read the state from another endpoint before you repeat it.",
  ),
  ERR_NO_CHAIN: entry(
    "config",
    "This needs a chain and none is set, or the program for a local one is missing.",
    "Set a network with an rpc address, or install the local chain's program.",
  ),
  ERR_PORT_TAKEN: entry(
    "config",
    "Another program listens on the port.",
    "Stop the other program or set another port.",
  ),
  ERR_DISK_FULL: entry("disk", "The disk has no space left.", "Free space; nothing that was acknowledged is lost."),
  ERR_DISK_FAILED: entry(
    "disk",
    "The disk refused to read or write.",
    "Check the disk and the folder's permissions, then start again.",
  ),
  ERR_STORE_FOREIGN: entry(
    "config",
    "The data folder belongs to another network, provider, program or user.",
    "Set another data folder, or start the daemon as the user that owns it.",
  ),
  ERR_STORE_LOCKED: entry(
    "config",
    "Another daemon uses the data folder.",
    "Stop the other daemon or set another data folder.",
  ),
  ERR_STORE_DAMAGED: entry(
    "disk",
    "The data folder is damaged beyond what its log can restore.",
    "Do what the message says: put back what is missing. Never start the same provider on an empty folder.",
  ),
  ERR_CONFIG_INVALID: entry(
    "config",
    "A setting is unknown or out of range.",
    "Do what the message says; docs/config.md has all settings.",
  ),
  ERR_WALLET_INVALID: entry(
    "config",
    "The wallet file or private key cannot be used.",
    "Do what the message says; a key is 32 bytes in hex, in a file that only its owner can read.",
  ),
  ERR_NETWORK_UNKNOWN: entry(
    "config",
    "There is no network file by that name.",
    "Name an existing network file, or start a local network first.",
  ),
  ERR_ABORTED: entry("user", "The caller stopped the work.", "Start it again when you want it."),
  ERR_TIMEOUT: entry("network", "The work did not end before its deadline.", "Try again, or allow more time for it."),
  ERR_SOURCE_CHANGED: entry(
    "user",
    "The data given to store changed, grew or shrank while it was read.",
    "Store it again when nothing writes to it.",
  ),
  ERR_SOURCE_FAILED: entry(
    "user",
    "The data given to store could not be read to its end.",
    "See the cause; store it again when it can be read.",
  ),
  ERR_TOUR_FAILED: entry(
    "client",
    "A claim of the tour did not hold on this machine.",
    "Report it with the lines that the tour printed.",
  ),
  ERR_INTERNAL: entry(
    "client",
    "The program broke one of its own rules.",
    "Report it with the message and the steps that led here.",
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
