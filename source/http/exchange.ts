import type {Dispatcher} from 'undici';
import {describeError, type FailureReason} from './failure.ts';

/** A request that is ready to go: nothing left to check. */
export interface Exchange {
	readonly url: URL;
	readonly method: Dispatcher.HttpMethod;
	readonly headers: Record<string, string>;
	readonly timeoutMs: number;
	readonly signal: AbortSignal | undefined;
	readonly maximumAnswerBytes: number;
}

/** How an exchange ended. Words and body are raw: not redacted, not cleaned. */
export type ExchangeEnding =
	| {readonly kind: 'answered'; readonly status: number; readonly body: string}
	| {
			readonly kind: 'failed';
			readonly reason: FailureReason;
			readonly words: string;
			readonly mayHaveArrived: boolean;
	  };

/**
 * Sends the request through undici and collects the answer, within the time limit and the size. Whoever calls must
 * destroy the dispatcher afterwards: that is what ends a connection after a time-out or a cancellation.
 */
export async function exchange(dispatcher: Dispatcher, request: Exchange): Promise<ExchangeEnding> {
	return new Promise((resolve) => {
		let mayHaveArrived = false;
		let status = 0;
		let size = 0;
		const chunks: Buffer[] = [];

		// The first ending counts; `resolve` ignores the later ones.
		const end = (ending: ExchangeEnding): void => {
			clearTimeout(timer);
			request.signal?.removeEventListener('abort', cancel);
			resolve(ending);
		};

		const fail = (reason: FailureReason, words: string): void => {
			end({kind: 'failed', reason, words, mayHaveArrived});
		};

		const cancel = (): void => {
			fail('cancelled', '');
		};

		const timer = setTimeout(() => {
			fail('timed-out', `no answer within ${request.timeoutMs / 1000} s`);
		}, request.timeoutMs);
		request.signal?.addEventListener('abort', cancel);
		if (request.signal?.aborted === true) {
			cancel();
			return;
		}

		const handler: Dispatcher.DispatchHandler = {
			// Called when the connection stands (through proxy and encryption), just before the first byte is written.
			onRequestStart() {
				mayHaveArrived = true;
			},
			onResponseStart(_controller, statusCode) {
				status = statusCode;
			},
			onResponseData(controller, chunk) {
				size += chunk.length;
				if (size > request.maximumAnswerBytes) {
					fail('answer-too-large', `more than ${request.maximumAnswerBytes} bytes`);
					controller.abort(new Error('answer too large'));
					return;
				}

				chunks.push(Buffer.from(chunk));
			},
			onResponseEnd() {
				end({kind: 'answered', status, body: Buffer.concat(chunks).toString('utf8')});
			},
			onResponseError(_controller, error) {
				const {reason, words} = describeError(error);
				fail(reason, words);
			},
		};
		try {
			dispatcher.dispatch(
				{
					origin: request.url.origin,
					path: request.url.pathname + request.url.search,
					method: request.method,
					headers: request.headers,
					body: null,
					// One limit for everything is enough, and it is ours.
					headersTimeout: 0,
					bodyTimeout: 0,
				},
				handler,
			);
		} catch (error) {
			const {reason, words} = describeError(error);
			fail(reason, words);
		}
	});
}
