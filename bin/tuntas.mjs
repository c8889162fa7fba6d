#!/usr/bin/env node
// `npx tuntas COMMAND`: runs also where the machine's own Node is too old, and builds first when the sources have changed.
import { setUp } from '../scripts/set-up.mjs';
import { tuntas } from '../scripts/tuntas.mjs';

await setUp();
await tuntas(process.argv.slice(2));
