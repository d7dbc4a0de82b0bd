import {tmpdir} from 'node:os';
import path from 'node:path';

/** The `NODE_COMPILE_CACHE` of tests and of what they start. */
export const compileCache = path.join(tmpdir(), 'classic-credentials-test-compile-cache');
