// `npm run check`: everything that can be said about the code without running it.

import { ARCHITECTURE_STEP, GENERATED_STEPS, STATIC_STEPS } from "./check-steps.ts";
import { runSteps } from "./step.ts";

process.exitCode = await runSteps([...STATIC_STEPS, ARCHITECTURE_STEP, ...GENERATED_STEPS]);
