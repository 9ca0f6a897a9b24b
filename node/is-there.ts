// Whether there is a file or a folder: what cannot be reached counts as absent, and says why when it is used.

import { access } from "node:fs/promises";

export function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
