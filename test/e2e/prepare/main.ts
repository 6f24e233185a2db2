import { openVenv } from '../venv.ts';

/** `node test/e2e/prepare/main.ts`: installs what the proofs need of Python before anything runs beside them. */
await openVenv('loopback');
