import {readFileSync} from 'node:fs';
import {createRequire, registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';
import type * as Esbuild from 'esbuild';

// `node --import ./scripts/read-jsx.ts`: Node strips types by itself but does not read JSX.

const require = createRequire(import.meta.url);

registerHooks({
	load(url, context, next) {
		if (!url.endsWith('.tsx')) {
			return next(url, context);
		}

		// Most tests come without.
		const {transformSync} = require('esbuild') as typeof Esbuild;
		const file = fileURLToPath(url);
		const {code} = transformSync(readFileSync(file, 'utf8'), {
			loader: 'tsx',
			jsx: 'automatic',
			sourcefile: file,
			sourcemap: 'inline',
		});
		return {format: 'module', source: code, shortCircuit: true};
	},
});
