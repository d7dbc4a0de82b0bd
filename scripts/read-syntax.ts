import {readFileSync} from 'node:fs';
import {createRequire, registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';
import type * as Esbuild from 'esbuild';

// `node --import ./scripts/read-syntax.ts`: reads what Node does not: JSX, and `using` before Node 24.

const require = createRequire(import.meta.url);
const knowsUsing = Number.parseInt(process.versions.node, 10) >= 24;

registerHooks({
	load(url, context, next) {
		const isJsx = url.endsWith('.tsx');
		if (!isJsx && (knowsUsing || !url.endsWith('.ts'))) {
			return next(url, context);
		}

		const file = fileURLToPath(url);
		const text = readFileSync(file, 'utf8');
		if (!isJsx && !/\busing \w+ =/.test(text)) {
			return next(url, context);
		}

		// Loaded here, since most tests do not need it.
		const {transformSync} = require('esbuild') as typeof Esbuild;
		const {code} = transformSync(text, {
			loader: isJsx ? 'tsx' : 'ts',
			jsx: 'automatic',
			target: 'node22',
			sourcefile: file,
			sourcemap: 'inline',
		});
		return {format: 'module', source: code, shortCircuit: true};
	},
});
