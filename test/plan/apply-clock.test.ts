import assert from 'node:assert/strict';
import {test} from 'node:test';
import {apply, FakeTools} from './apply-tools.ts';
import {plan, planned, set} from './plans.ts';

/** A clock that somebody sets while we wait. */
class JumpingTools extends FakeTools {
	readonly #jump: number;
	#reads = 0;

	constructor(jump: number) {
		super({read: [set('1234567_somebody.else@example.com')]});
		this.#jump = jump;
		this.onCall = (call) => {
			this.#reads += call.startsWith('read ') ? 1 : 0;
		};
	}

	override now(): number {
		return super.now() + this.#reads * this.#jump;
	}
}

for (const [name, jump] of [
	['back', -3_600_000],
	['forward', 3_600_000],
] as const) {
	test(`a clock that jumps ${name} neither lengthens nor shortens the reading back`, async () => {
		const tools = new JumpingTools(jump);
		const {results} = await apply(plan([planned()]), tools);
		assert.equal(results[0]?.kind, 'differs');
		assert.equal(tools.calls.filter((call) => call.startsWith('read ')).length, 7);
		const slept = tools.calls.flatMap((call) => (call.startsWith('sleep ') ? [Number(call.slice(6))] : []));
		assert.equal(
			slept.reduce((sum, milliseconds) => sum + milliseconds, 0),
			9500,
		);
	});
}
