import {readFile} from 'node:fs/promises';
import {brotliCompressSync} from 'node:zlib';
import type {Plugin} from 'esbuild';

const data = /(?<="data:application\/octet-stream;base64,)[A-Za-z0-9+/=]+/;
const options = 'loadYoga = loadYoga || {};';

/**
 * Compresses the WebAssembly of Ink's layout engine, which its package carries as 96 kB of text, and passes
 * it as bytes: the program is a tenth smaller, and nothing is decoded character by character.
 */
export const packedYoga: Plugin = {
	name: 'packed-yoga',
	setup(build) {
		build.onLoad({filter: /\/yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const code = await readFile(path, 'utf8');
			const [wasm] = data.exec(code) ?? [];
			if (wasm === undefined || !code.includes(options)) {
				throw new Error(`${path} is not as it was: the build cannot compress the WebAssembly in it`);
			}

			const packed = brotliCompressSync(Buffer.from(wasm, 'base64')).toString('base64');
			const unpacked = `process.getBuiltinModule('zlib').brotliDecompressSync(Buffer.from('${packed}','base64'))`;
			return {contents: code.replace(data, '').replace(options, `loadYoga = {wasmBinary: ${unpacked}};`)};
		});
	},
};
