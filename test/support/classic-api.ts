import type {TestContext} from 'node:test';
import {startServer} from '../http/servers.ts';
import {demoKey} from '../../source/simulator/services.ts';

/** Starts a classic API that checks pairs by the demo keys; returns the variable that points to it. */
export async function classicApi(context: TestContext): Promise<{readonly ENV_SL_API_ENDPOINT: string}> {
	const {url} = await startServer(context, (response, {headers}) => {
		const words = headers.authorization?.split(' ')[1] ?? '';
		const [username = '', key] = Buffer.from(words, 'base64').toString('utf8').split(':');
		const isRight = key === demoKey(username);
		response.writeHead(isRight ? 200 : 401, {'Content-Type': 'application/json'});
		response.end(
			isRight ? JSON.stringify({id: Number.parseInt(username, 10)}) : '{"error": "Invalid API token."}',
		);
	});
	return {ENV_SL_API_ENDPOINT: `${url}/rest/v3.1`};
}
