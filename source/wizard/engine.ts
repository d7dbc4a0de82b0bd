import type {ReadStore} from '../ibmcloud/reads.ts';
import type {Configuration, Outcome} from '../ibmcloud/types.ts';
import type {UnfinishedRun} from '../plan/journal.ts';
import type {KeyReference} from '../plan/aftercare.ts';
import type {ApplyTools} from '../plan/apply.ts';
import {needsTypedConfirmation} from '../plan/effect.ts';
import type {Plan, WriterKind} from '../plan/plan.ts';
import {exitStatus, statusOfScopes} from '../plan/status.ts';
import {Secret} from '../shell/secret.ts';
import {withAnswer, withoutAnswer} from './answer-changes.ts';
import type {Answer, Answers, StepId} from './answers.ts';
import {Application} from './application.ts';
import {boardOf} from './board.ts';
import {checksOf} from './checks.ts';
import {confirmQuestion} from './confirm.ts';
import type {Context, KeyCreation, SessionReads} from './context.ts';
import {leaveStatus} from './leaving.ts';
import {placeOf} from './place.ts';
import type {Reply} from './question.ts';
import {railOf} from './rail.ts';
import {startPairCheck} from './pair.ts';
import {readAhead, retryChecks, retryReviewReads, startFirstReads, startReviewReads} from './read-ahead.ts';
import {recordOfAnswer, recordOfChecks} from './record.ts';
import {reviewOf, type ReviewOptions} from './review.ts';
import type {LeaveReason, Session} from './session.ts';
import {actionsAt, contentOf} from './shown.ts';
import type {AnswerValue} from './step.ts';
import {stepOf, steps} from './steps/list.ts';
import {usersRead} from './steps/user.ts';
import type {Board, RecordEntry, Report, Stage, View} from './view.ts';

/** What a session needs of the world. */
export interface SessionTools {
	readonly reads: SessionReads;
	readonly store: ReadStore;
	/** The CLI's configuration file, read when called; undefined where it cannot be. */
	readonly configuration: () => Configuration | undefined;
	readonly apply: ApplyTools;
	/** Makes the API key of a user who has none (`ibmcloud sl user apikey ID --add`). */
	readonly addApiKey: (userId: number) => Promise<Outcome<Secret>>;
	/** Runs `ibmcloud` with these arguments in the operator's terminal, and resolves when it has ended. */
	/** Notes in the journal that the operator has been told of a run that died. */
	readonly acknowledge: (run: UnfinishedRun) => void;
	/** From now on this value is replaced in everything that children print, and none inherits it. */
	readonly protect: (secret: Secret) => void;
	readonly runInteractive: (args: readonly string[]) => Promise<void>;
	/** The commands that set and prove a scope, as a person may read them. */
	readonly commandsFor: ReviewOptions['commandsFor'];
}

export interface SessionOptions {
	/** A run that died in the middle, which is offered to be finished. */
	readonly unfinished: UnfinishedRun | undefined;
	/** What the session is for. */
	readonly change: 'set' | 'unset';
	/** How the key was given on the command line. */
	readonly keyReference: KeyReference;
	/** Whether the service's own API can be used as a writer: not in a rehearsal. */
	readonly canUseApi: boolean;
	/** Change every scope of the account in which the user is set now, and no other. */
	readonly isWhereSet: boolean;
	/** Change a scope only if this is set there now (`null` = none). */
	readonly onlyIfCurrent?: string | null;
	/** Who carries the change out at first; the review offers the other one. */
	readonly writer: WriterKind;
	/** Answers from flags and environment; their steps are not asked. */
	readonly answers: Answers;
	readonly isDemo: boolean;
	/** With whom a pair is checked before it is set; undefined where that is turned off. */
	readonly pairCheckHost: {readonly host: string; readonly isIbm: boolean} | undefined;
	/** In a rehearsal: the worthless keys of the simulated users. */
	readonly demoKeys: ReadonlyMap<string, string>;
	readonly isDryRun: boolean;
	/** Whether the rehearsal is offered when `ibmcloud` is not installed. */
	readonly offerDemo: boolean;
	/** Whether somebody can be asked. Unattended, a scope that cannot be read fails alone, and nothing is confirmed by typing. */
	readonly isAttended: boolean;
}

type Mode =
	| {readonly kind: 'checks'}
	| {readonly kind: 'asking'}
	| {readonly kind: 'confirming'; readonly plan: Plan}
	| {readonly kind: 'applying'; readonly application: Application}
	| {readonly kind: 'ended'; readonly report: Report};

/** Starts a session: its checks and reads run from this moment. */
export function createSession(tools: SessionTools, options: SessionOptions): Session {
	return new Engine(tools, options);
}

class Engine implements Session {
	readonly ended: Promise<Report>;

	readonly #tools: SessionTools;
	readonly #options: SessionOptions;
	readonly #listeners = new Set<() => void>();
	#resolveEnded: (report: Report) => void = () => {};
	#configuration: Configuration | undefined;
	#answers: Answers;
	#earlier: Answers = {};
	/** Steps in the order in which the operator answered them: what Esc takes back. */
	#asked: StepId[] = [];
	#editing: StepId | undefined;
	#mode: Mode = {kind: 'checks'};
	#record: RecordEntry[] = [];
	/** What the complete review said that has been on the screen. */
	#shownReview: string | undefined;
	/** What was applied before an answer was changed: it stays true whatever comes after. */
	#applied: Application | undefined;
	#keyCreation: KeyCreation = {kind: 'none'};
	#writer: WriterKind;
	#leaveReason: LeaveReason | undefined;
	#view: View;

	constructor(tools: SessionTools, options: SessionOptions) {
		this.#tools = tools;
		this.#options = options;
		this.#answers = options.answers;
		this.#writer = options.writer;
		this.#configuration = tools.configuration();
		this.ended = new Promise((resolve) => {
			this.#resolveEnded = resolve;
		});
		this.#view = this.#build();
		tools.store.subscribe(() => {
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
			if (reply.kind === 'confirmed') {
				this.#apply(this.#mode.plan);
			}

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

	act(actionId: string): void {
		if (!actionsAt(this.#view.stage).some(({id}) => id === actionId)) {
			return;
		}

		const [verb, subject = ''] = actionId.split(':');
		switch (verb) {
			case 'retry': {
				this.#retryChecks();
				break;
			}

			case 'retry-users': {
				void usersRead(this.#context()).again();
				break;
			}

			case 'retry-accounts': {
				void this.#tools.reads.accounts.again();
				break;
			}

			case 'writer': {
				this.#useWriter(subject === 'api' ? 'api' : 'cli');
				break;
			}

			case 'retry-pair': {
				this.#retryPair();
				break;
			}

			case 'create-key': {
				void this.#createKey();
				break;
			}

			case 'retry-groups': {
				void this.#tools.reads.groups.again();
				break;
			}

			case 'retry-review': {
				retryReviewReads(this.#context());
				break;
			}

			case 'login': {
				void this.#interactive(['login']);
				break;
			}

			case 'login-sso': {
				void this.#interactive(['login', '--sso']);
				break;
			}

			case 'install': {
				void this.#interactive(['plugin', 'install', subject]);
				break;
			}

			case 'change': {
				this.#change(subject);
				break;
			}

			case 'apply': {
				this.#confirmOrApply();
				break;
			}

			case 'retry-failed': {
				if (this.#mode.kind === 'applying' && !this.#mode.application.isBusy) {
					void this.#run(this.#mode.application);
				}

				break;
			}

			case 'finish': {
				this.#finish();
				break;
			}

			case 'demo': {
				this.#end({outcome: 'demo', exitStatus: exitStatus.done});
				break;
			}

			case 'quit': {
				this.#quit();
				break;
			}

			default:
		}
	}

	back(): void {
		if (this.#mode.kind === 'confirming') {
			this.#mode = {kind: 'asking'};
		} else if (this.#mode.kind !== 'asking') {
			return;
		} else if (this.#editing === undefined) {
			const last = this.#asked.at(-1);
			if (last === undefined) {
				return;
			}

			this.#asked = this.#asked.slice(0, -1);
			this.#takeAway(last);
		} else {
			this.#editing = undefined;
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

	#giveAnswer<Id extends StepId>(id: Id, answer: Answer<AnswerValue<Id>>): void {
		if (answer.value instanceof Secret) {
			this.#tools.protect(answer.value);
		}

		if (id === 'resume' && this.#options.unfinished !== undefined) {
			this.#tools.acknowledge(this.#options.unfinished);
		}

		const seeds = stepOf(id).seeds?.(answer.value, this.#context()) ?? {};
		this.#answers = {...withAnswer(this.#answers, id, answer), ...seeds};
		this.#asked = [...this.#asked.filter((asked) => asked !== id), id];
		this.#editing = undefined;
		this.#record = [...this.#record, recordOfAnswer(id, answer, this.#record.length)];
		this.#changed();
	}

	#context(): Context {
		const {reads} = this.#tools;
		return {
			answers: this.#answers,
			earlier: this.#earlier,
			place: placeOf(this.#configuration, reads.target.state(), reads.linked.state()),
			reads,
			unfinished: this.#options.unfinished,
			change: this.#options.change,
			isWhereSet: this.#options.isWhereSet,
			keyCreation: this.#keyCreation,
			pairCheckHost: this.#options.pairCheckHost,
			isApiKeyLogin: this.#configuration?.apiKeyLogin === true,
			demoKeys: this.#options.demoKeys,
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
			const {checks, isSettled, trouble} = checksOf(context, this.#options.offerDemo);
			if (isSettled && trouble === undefined) {
				this.#record = [...this.#record, ...recordOfChecks(checks, this.#record.length)];
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
		const context = this.#context();
		return (
			this.#editing ??
			steps.find((step) => this.#answers[step.id] === undefined && step.isNeeded(context))?.id
		);
	}

	#build(): View {
		const context = this.#context();
		const stage = this.#stage(context);
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
			record: this.#record,
			stage,
		};
	}

	#stage(context: Context): Stage {
		switch (this.#mode.kind) {
			case 'checks': {
				const {checks, trouble} = checksOf(context, this.#options.offerDemo);
				return {kind: 'checks', checks, trouble};
			}

			case 'asking': {
				const step = this.#currentStep();
				return step === undefined
					? {
							kind: 'review',
							review: reviewOf(context, {
								...this.#options,
								writer: this.#writer,
								commandsFor: this.#tools.commandsFor,
							}),
						}
					: {
							kind: 'question',
							step,
							question: stepOf(step).question(context),
							canGoBack: this.#editing !== undefined || this.#asked.length > 0,
						};
			}

			case 'confirming': {
				return {
					kind: 'question',
					step: 'confirm',
					question: confirmQuestion(this.#mode.plan),
					canGoBack: true,
				};
			}

			case 'applying': {
				return {kind: 'apply', board: this.#board(this.#mode.application)};
			}

			case 'ended': {
				return {kind: 'end', report: this.#mode.report};
			}
		}
	}

	#retryChecks(): void {
		this.#configuration = this.#tools.configuration();
		retryChecks(this.#context());
	}

	#useWriter(writer: WriterKind): void {
		this.#writer = writer;
		this.#shownReview = undefined;
		this.#changed();
	}

	#retryPair(): void {
		const {user, key} = this.#answers;
		if (user !== undefined && key !== undefined) {
			this.#shownReview = undefined;
			void this.#tools.reads.pairCheck(user.value.username, key.value).again();
		}
	}

	/** Makes the one key that the chosen user can have; it goes straight into the key step's answer. */
	async #createKey(): Promise<void> {
		const user = this.#answers.user?.value;
		if (
			user?.listed?.id === undefined ||
			user.listed.hasKey !== false ||
			this.#keyCreation.kind === 'running'
		) {
			return;
		}

		this.#keyCreation = {kind: 'running'};
		this.#changed();
		const created = await this.#tools.addApiKey(user.listed.id);
		this.#keyCreation = created.ok ? {kind: 'none'} : {kind: 'failed', error: created.error};
		if (created.ok && this.#answers.user?.value.username === user.username) {
			this.#giveAnswer('key', {value: created.value, source: 'created'});
		} else {
			this.#changed();
		}
	}

	async #interactive(args: readonly string[]): Promise<void> {
		await this.#tools.runInteractive(args);
		if (this.#mode.kind === 'checks') {
			this.#retryChecks();
		} else {
			this.#configuration = this.#tools.configuration();
			void this.#tools.reads.target.again();
			void this.#tools.reads.plugins.again();
			retryReviewReads(this.#context());
		}
	}

	#change(subject: string): void {
		const step = steps.find(({id}) => id === subject);
		if (step === undefined || (this.#mode.kind !== 'asking' && this.#mode.kind !== 'applying')) {
			return;
		}

		if (this.#mode.kind === 'applying') {
			const {application} = this.#mode;
			if (application.isBusy) {
				return;
			}

			// What was set now is what the next review has to show.
			this.#forgetCredentials(application.plan);
			this.#applied = application;
			this.#mode = {kind: 'asking'};
		}

		this.#earlier = {...this.#earlier, ...this.#answers};
		this.#editing = step.id;
		this.#shownReview = undefined;
		this.#changed();
	}

	#forgetCredentials(plan: Plan): void {
		for (const {scope} of plan.scopes) {
			void this.#tools.reads.credential(scope).again();
		}
	}

	#takeAway(id: StepId): void {
		this.#earlier = {...this.#earlier, ...this.#answers};
		this.#answers = withoutAnswer(this.#answers, id);
		this.#shownReview = undefined;
	}

	#confirmOrApply(): void {
		const {stage} = this.#view;
		const plan = stage.kind === 'review' ? stage.review.plan : undefined;
		const isShown = this.#shownReview !== undefined && this.#shownReview === contentOf(stage);
		if (plan === undefined || !isShown || this.#options.isDryRun) {
			return;
		}

		if (this.#options.isAttended && needsTypedConfirmation(plan)) {
			this.#mode = {kind: 'confirming', plan};
			this.#changed();
		} else {
			this.#apply(plan);
		}
	}

	#apply(plan: Plan): void {
		const application = new Application(plan, this.#tools.apply, () => {
			this.#changed();
		});
		this.#mode = {kind: 'applying', application};
		void this.#run(application);
	}

	async #run(application: Application): Promise<void> {
		await application.run();
		if (this.#mode.kind !== 'applying') {
			return;
		}

		if (this.#leaveReason !== undefined) {
			this.#end({outcome: 'interrupted', exitStatus: leaveStatus[this.#leaveReason]});
		} else if (this.#board(application).actions.length === 0) {
			this.#finish();
		} else {
			this.#changed();
		}
	}

	#board({scopes}: Application): Board {
		return boardOf(scopes, {
			isAttended: this.#options.isAttended,
			isLeaving: this.#leaveReason !== undefined,
		});
	}

	#finish(): void {
		if (this.#mode.kind === 'applying' && !this.#mode.application.isBusy) {
			this.#end({outcome: 'applied', exitStatus: statusOfScopes(this.#mode.application.scopes)});
		} else if (this.#mode.kind === 'asking' && this.#options.isDryRun) {
			this.#end({outcome: 'dry-run', exitStatus: exitStatus.done});
		}
	}

	#quit(): void {
		if (this.#applied === undefined) {
			this.#end({outcome: 'quit', exitStatus: exitStatus.failed});
		} else {
			this.#end({outcome: 'applied', exitStatus: statusOfScopes(this.#applied.scopes)});
		}
	}

	#end({outcome, exitStatus: status}: {outcome: Report['outcome']; exitStatus: number}): void {
		if (this.#mode.kind === 'ended') {
			return;
		}

		const application = this.#mode.kind === 'applying' ? this.#mode.application : this.#applied;
		const {stage} = this.#view;
		const report: Report = {
			outcome,
			plan: application?.plan ?? (stage.kind === 'review' ? stage.review.plan : undefined),
			scopes: application?.scopes ?? [],
			refusal: undefined,
			error: undefined,
			keyReference: this.#options.keyReference,
			exitStatus: status,
		};
		this.#mode = {kind: 'ended', report};
		this.#tools.store.abort();
		this.#changed();
		this.#resolveEnded(report);
	}
}
