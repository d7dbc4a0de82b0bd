import {readFile} from 'node:fs/promises';
import {brotliCompressSync} from 'node:zlib';
import type {Plugin} from 'esbuild';

const data = /(?<="data:application\/octet-stream;base64,)[A-Za-z0-9+/=]+/;
const options = 'loadYoga = loadYoga || {};';

/**
 * Compresses the WebAssembly of Ink's layout engine, which its package carries as 96 kB of text, and passes
 * it as bytes: the program is 62 kB smaller, and nothing is decoded character by character. Without that,
 * Yoga would ask for `fetch`, and Node would load its HTTP at the start of each session.
 */
export const packedYoga: Plugin = {
	name: 'packed-yoga',
	setup(build) {
		let isPacked = false;
		build.onLoad({filter: /\/yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const code = await readFile(path, 'utf8');
			const [wasm] = data.exec(code) ?? [];
			if (wasm === undefined || !code.includes(options)) {
				throw new Error(`${path} is not as it was: the build cannot compress the WebAssembly in it`);
			}

			isPacked = true;
			const packed = brotliCompressSync(Buffer.from(wasm, 'base64')).toString('base64');
			const unpacked = `process.getBuiltinModule('zlib').brotliDecompressSync(Buffer.from('${packed}','base64'))`;
			return {contents: code.replace(data, '').replace(options, `loadYoga = {wasmBinary: ${unpacked}};`)};
		});
		build.onEnd(({metafile}) => {
			const files = Object.keys(metafile?.inputs ?? {});
			if (!isPacked && files.some((file) => file.includes('/yoga-layout/'))) {
				throw new Error('The WebAssembly of yoga-layout lies in another file: the build cannot compress it');
			}
		});
	},
};
