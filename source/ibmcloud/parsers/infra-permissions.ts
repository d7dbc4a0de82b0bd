import {isAccountNumber} from '../facts/accounts.ts';
import type {InfraPermissions} from '../types.ts';
import {cleanLine, stripAnsi} from '../../secrets/clean.ts';
import {isObject} from '../../secrets/json.ts';
import {fieldOf, listOf, parseJson, rowsIn, textField} from './fields.ts';

/**
 * Whose account is in force and what its user may not do, from `ks infra-permissions get --output json` (from
 * source: the REST model; that the CLI prints it is inferred), or from its English text (seen). Undefined
 * where neither is recognized: of a text in another language not even "nothing is missing" is concluded.
 */
export function parseInfraPermissions(stdout: string): InfraPermissions | undefined {
	const answer = parseJson(stdout);
	return isObject(answer) ? fromJson(answer) : fromText(stripAnsi(stdout).slice(0, 100_000));
}

function fromJson(answer: Readonly<Record<string, unknown>>): InfraPermissions | undefined {
	const account = textField(answer, 'account');
	const accountType = textField(answer, 'accountType');
	// Four groups: virtual and physical workers, network, storage. Absent means sufficient (documented).
	const groups = Object.entries(answer).filter(
		([name, value]) => /permissions$/iu.test(name) && isObject(value),
	);
	if (account === '' && accountType === '' && groups.length === 0) {
		return undefined;
	}

	return permissions(
		account,
		setByOf(accountType),
		groups.flatMap(([name, group]) => missingOf(name, fieldOf(group, 'required'))),
		groups.flatMap(([name, group]) => missingOf(name, fieldOf(group, 'recommended', 'suggested'))),
	);
}

/** Where it is not said what is missing, the group's name stands for it: it is not sufficient. */
function missingOf(group: string, need: unknown): readonly string[] {
	const missing = (listOf(fieldOf(need, 'missingPermissions')) ?? [])
		.map((permission) =>
			typeof permission === 'string' ? cleanLine(permission) : textField(permission, 'name', 'key'),
		)
		.filter((permission) => permission !== '');
	return missing.length === 0 && fieldOf(need, 'insufficient') === true ? [cleanLine(group)] : missing;
}

/** Spelling inferred: the REST model has a linked or an IaaS account, the text manually set ones. */
function setByOf(accountType: string): InfraPermissions['setBy'] {
	const text = accountType.toLowerCase();
	const isManual = text.includes('iaas') || text.includes('manual');
	const isLinked = text.includes('linked');
	return isManual === isLinked ? 'unknown' : isManual ? 'manual' : 'linked';
}

/** Seen in three public notes; the second line is the best proof in text of which account is in use. */
const header = /\baccount ID (\S+) with infrastructure access set up by ([^\n]+)/iu;

/** A row, as against the headings of the groups, ends in its level. */
const row = /^\s*(\S.*?)\s{2,}(suggested|required)\s*$/iu;

const nothingMissing = /\bNo changes are suggested or required\b/iu;

function fromText(text: string): InfraPermissions | undefined {
	const rows = rowsIn(text, row);
	const match = header.exec(text);
	if (match === null && rows === undefined && !nothingMissing.test(text)) {
		return undefined;
	}

	const missing = Map.groupBy(rows ?? [], ([, , level = '']) => level.toLowerCase());
	const labels = (level: string): string[] =>
		(missing.get(level) ?? []).map(([, label = '']) => cleanLine(label));
	return permissions(match?.[1] ?? '', setByOf(match?.[2] ?? ''), labels('required'), labels('suggested'));
}

function permissions(
	account: string,
	setBy: InfraPermissions['setBy'],
	missingRequired: readonly string[],
	missingSuggested: readonly string[],
): InfraPermissions {
	return {
		// One public note masks the number (`21#####6`): only a whole number is one.
		...(isAccountNumber(account) ? {account} : {}),
		setBy,
		missingRequired: [...new Set(missingRequired)],
		missingSuggested: [...new Set(missingSuggested)],
	};
}
