import {cpSync, existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {Canary, plantTokens} from '../../support/canary.ts';
import {compileCache} from '../../support/compile-cache.ts';
import {completeFlags, sampleUser} from '../../support/session-steps.ts';
import {Sandbox, type Ended} from '../../support/sandbox.ts';
import {lowestDescriptor, ownCalls, tracedCalls, type Thread, type TracedCall} from './traced-calls.ts';

/** The change that a run makes: in the targeted group, and in one that needs a private copy. */
export const change = {user: sampleUser, region: 'us-south', groups: ['default', 'infra']} as const;

/** One call that goes wrong. */
export interface Injection extends Pick<TracedCall, 'syscall' | 'ordinal' | 'place' | 'isByDescriptor'> {
	/** As strace spells it: `error=EIO`, `signal=KILL`. */
	readonly fault: string;
}

/** What a run under strace did. */
export interface TracedRun {
	readonly ended: Ended;
	readonly calls: readonly TracedCall[];
}

const poolApart = path.join(import.meta.dirname, 'pool-apart.mjs');

/** Far more than the program has open at a time. */
const descriptors = Array.from({length: 60}, (_, index) => lowestDescriptor + index);

/** How often `pool-apart.mjs` makes a call: more often than any other thread. */
const rounds: Readonly<Record<string, number>> = {
	openat: 800,
	close: 800,
	statx: 600,
	fstat: 100,
	getdents64: 100,
	mkdir: 50,
};

/** A sandbox with secrets planted in it, for one run of the program under strace. */
export class TracedSandbox implements Disposable {
	readonly sandbox = new Sandbox({environment: {NODE_COMPILE_CACHE: undefined, UV_THREADPOOL_SIZE: '1'}});
	readonly canary: Canary;
	/** Where the program keeps its compiled code. */
	readonly compiled = path.join(this.sandbox.home, '.cache/classic-credentials/compiled');
	readonly report = path.join(this.sandbox.directory, 'report.md');
	readonly #flags: readonly string[];
	readonly #trace: string;

	/** @param compiled code from another sandbox: compiling takes longer than the whole run */
	constructor(compiled?: string) {
		const {sandbox} = this;
		const {region, groups} = change;
		// The program's environment is not to be its children's.
		sandbox.useCli(
			[
				'unset NODE_OPTIONS',
				`export NODE_COMPILE_CACHE='${compileCache}'`,
				'ulimit -S -f unlimited',
				sandbox.simulatorCall,
			].join('\n'),
		);
		const key = completeFlags(sandbox);
		this.#flags = [...key, `--region=${region}`, ...groups.map((group) => `--resource-group=${group}`)];
		this.canary = new Canary([sandbox.keyOf(change.user), ...plantTokens(sandbox)]);
		this.#trace = sandbox.write('trace', '');
		if (compiled !== undefined) {
			cpSync(compiled, this.compiled, {recursive: true});
		}
	}

	/** The flags of a change that asks no question, without a pair check: nothing listens here. */
	get flags(): readonly string[] {
		return [...this.#flags, '--no-pair-check'];
	}

	/** The files that may hold the planted secrets; everything else is searched. */
	get allowedFiles(): readonly string[] {
		const compiled = existsSync(this.compiled) ? readdirSync(this.compiled, {recursive: true}) : [];
		return ['key', 'config.json', ...compiled.map((name) => path.basename(String(name)))];
	}

	/** Makes the change without a terminal. @param prefix words that start the program in another way */
	async change(prefix: readonly string[]): Promise<Ended> {
		const {flags, report, sandbox} = this;
		return sandbox.run([...flags, '--force', '--output=json', `--report=${report}`], {prefix});
	}

	/** Makes the change under strace. @param injection the fault; by default nothing goes wrong */
	async tracedChange(thread: Thread, injection?: Injection): Promise<TracedRun> {
		const ended = await this.change(this.traced(thread, injection));
		return {ended, calls: this.calls(thread, injection)};
	}

	/** Returns the words before a command that have strace watch it. */
	traced(thread: Thread, injection?: Injection): readonly string[] {
		return [
			'strace',
			'-q',
			'-y',
			'-s',
			'0',
			'-o',
			this.#trace,
			// The first execve tells which thread is the first.
			'-e',
			`trace=execve,${injection?.syscall ?? tracedCalls.join(',')}`,
			...(thread === 'pool' ? followed(injection) : []),
			...(injection === undefined ? [] : injected(thread, injection)),
			...(injection?.place === undefined ? [] : ['-P', `${this.sandbox.directory}${injection.place}`]),
		];
	}

	/** Returns the logged calls of the thread, without those that set it apart. */
	calls(thread: Thread, injection?: Injection): readonly TracedCall[] {
		const {directory, home} = this.sandbox;
		const places = [home, this.report, path.join(directory, 'key')];
		const calls = ownCalls(readFileSync(this.#trace, 'utf8'), {thread, root: directory, places});
		const apart = thread === 'pool' ? madeApart(injection?.syscall ?? '') : 0;
		return calls.map((call) => ({...call, ordinal: call.ordinal - apart}));
	}

	[Symbol.dispose](): void {
		this.sandbox[Symbol.dispose]();
	}
}

/**
 * Follows threads, and lets children go once they are programs of their own. With `pool-apart.mjs` loaded
 * first, no other thread makes a call with such a number.
 */
function followed(injection: Injection | undefined): readonly string[] {
	return [
		'-f',
		'-b',
		'execve',
		'-E',
		`NODE_OPTIONS=--import=${poolApart}`,
		'-E',
		`POOL_CALL=${injection?.syscall ?? ''}`,
		'-E',
		`POOL_ROUNDS=${rounds[injection?.syscall ?? ''] ?? 0}`,
	];
}

function injected(thread: Thread, {syscall, ordinal, fault, isByDescriptor}: Injection): readonly string[] {
	const number = ordinal + (thread === 'pool' ? madeApart(syscall) : 0);
	const only = isByDescriptor ? ['-e', `trace-fds=${descriptors.join(',')}`] : [];
	return ['-e', `inject=${syscall}:${fault}:when=${number}`, ...only];
}

function madeApart(syscall: string): number {
	return (rounds[syscall] ?? 0) * (syscall === 'getdents64' ? 2 : 1);
}
