import type {CredentialsApiError} from '../http/credentials-api.ts';
import type {CliError, ErrorKind} from './types.ts';

/** A failure of the service's own API as a value. @param command the request as a person may read it. */
export function apiFailure(error: CredentialsApiError, command: string): CliError {
	return {
		kind: kindOf(error),
		words: error.words,
		command,
		...(error.code === undefined ? {} : {code: error.code}),
	};
}

function kindOf({reason, status, mayHaveArrived, wantsRefreshToken}: CredentialsApiError): ErrorKind {
	if (reason === 'cancelled') {
		return 'cancelled';
	}

	if (reason === 'answered') {
		return kindOfAnswer(status ?? 0, mayHaveArrived, wantsRefreshToken === true);
	}

	return mayHaveArrived ? 'api-no-answer' : 'api-not-sent';
}

/** What an HTTP status means; that 401 is an ended session and 403 a missing role is inferred. */
function kindOfAnswer(status: number, mayHaveArrived: boolean, wantsRefreshToken: boolean): ErrorKind {
	if (status === 429) {
		return 'rate-limited';
	}

	if (mayHaveArrived) {
		return status >= 500 ? 'service-unavailable' : 'api-no-answer';
	}

	if (wantsRefreshToken) {
		return 'api-wants-refresh-token';
	}

	return status === 401 ? 'session-expired' : status === 403 ? 'role-too-low' : 'api-declined';
}
