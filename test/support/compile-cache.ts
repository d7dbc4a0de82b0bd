import {tmpdir} from 'node:os';
import path from 'node:path';

/** Where Node keeps what it has compiled for tests and for what they start: `NODE_COMPILE_CACHE`. */
export const compileCache = path.join(tmpdir(), 'classic-credentials-test-compile-cache');
