// `npm run format`: the source in the one format that `npm run check` asks for.

import { runStep } from "./step.ts";

const { failed } = await runStep({ name: "format", command: ["oxfmt", ...process.argv.slice(2)] });
process.exitCode = failed === 0 ? 0 : 1;
