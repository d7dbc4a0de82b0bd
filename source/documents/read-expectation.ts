import type * as z from 'zod/mini';
import {scopeKey} from '../plan/plan.ts';
import {parseValue} from '../secrets/json.ts';
import {message, type Message} from '../text/message.ts';
import type {Expectation, ExpectedScope} from '../wizard/expectation.ts';
import type {Reading} from '../wizard/flag.ts';
import {validateUsername} from '../wizard/username.ts';
import {schemas, type DocumentOf} from './schemas.ts';

/**
 * Reads a document of `status` as what is to be set. Refuses the whole file if anything does not fit: half a
 * file would be half a plan. No reason repeats a value of the file, or `JSON.parse`'s words, which quote it.
 */
export function readExpectation(path: string, text: string): Reading<Expectation> {
	const taken = expectationIn(path, text);
	return 'key' in taken ? {ok: false, reason: taken} : {ok: true, value: taken};
}

function expectationIn(path: string, text: string): Expectation | Message {
	const given = parseValue(text);
	const {data, error} = schemas.status.safeParse(given);
	if (data === undefined) {
		const [issue] = error.issues;
		return given === undefined || issue === undefined
			? message('file.notJson', {path, place: '$'})
			: said(path, issue);
	}

	const unknown = unknownField(given, data, []);
	if (unknown !== undefined) {
		return message('file.unknownField', {path, place: placeOf(unknown.place), fields: unknown.known});
	}

	if (data.account === null) {
		return message('file.form', {path, place: 'account', expected: 'object'});
	}

	if (data.scopes.length === 0) {
		return message('file.empty', {path, place: 'scopes'});
	}

	const scopes: ExpectedScope[] = [];
	const places = new Map<string, string>();
	for (const [index, row] of data.scopes.entries()) {
		const place = `scopes[${index}]`;
		const scope = scopeKey({region: row.region, group: row.resourceGroup});
		const first = places.get(scope);
		if (first !== undefined) {
			return message('file.twice', {path, place, first});
		}

		places.set(scope, place);
		const taken = rowOf(row, path, place);
		if ('key' in taken) {
			return taken;
		}

		scopes.push(taken);
	}

	return {path, accountId: data.account.id, scopes};
}

function rowOf(
	{region, resourceGroup, credential}: DocumentOf<'status'>['scopes'][number],
	path: string,
	place: string,
): ExpectedScope | Message {
	const username = credential.kind === 'set' ? credential.username : null;
	if (credential.kind === 'unreadable' || (credential.kind === 'set' && username === null)) {
		return message('file.unread', {path, place: `${place}.credential`});
	}

	if (username !== null && validateUsername(username) !== undefined) {
		return message('file.username', {path, place: `${place}.credential.username`});
	}

	return {region, group: resourceGroup, username};
}

function said(path: string, issue: z.core.$ZodIssue): Message {
	const place = placeOf(issue.path);
	if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
		const options =
			issue.code === 'invalid_value' ? issue.values : 'options' in issue ? issue.options : ['object'];
		return message('file.oneOf', {path, place, expected: options.map(String).join(' | ')});
	}

	const expected = issue.code === 'invalid_type' ? issue.expected : issue.code;
	return message('file.form', {path, place, expected});
}

type Place = readonly PropertyKey[];

/** Returns the first field that the form does not have, and those that it has in that place. */
function unknownField(
	given: unknown,
	form: unknown,
	place: Place,
): {readonly place: Place; readonly known: readonly string[]} | undefined {
	if (typeof given !== 'object' || given === null || typeof form !== 'object' || form === null) {
		return undefined;
	}

	for (const [name, value] of Object.entries(given)) {
		const here = Array.isArray(given) ? [...place, Number(name)] : [...place, name];
		if (!Object.hasOwn(form, name)) {
			return {place: here, known: Object.keys(form)};
		}

		const deeper = unknownField(value, (form as Readonly<Record<string, unknown>>)[name], here);
		if (deeper !== undefined) {
			return deeper;
		}
	}

	return undefined;
}

/** Formats a place: `scopes[3].region`. Does not repeat what is no field name, for example a key. */
function placeOf(place: Place): string {
	const written = place
		.map((part) =>
			typeof part === 'number'
				? `[${part}]`
				: /^[A-Za-z]\w{0,30}$/u.test(String(part))
					? `.${String(part)}`
					: '.?',
		)
		.join('');
	return written === '' ? '$' : written.replace(/^\./u, '');
}
