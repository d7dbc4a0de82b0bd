import type {DescribedCommand, HelpRow, OptionDefinition} from '../../source/commands/command.ts';
import {environmentVariables, exitStatuses} from '../../source/commands/help/texts.ts';
import {commands} from '../../source/commands/list.ts';

const months = 'January February March April May June July August September October November December'.split(
	' ',
);

/** Returns the manual page (mdoc), made of the table that parses the options. @param date as `2026-11-25` */
export function manPage(date: string): string {
	const [year = '', month = '', day = ''] = date.split('-');
	return `${[
		`.Dd ${months[Number(month) - 1]} ${Number(day)}, ${year}`,
		'.Dt CLASSIC-CREDENTIALS 1',
		'.Os',
		'.Sh NAME',
		'.Nm classic-credentials',
		'.Nd set IBM Cloud classic infrastructure credentials, and prove that they are set',
		'.Sh SYNOPSIS',
		...commands.flatMap(({name, operand}, index) => [
			'.Nm',
			index === 0 ? `.Op Cm ${name}` : `.Cm ${name}`,
			...(operand === undefined ? [] : [`.Ar ${operand.name}`]),
			'.Op Ar OPTION ...',
		]),
		'.Sh DESCRIPTION',
		'A guided terminal session that sets classic infrastructure credentials for',
		'Kubernetes clusters in IBM Cloud, reads them back with the',
		'.Nm ibmcloud',
		'of the operator, and says what is proven.',
		'As a plug-in it is called',
		'.Nm ibmcloud Cm classic-credentials .',
		...commands.flatMap(section),
		'.Sh ENVIRONMENT',
		...list(environmentVariables.rows, 'Ev'),
		'.Sh EXIT STATUS',
		...list(exitStatuses.rows, 'Li'),
		'.Sh EXAMPLES',
		'Look at it first; nothing real is read or changed:',
		'.Pp',
		'.Dl classic-credentials \\-\\-demo',
	].join('\n')}\n`;
}

function section({name, summary, options}: DescribedCommand): string[] {
	return [
		`.Ss ${name}`,
		`${text(summary)}.`,
		'.Bl -tag -width Ds',
		...options.flatMap((option) => [`.It ${flags(option)}`, text(option.description)]),
		'.El',
	];
}

function flags({name, short, placeholder, implied}: OptionDefinition): string {
	const value = placeholder === undefined ? '' : ` Ar ${text(placeholder)}`;
	const optional = implied === undefined ? '' : ' Ns Op = Ns Ar SCENARIO';
	return `${short === undefined ? '' : `Fl ${short} , `}Fl \\-${text(name)}${optional}${value}`;
}

function list(rows: readonly HelpRow[], macro: string): string[] {
	return [
		'.Bl -tag -width Ds',
		...rows.flatMap(([head, said]) => [`.It ${macro} ${head.replaceAll(', ', ' , ')}`, text(said)]),
		'.El',
	];
}

/** Formats plain text: no line is a request, lines are short, and each sentence starts one. */
function text(plain: string): string {
	return plain
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll(/([.?!]) (?=[A-Z])/g, '$1\n')
		.replaceAll(/(?=.{79})(.{1,78}) /g, '$1\n')
		.replaceAll(/^(?=[.'])/gm, '\\&');
}
