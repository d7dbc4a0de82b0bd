import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';

/** A classic API on loopback that accepts every pair, after a given pause. */
export interface PairServer extends AsyncDisposable {
	/** The value for `ENV_SL_API_ENDPOINT`. */
	readonly address: string;
}

export async function startPairServer(pauseMs: number): Promise<PairServer> {
	const server = createServer((_request, response) => {
		void pause(pauseMs).then(() => {
			response.setHeader('Content-Type', 'application/json');
			response.end('{"id": 1234567}');
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}/rest/v3.1`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((resolve) => {
				server.close(resolve);
			});
		},
	};
}
