import type {Document} from '../documents/print-document.ts';
import type {CliError} from '../ibmcloud/types.ts';
import type {Program} from '../shell/run.ts';
import type {Message} from '../text/message.ts';
import type {Texts} from '../text/texts.ts';
import type {Flag, Reading} from '../wizard/flag.ts';
import type {ProcessEvents} from './process-events.ts';

/** A subcommand. It loads code that most starts do not need only when it runs. */
export interface Command {
	readonly name: string;
	/** One line for the help and for completion. */
	readonly summary: string;
	readonly options: readonly OptionDefinition[];
	/** The argument besides options: its name in the help, and its possible values. */
	readonly operand?: {readonly name: string; readonly words: readonly string[]};
	/** Returns the exit status, or why nothing was carried out; then nothing has been printed yet. */
	readonly run: (context: CommandContext) => Promise<number | RefusedRun>;
	/** Builds the document of `--output json` for a run that was refused. */
	readonly refusedDocument?: (
		context: ProgramContext,
		exitStatus: number,
		refused: RefusedRun,
	) => Promise<Document>;
	readonly help: CommandHelp;
}

/** The reason why nothing was carried out. */
export interface RefusedRun {
	readonly ok: false;
	readonly reason: Message;
	/** Printed below the reason. */
	readonly also?: Message;
	/** Set if the state of the machine stands in the way, not the command line. */
	readonly error?: CliError;
}

/** The parts of a command that completion, the manual page, and the host of a plug-in use. */
export type DescribedCommand = Pick<Command, 'name' | 'summary' | 'operand' | 'options'>;

/** An option of a command: its name, its value, and its description. */
export interface OptionDefinition extends Flag {
	/** The value of a switch that is given without `=VALUE`. */
	readonly implied?: string;
	/** The only accepted values, in lower case. */
	readonly values?: readonly string[];
	/** Whether it is used every day: `--help` lists it first. */
	readonly isEveryday?: boolean;
	/** The only change whose command has this option. */
	readonly onlyFor?: 'set';
	/** Converts the given texts to the value; without it, the text is the value, or the texts if repeatable. */
	readonly read?: (given: readonly string[]) => Reading<unknown>;
}

/** The text of `--help` besides the name and the options of the command. */
export interface CommandHelp {
	readonly says: string;
	readonly examples: readonly string[];
	/** Sections before and after the options. */
	readonly first?: readonly HelpSection[];
	readonly sections?: readonly HelpSection[];
}

/** A heading and its rows: each a term with its explanation, or a text. */
export interface HelpSection {
	readonly heading: string;
	readonly rows: ReadonlyArray<string | HelpRow>;
	/** Whether the rows are commands to copy. */
	readonly areCommands?: boolean;
}

export type HelpRow = readonly [term: string, said: string];

/** The parsed arguments of a command. */
export interface CommandLine {
	/** The values given for each option, in the order of the command line; none for a switch. */
	readonly given: ReadonlyMap<string, readonly string[]>;
	/** The words that are not options. */
	readonly operands: readonly string[];
}

/** The input of every command, whatever its arguments. */
export interface ProgramContext {
	readonly process: NodeJS.Process;
	/** The simulated `ibmcloud` of rehearsals. */
	readonly simulator: Program;
	/** In the language of this run. */
	readonly texts: Texts;
	readonly events: ProcessEvents;
	/** The usage line of the command. */
	readonly usage: string;
}

/** The input of a command. */
export interface CommandContext extends CommandLine, ProgramContext {}
