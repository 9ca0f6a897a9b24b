/** node:crypto as a hasher. */

import { nodeHasher } from "../../node/hasher.ts";
import { hasherSuite } from "../compliance/hasher.ts";

hasherSuite("node:crypto", () => nodeHasher);
