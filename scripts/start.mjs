// `npm start`: everything that is needed, then the server. What comes after `--` goes to `tuntas serve`.
import { setUp } from './set-up.mjs';
import { tuntas } from './tuntas.mjs';

await setUp();
await tuntas(['serve', ...process.argv.slice(2)]);
