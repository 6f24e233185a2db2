import { Bytes } from './bytes.ts';

/** Before anything else: core takes Node's Buffer from the air. */
Object.assign(globalThis, { Buffer: Bytes });
