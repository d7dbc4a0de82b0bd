import type {Document} from '../documents/print-document.ts';
import type {CliError} from '../ibmcloud/types.ts';
import type {Program} from '../shell/run.ts';
import type {Message} from '../text/message.ts';
import type {Texts} from '../text/texts.ts';
import type {Flag, Reading} from '../wizard/flag.ts';
import type {ProcessEvents} from './process-events.ts';

/** One subcommand. What most starts do not need is loaded only when it is asked for. */
export interface Command {
	readonly name: string;
	/** One line for the help and for completion. */
	readonly summary: string;
	readonly options: readonly OptionDefinition[];
	/** What stands behind the name besides options: how help calls it, and what it can be. */
	readonly operand?: {readonly name: string; readonly words: readonly string[]};
	/** @returns the exit status, or why nothing was carried out: then nothing was printed yet. */
	readonly run: (context: CommandContext) => Promise<number | RefusedRun>;
	/** The document of `--output json` where nothing was carried out. */
	readonly refusedDocument?: (
		context: ProgramContext,
		exitStatus: number,
		refused: RefusedRun,
	) => Promise<Document>;
	readonly help: CommandHelp;
}

/** Why nothing was carried out. */
export interface RefusedRun {
	readonly ok: false;
	readonly reason: Message;
	/** Said below the reason. */
	readonly also?: Message;
	/** Set where what is there stands in the way, not what was asked for. */
	readonly error?: CliError;
}

/** What others know of a command: completion, the man page, and the host of a plug-in. */
export type DescribedCommand = Pick<Command, 'name' | 'summary' | 'operand' | 'options'>;

/** One option of a command: what it is called, what follows it, and what it does. */
export interface OptionDefinition extends Flag {
	/** A switch that also takes `=VALUE`; this is what it means without. */
	readonly implied?: string;
	/** The only values that it takes, in lower case. */
	readonly values?: readonly string[];
	/** Whether it is used every day: `--help` has it first. */
	readonly isEveryday?: boolean;
	/** The change of which a command alone has it. */
	readonly onlyFor?: 'set';
	/** Makes its value of the texts that were given; without it, they are the value. */
	readonly read?: (given: readonly string[]) => Reading<unknown>;
}

/** What `--help` says of a command besides its name and its options. */
export interface CommandHelp {
	readonly says: string;
	readonly examples: readonly string[];
	/** Sections before and after the options. */
	readonly first?: readonly HelpSection[];
	readonly sections?: readonly HelpSection[];
}

/** A heading and rows, each a term with what it is, or a text. */
export interface HelpSection {
	readonly heading: string;
	readonly rows: ReadonlyArray<string | HelpRow>;
	/** Whether its rows are there to be copied. */
	readonly areCommands?: boolean;
}

export type HelpRow = readonly [term: string, said: string];

/** What a command line gives a command. */
export interface CommandLine {
	/** What was given for each option, in the order of the command line; for a switch nothing. */
	readonly given: ReadonlyMap<string, readonly string[]>;
	/** The words besides the options. */
	readonly operands: readonly string[];
}

/** What every command is given, whatever its command line. */
export interface ProgramContext {
	readonly process: NodeJS.Process;
	/** The simulated `ibmcloud` of rehearsals. */
	readonly simulator: Program;
	/** In the language of this run. */
	readonly texts: Texts;
	readonly events: ProcessEvents;
	/** How the command is called. */
	readonly usage: string;
}

/** What a command is given by the entry. */
export interface CommandContext extends CommandLine, ProgramContext {}
