import type {Configuration} from '../../ibmcloud/types.ts';
import type {Plan, WriterKind} from '../../plan/plan.ts';
import {exitStatus, statusOfScopes} from '../../plan/status.ts';
import {protect} from '../../secrets/redact.ts';
import {Secret} from '../../secrets/secret.ts';
import {isSameAction, type Action} from '../action.ts';
import type {Answer, StepId} from '../answers.ts';
import {ApplicationRun} from './application-run.ts';
import {checksOf} from './checks.ts';
import {mismatchOf, textToType} from '../review/confirm.ts';
import type {Context, ScopeToReview} from '../context.ts';
import {
	answered,
	beginConversation,
	canGoBack,
	edited,
	steppedBack,
	type Conversation,
} from './conversation.ts';
import {allScopes, reportOf} from './ending.ts';
import {KeyCreations, makesListOld} from './key-creation.ts';
import {leaveStatus} from './leaving.ts';
import {loginArguments} from './login.ts';
import type {SessionOptions, SessionDependencies} from './dependencies.ts';
import {startPairCheck} from '../pair.ts';
import {placeOf} from '../place.ts';
import type {Reply} from '../question.ts';
import {railOf} from './rail.ts';
import {
	readAhead,
	retryChecks,
	retryMended,
	retryReviewReads,
	startFirstReads,
	startReviewReads,
} from './read-ahead.ts';
import {transcriptOfAnswer, transcriptOfChecks, transcriptOfScopes} from './transcript.ts';
import type {LeaveReason, Session} from '../session.ts';
import {actionsAt, contentOf} from './shown.ts';
import {currentStep, stageOf, type Mode} from './stage.ts';
import type {AnswerValue} from '../step.ts';
import {stepOf} from '../steps/list.ts';
import {usersRead} from '../steps/user.ts';
import type {TranscriptEntry, Report, View} from '../view.ts';

/** Starts a session: its checks and reads run from this moment. */
export function createSession(dependencies: SessionDependencies, options: SessionOptions): Session {
	return new Engine(dependencies, options);
}

class Engine implements Session {
	readonly ended: Promise<Report>;

	readonly #dependencies: SessionDependencies;
	readonly #options: SessionOptions;
	readonly #listeners = new Set<() => void>();
	#resolveEnded: (report: Report) => void = () => {};
	#configuration: Configuration | undefined;
	#conversation: Conversation;
	#mode: Mode = {kind: 'checks'};
	transcript: TranscriptEntry[] = [];
	/** What the complete review said that has been on the screen. */
	#shownReview: string | undefined;
	/** What was applied before answers were changed: it stays true whatever comes after. */
	readonly #applied: ApplicationRun[] = [];
	readonly #keys: KeyCreations;
	/** What is left to review again, because it had changed since its review. */
	#left: readonly ScopeToReview[] | undefined;
	#writer: WriterKind;
	#leaveReason: LeaveReason | undefined;
	#checkedAgain = 0;
	#view: View;

	/** What each action does. */
	readonly #actions: {
		readonly [Kind in Action['kind']]: (action: Extract<Action, {kind: Kind}>) => void;
	} = {
		retry: () => this.#retryChecks(),
		'retry-users': () => void usersRead(this.#context()).again(),
		'retry-accounts': () => void this.#dependencies.reads.accounts.again(),
		'retry-groups': () => void this.#dependencies.reads.groups.again(),
		'retry-review': () => retryReviewReads(this.#context()),
		'retry-pair': () => this.#retryPair(),
		'retry-failed': () => this.#retryFailed(),
		'send-refresh-token': () => {
			this.#dependencies.allowRefreshToken();
			this.#retryFailed();
		},
		'create-key': () => void this.#createKey(),
		login: () => void this.#interactive(loginArguments(this.#context(), false)),
		'login-sso': () => void this.#interactive(loginArguments(this.#context(), true)),
		install: ({plugin}) => void this.#interactive(['plugin', 'install', plugin]),
		writer: ({writer}) => this.#useWriter(writer),
		change: ({step}) => this.#change(step),
		apply: () => this.#confirmOrApply(),
		finish: () => this.#finish(),
		demo: () => this.#end({outcome: 'demo', exitStatus: exitStatus.done}),
		quit: () => this.#quit(),
	};

	constructor(dependencies: SessionDependencies, options: SessionOptions) {
		this.#dependencies = dependencies;
		this.#options = options;
		this.#keys = new KeyCreations(dependencies.addApiKey);
		this.#conversation = beginConversation(options.answers);
		this.#writer = options.writer;
		this.#configuration = dependencies.configuration();
		this.ended = new Promise((resolve) => {
			this.#resolveEnded = resolve;
		});
		this.#view = this.#build();
		dependencies.store.subscribe(() => {
			this.#changed();
		});
		startFirstReads(this.#context(), typeof this.#configuration?.classicAccount === 'string');
		this.#changed();
	}

	view(): View {
		return this.#view;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	reply(reply: Reply): void {
		if (this.#mode.kind === 'confirming') {
			this.#confirm(this.#mode, reply);
			return;
		}

		const id = this.#mode.kind === 'asking' ? this.#currentStep() : undefined;
		if (id === undefined) {
			return;
		}

		const answer = stepOf(id).take(reply, this.#context());
		if (answer === undefined) {
			return;
		}

		this.#giveAnswer(id, answer);
	}

	act(action: Action): void {
		if (actionsAt(this.#view.stage).some((offered) => isSameAction(offered.action, action))) {
			(this.#actions[action.kind] as (action: Action) => void)(action);
		}
	}

	back(): void {
		if (this.#mode.kind === 'confirming') {
			this.#mode = {kind: 'asking'};
		} else if (this.#mode.kind === 'asking' && canGoBack(this.#conversation)) {
			this.#shownReview = this.#conversation.editing === undefined ? undefined : this.#shownReview;
			this.#conversation = steppedBack(this.#conversation);
		} else {
			return;
		}

		this.#changed();
	}

	reviewShown(): void {
		this.#shownReview = contentOf(this.#view.stage);
	}

	leave(reason: LeaveReason = 'interrupt'): void {
		if (this.#mode.kind === 'ended') {
			return;
		}

		const isFirst = this.#leaveReason === undefined;
		this.#leaveReason ??= reason;
		if (this.#mode.kind === 'applying') {
			const {application} = this.#mode;
			if (isFirst && application.isBusy) {
				application.stop();
				this.#changed();
				return;
			}

			application.abort();
		}

		this.#end({outcome: 'interrupted', exitStatus: leaveStatus[this.#leaveReason]});
	}

	#confirm(mode: Extract<Mode, {kind: 'confirming'}>, reply: Reply): void {
		if (reply.kind !== 'confirmed') {
			return;
		}

		const mismatch = mismatchOf(reply.text, mode.expected);
		if (mismatch === undefined) {
			this.#apply(mode.plan);
		} else {
			this.#mode = {...mode, mismatch};
			this.#changed();
		}
	}

	#giveAnswer<Id extends StepId>(id: Id, answer: Answer<AnswerValue<Id>>): void {
		if (answer.value instanceof Secret) {
			protect(answer.value);
		}

		if (id === 'resume' && this.#options.unfinished !== undefined) {
			this.#dependencies.acknowledge(this.#options.unfinished);
		}

		if (id !== 'key') {
			this.#left = undefined;
		}

		const seeds = stepOf(id).seeds?.(answer.value, this.#context());
		this.#conversation = answered(this.#conversation, id, answer, seeds);
		this.transcript = [...this.transcript, transcriptOfAnswer(id, answer, this.transcript.length)];
		this.#changed();
	}

	#context(): Context {
		const {reads} = this.#dependencies;
		return {
			...this.#options,
			writer: this.#writer,
			answers: this.#conversation.answers,
			earlier: this.#conversation.earlier,
			place: placeOf(this.#configuration, reads.target.state(), reads.linked.state()),
			reads,
			left: this.#left,
			keyCreation: this.#keys.stateFor(this.#conversation.answers.user?.value.username),
			isApiKeyLogin: this.#configuration?.apiKeyLogin === true,
		};
	}

	#changed(): void {
		this.#advance();
		this.#view = this.#build();
		for (const listener of this.#listeners) {
			listener();
		}
	}

	/** Goes on by itself where nothing has to be asked: from the checks to the steps, and through the review's reads. */
	#advance(): void {
		const context = this.#context();
		if (this.#mode.kind === 'checks') {
			const {checks, isSettled, blocker} = checksOf(context);
			if (isSettled && blocker === undefined) {
				this.transcript = [...this.transcript, ...transcriptOfChecks(checks, this.transcript.length)];
				this.#mode = {kind: 'asking'};
			}
		}

		if (this.#mode.kind !== 'asking') {
			return;
		}

		readAhead(context);
		startPairCheck(context);
		const step = this.#currentStep();
		if (step === undefined) {
			startReviewReads(context);
		} else {
			stepOf(step).prepare(context);
		}
	}

	#currentStep(): StepId | undefined {
		return currentStep(this.#context(), this.#conversation.editing);
	}

	#build(): View {
		const context = this.#context();
		const stage = stageOf(this.#mode, context, {
			isLeaving: this.#leaveReason !== undefined,
			editing: this.#conversation.editing,
			canGoBack: canGoBack(this.#conversation),
			checkedAgain: this.#checkedAgain,
		});
		return {
			place: {
				isDemo: this.#options.isDemo,
				accountName: context.place.account?.name,
				classicAccount: context.place.classicAccount,
				groupName: context.place.group?.name,
				region: context.place.region,
				user: context.place.user,
			},
			rail: railOf(stage, context),
			transcript: this.transcript,
			stage,
		};
	}

	#retryChecks(): void {
		this.#checkedAgain++;
		this.#configuration = this.#dependencies.configuration();
		retryChecks(this.#context());
	}

	#useWriter(writer: WriterKind): void {
		this.#writer = writer;
		this.#shownReview = undefined;
		this.#changed();
	}

	#retryPair(): void {
		const {user, key} = this.#conversation.answers;
		if (user !== undefined && key !== undefined) {
			this.#shownReview = undefined;
			void this.#dependencies.reads.pairCheck(user.value.username, key.value).again();
		}
	}

	/** A created key goes straight into the key step's answer; after going back it is taken again. */
	async #createKey(): Promise<void> {
		const context = this.#context();
		const user = context.answers.user?.value;
		const id = user?.listed?.id;
		if (user === undefined || id === undefined) {
			return;
		}

		const {username} = user;
		if (this.#keys.madeFor(username) === undefined) {
			await this.#keys.create({username, id, account: context.answers.listAccount?.value}, () => {
				this.#changed();
			});
		}

		const made = this.#keys.madeFor(username);
		if (made !== undefined && this.#conversation.answers.user?.value.username === username) {
			this.#giveAnswer('key', {value: made, source: 'created'});
			return;
		}

		if (makesListOld(this.#keys.stateFor(username))) {
			void usersRead(context).again();
		}

		this.#changed();
	}

	async #interactive(args: readonly string[]): Promise<void> {
		await this.#dependencies.runInteractive(args);
		if (this.#mode.kind === 'ended') {
			return;
		}

		if (this.#mode.kind === 'checks') {
			this.#retryChecks();
		} else {
			this.#configuration = this.#dependencies.configuration();
			retryMended(this.#context());
		}

		if (this.#mode.kind === 'applying') {
			this.#mode.application.noteMended();
		}
	}

	#change(step: StepId): void {
		if (this.#mode.kind !== 'asking' && this.#mode.kind !== 'applying') {
			return;
		}

		if (this.#mode.kind === 'applying') {
			const {application} = this.#mode;
			if (application.isBusy) {
				return;
			}

			// What was set now is what the next review has to show.
			this.#forgetCredentials(application.plan.scopes);
			this.#applied.push(application);
			this.#mode = {kind: 'asking'};
		}

		this.#conversation = edited(this.#conversation, step);
		this.#shownReview = undefined;
		this.#changed();
	}

	#forgetCredentials(scopes: ReadonlyArray<Pick<ScopeToReview, 'scope'>>): void {
		for (const {scope} of scopes) {
			void this.#dependencies.reads.credential(scope).again();
			// Whose account is in force may have changed with it; it is read again where it is needed.
			this.#dependencies.reads.permissions(scope).forget();
		}
	}

	#confirmOrApply(): void {
		const {stage} = this.#view;
		const plan = stage.kind === 'review' ? stage.review.plan : undefined;
		const isShown = this.#shownReview !== undefined && this.#shownReview === contentOf(stage);
		if (plan === undefined || !isShown || this.#options.isDryRun) {
			return;
		}

		const expected = this.#options.isAttended ? textToType(plan, this.#options.replaceAccounts) : '';
		if (expected !== '') {
			this.#mode = {kind: 'confirming', plan, expected, mismatch: undefined};
			this.#changed();
		} else {
			this.#apply(plan);
		}
	}

	#apply(plan: Plan): void {
		const application = new ApplicationRun(plan, this.#dependencies.apply, () => {
			this.#changed();
		});
		this.#mode = {kind: 'applying', application};
		void this.#run(application);
	}

	/** Nothing was written where something had changed: its review comes again, with both values. */
	#reviewAgain(application: ApplicationRun, changed: readonly ScopeToReview[]): void {
		this.#forgetCredentials(changed);
		this.#applied.push(application);
		this.transcript = [...this.transcript, ...transcriptOfScopes(application.scopes, this.transcript.length)];
		this.#left = changed;
		this.#shownReview = undefined;
		this.#mode = {kind: 'asking'};
		this.#changed();
	}

	#retryFailed(): void {
		if (this.#mode.kind === 'applying' && !this.#mode.application.isBusy) {
			void this.#run(this.#mode.application);
		}
	}

	async #run(application: ApplicationRun): Promise<void> {
		await application.run();
		if (this.#mode.kind !== 'applying') {
			return;
		}

		const changed = application.changedSinceReview;
		if (this.#leaveReason !== undefined) {
			this.#end({outcome: 'interrupted', exitStatus: leaveStatus[this.#leaveReason]});
		} else if (changed.length > 0 && this.#options.isAttended) {
			this.#reviewAgain(application, changed);
		} else if (actionsAt(this.#build().stage).length === 0) {
			this.#finish();
		} else {
			this.#changed();
		}
	}

	#finish(): void {
		if (this.#mode.kind === 'applying' && !this.#mode.application.isBusy) {
			const scopes = allScopes([...this.#applied, this.#mode.application]);
			this.#end({outcome: 'applied', exitStatus: statusOfScopes(scopes)});
		} else if (this.#mode.kind === 'asking') {
			this.#end({outcome: this.#options.isDryRun ? 'dry-run' : 'nothing-to-do', exitStatus: exitStatus.done});
		}
	}

	#quit(): void {
		if (this.#applied.length === 0) {
			this.#end({outcome: 'quit', exitStatus: exitStatus.failed});
		} else {
			this.#end({outcome: 'applied', exitStatus: statusOfScopes(allScopes(this.#applied))});
		}
	}

	#end({outcome, exitStatus: status}: {outcome: Report['outcome']; exitStatus: number}): void {
		if (this.#mode.kind === 'ended') {
			return;
		}

		const {stage} = this.#view;
		const report = reportOf({
			outcome,
			exitStatus: status,
			applications: [...this.#applied, ...(this.#mode.kind === 'applying' ? [this.#mode.application] : [])],
			reviewed: stage.kind === 'review' ? stage.review.plan : undefined,
			keys: this.#keys,
			place: this.#context().place,
			options: this.#options,
		});
		this.#mode = {kind: 'ended', report};
		this.#dependencies.store.abort();
		this.#changed();
		this.#resolveEnded(report);
	}
}
