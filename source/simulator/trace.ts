import type {Call} from './command.ts';

/**
 * What the CLI prints with IBMCLOUD_TRACE=true: requests and answers on standard error (seen for `sl`). The headers of
 * `credential set` carry the key in clear here, so that a client that leaves the trace on is found out (inferred: only
 * programs that trace through the SDK mask secrets).
 */
export function trace(call: Call): void {
	const setting =
		call.environment['IBMCLOUD_TRACE'] || call.environment['BLUEMIX_TRACE'] || call.home.read().Trace;
	if (setting !== 'true') return;
	call.terminal.note(
		`${new Date().toISOString()} [DEBUG] Request: ${call.name}`,
		`Authorization: ${call.home.read().IAMToken}`,
	);
	const key = call.parsed.value('--infrastructure-api-key');
	if (key !== undefined) call.terminal.note(`X-Auth-Softlayer-APIKey: ${key}`);
}
