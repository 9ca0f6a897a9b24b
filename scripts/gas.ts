// `npm run gas`: renews contracts/gas-snapshot.json. `npm test` compares with it, and fails where a call costs over 3 % more.

import { measureGas, writeSnapshot } from "./gas-snapshot.ts";

const measured = measureGas();
writeSnapshot(measured);
process.stdout.write(`contracts/gas-snapshot.json: ${measured.size} calls\n`);
