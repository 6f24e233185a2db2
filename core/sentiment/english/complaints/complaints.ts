import type { Phrases } from '../notation.ts';
import { BROKEN } from './broken.ts';
import { EXPECTED } from './expected.ts';
import { LEAVING } from './leaving.ts';
import { LESSER } from './lesser.ts';
import { RESIGNED } from './resigned.ts';
import { WAITING } from './waiting.ts';

/**
 * What people say when a service lets them down, in words that are harmless alone. One phrase a line, in the notation
 * of ../phrases.ts; contractions are written out ("can not", "it is"), numbers in digits are `#`.
 */
export const COMPLAINTS: Phrases = { ...WAITING, ...BROKEN, ...LEAVING, ...EXPECTED, ...LESSER, ...RESIGNED };
