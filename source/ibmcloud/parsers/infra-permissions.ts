import {isAccountNumber} from '../facts/accounts.ts';
import type {InfraPermissions} from '../types.ts';
import {cleanLine} from '../../secrets/clean.ts';
import {isObject, type JsonObject} from '../../secrets/json.ts';
import {fieldOf, listOf, parseJson, plainText, rowsIn, textField} from './fields.ts';

/**
 * Parses the account in force and the permissions its user lacks, from `ks infra-permissions get --output
 * json` (from source: the REST model; that the CLI prints it is inferred) or its English text (seen).
 * Undefined if neither is recognized: text in another language does not even prove that nothing is missing.
 */
export function parseInfraPermissions(stdout: string): InfraPermissions | undefined {
	const answer = parseJson(stdout);
	const said = isObject(answer) ? fromJson(answer) : fromText(plainText(stdout, 100_000));
	return (
		said && {
			// One public note masks the number (`21#####6`), so only a complete one counts.
			...(isAccountNumber(said.account) ? {account: said.account} : {}),
			setBy: setByOf(said.setBy),
			missingRequired: [...new Set(said.required)],
			missingSuggested: [...new Set(said.suggested)],
		}
	);
}

function fromJson(answer: JsonObject) {
	const account = textField(answer, 'account');
	const setBy = textField(answer, 'accountType');
	// Four groups: virtual and physical workers, network, storage. Absent means sufficient (documented).
	const groups = Object.entries(answer).filter(
		([name, value]) => /permissions$/iu.test(name) && isObject(value),
	);
	const missing = (...need: readonly string[]): readonly string[] =>
		groups.flatMap(([name, group]) => missingOf(name, fieldOf(group, ...need)));
	return account === '' && setBy === '' && groups.length === 0
		? undefined
		: {account, setBy, required: missing('required'), suggested: missing('recommended', 'suggested')};
}

/** Returns the missing permissions; the group's name if it is insufficient and does not say which. */
function missingOf(group: string, need: unknown): readonly string[] {
	const missing = (listOf(fieldOf(need, 'missingPermissions')) ?? [])
		.map((permission) =>
			typeof permission === 'string' ? cleanLine(permission) : textField(permission, 'name', 'key'),
		)
		.filter((permission) => permission !== '');
	return missing.length === 0 && fieldOf(need, 'insufficient') === true ? [cleanLine(group)] : missing;
}

/** The spelling is inferred: the REST model has a linked or an IaaS account, the text manually set ones. */
function setByOf(said: string): InfraPermissions['setBy'] {
	const text = said.toLowerCase();
	const isManual = text.includes('iaas') || text.includes('manual');
	const isLinked = text.includes('linked');
	return isManual === isLinked ? 'unknown' : isManual ? 'manual' : 'linked';
}

/** Seen in three public notes. This line is the text's best proof of which account is in use. */
const header = /\baccount ID (\S+) with infrastructure access set up by ([^\n]+)/iu;

/** A row ends in its level, unlike the headings of the groups. */
const row = /^\s*(\S.*?)\s{2,}(suggested|required)\s*$/iu;

const nothingMissing = /\bNo changes are suggested or required\b/iu;

function fromText(text: string) {
	const rows = rowsIn(text, row);
	const [isHeader, account = '', setBy = ''] = header.exec(text) ?? [];
	if (isHeader === undefined && rows === undefined && !nothingMissing.test(text)) {
		return undefined;
	}

	const labels = (wanted: string): readonly string[] =>
		(rows ?? []).flatMap(([, label = '', level = '']) =>
			level.toLowerCase() === wanted ? [cleanLine(label)] : [],
		);
	return {account, setBy, required: labels('required'), suggested: labels('suggested')};
}
