// Fragments that expire about together lie together: when the last of them has gone their log is deleted, and nothing is copied.
//
// A group is a hint and nothing more. An allocation may be extended after its fragments were stored: then they stay in a log whose
// round is over, and only a removal, which the book decides, makes them go.

/** Rounds of one group: few logs are open at once, and space comes back at most so much late. */
const GROUP_ROUNDS = 64;

/** The group of fragments that nobody has grouped: an expiry that is not known, or more groups than there may be logs open. */
export const MIXED = 0;

/** The last round of the group that a fragment belongs to; `expires` as in FragmentStore.put. */
export function groupOf(expires: number): number {
  return expires === 0 ? MIXED : Math.ceil(expires / GROUP_ROUNDS) * GROUP_ROUNDS;
}
