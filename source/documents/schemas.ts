import * as z from 'zod/mini';
import {regionNames} from '../ibmcloud/facts/regions.ts';
import type {JournalEntry} from '../plan/journal-entry.ts';

/**
 * The forms of the JSON documents, one per command. The published schemas are made from these validators
 * (`npm run schemas`), and each document passes them before it is printed: other fields never leave.
 */

const error = z.object({
	kind: z.string(),
	code: z.nullable(z.string()),
	command: z.string(),
	exitCode: z.nullable(z.number()),
	words: z.string(),
});

const named = z.object({id: z.string(), name: z.string()});

/** An IBM Cloud account; `number` is that of the linked classic account, `null` if none is known. */
const account = z.object({id: z.string(), name: z.string(), number: z.nullable(z.string())});

const credential = z.discriminatedUnion('kind', [
	z.object({kind: z.literal('none')}),
	z.object({kind: z.literal('set'), username: z.nullable(z.string())}),
	z.object({kind: z.literal('unreadable'), error}),
]);

const permissions = z.object({
	account: z.optional(z.string()),
	setBy: z.enum(['manual', 'linked', 'unknown']),
	missingRequired: z.array(z.string()),
	missingSuggested: z.array(z.string()),
});

/** `null` = none is set. */
const found = z.nullable(z.string());

const result = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('verified'),
		username: z.string(),
		provenBy: z.enum(['pair-check', 'infra-permissions']),
		permissions: z.optional(permissions),
	}),
	z.object({
		kind: z.literal('set-not-proven'),
		username: z.string(),
		permissions: z.optional(permissions),
		unreadable: z.optional(error),
	}),
	z.object({
		kind: z.literal('other-account-in-force'),
		username: z.string(),
		expected: z.string(),
		inForce: z.string(),
	}),
	z.object({kind: z.literal('removed'), permissions: z.optional(permissions)}),
	z.object({kind: z.literal('nothing-to-do')}),
	z.object({kind: z.literal('changed-since-review'), reviewed: found, found: credential}),
	z.object({kind: z.literal('differs'), expected: found, found}),
	z.object({kind: z.literal('not-current'), demanded: found, found}),
	z.object({kind: z.literal('wrong-group'), insteadOf: named, group: named, was: found, now: found}),
	z.object({kind: z.literal('target-changed'), from: z.string(), to: z.string(), wasSet: z.boolean()}),
	z.object({kind: z.literal('failed'), error, wasSet: z.boolean(), foundAfter: z.nullable(credential)}),
	z.object({kind: z.literal('unknown'), error: z.nullable(error), foundAfter: z.nullable(credential)}),
	z.object({kind: z.literal('not-started')}),
]);

const frame = <Version extends number>(version: Version) => ({
	schemaVersion: z.literal(version),
	exitStatus: z.number(),
});

const change = z.object({
	/** 2: `outcome` says how the run ended, and a result that is not known has its error. */
	...frame(2),
	command: z.enum(['setup', 'unset']),
	outcome: z.enum([
		'applied',
		'partial',
		'failed',
		'not-known',
		'nothing-to-do',
		'dry-run',
		'quit',
		'interrupted',
		'refused',
		'demo',
	]),
	account: z.nullable(account),
	classicAccount: z.nullable(z.string()),
	/** The user to be set, with the key; `null` if there are several, since each scope names its own. */
	infrastructureUsername: z.nullable(z.string()),
	keyFingerprint: z.nullable(z.string()),
	scopes: z.array(
		z.object({
			region: z.string(),
			resourceGroup: named,
			before: credential,
			/** The username to be set; `null` removes what is set. */
			after: z.nullable(z.string()),
			/** `null` if none is to be set, and in a dry run without the key. */
			keyFingerprint: z.nullable(z.string()),
			effect: z.enum(['nothing', 'first', 'rotation', 'other-user', 'other-account', 'unknown']),
			classicClusters: z.nullable(z.array(named)),
			result: z.nullable(result),
			durationMs: z.nullable(z.number()),
		}),
	),
	/** With `--from`: scopes for which none is expected, and something is set or unreadable; left alone. */
	notRemoved: z.array(z.object({region: z.string(), resourceGroup: named, credential})),
	/** Commands that do the rest, that put back what was set, the users whose key that needs, and that look. */
	finish: z.array(z.string()),
	undo: z.array(z.string()),
	undoNeedsKeyOf: z.array(z.string()),
	look: z.array(z.string()),
	message: z.nullable(z.string()),
	remedy: z.nullable(z.string()),
	error: z.nullable(error),
});

const status = z.object({
	/** 2: `classicClusters` are objects with an id and a name, as everywhere else. */
	...frame(2),
	command: z.literal('status'),
	/** The version of the program, and the time of the reads: ISO 8601, UTC. */
	program: z.string(),
	time: z.string(),
	/** The account that was read, and who was logged in; `null` if that is not known. */
	account: z.nullable(account),
	operator: z.nullable(z.string()),
	/** The value of `--expect`; `null` without it. */
	expected: z.nullable(z.string()),
	scopes: z.array(
		z.object({
			region: z.enum(regionNames),
			resourceGroup: named,
			credential,
			classicClusters: z.nullable(z.array(named)),
			/** With `--expect`: the username to be set, and the one that is set; `null` = none. */
			expected: z.optional(found),
			found: z.optional(found),
			/** `null` if nothing was expected, or the credential was not read. */
			asExpected: z.nullable(z.boolean()),
		}),
	),
	/** What was asked for and is missing in `scopes`, since its scope is not known. */
	unread: z.array(
		z.object({
			kind: z.enum(['targeted-group', 'other-groups', 'clusters', 'cluster']),
			region: z.nullable(z.string()),
			resourceGroup: z.nullable(z.string()),
			classicCluster: z.nullable(z.string()),
			error,
		}),
	),
	error: z.nullable(error),
});

const doctor = z.object({
	...frame(1),
	command: z.literal('doctor'),
	program: z.nullable(z.string()),
	configurationFile: z.nullable(z.string()),
	checks: z.array(
		z.object({
			id: z.string(),
			state: z.enum(['running', 'fine', 'note', 'missing']),
			result: z.nullable(z.string()),
			remedy: z.nullable(z.string()),
			/** Why the check was not possible, or what the CLI says. */
			error: z.nullable(error),
		}),
	),
	error: z.nullable(error),
});

const history = z.object({
	/** 2: the number of an account is `null` if none is known, as everywhere else. */
	...frame(2),
	command: z.literal('history'),
	/** The directory of the journal, and the single file in it of the first versions. */
	directory: z.string(),
	file: z.string(),
	entries: z.array(
		z.object({
			version: z.literal(1),
			run: z.string(),
			pid: z.number(),
			time: z.string(),
			event: z.enum(['planned', 'begin', 'end', 'seen']),
			change: z.enum(['set', 'unset']),
			program: z.optional(z.string()),
			operator: z.optional(z.string()),
			account: z.nullable(account),
			group: named,
			region: z.string(),
			before: z.optional(z.nullable(z.string())),
			after: z.nullable(z.string()),
			keyFingerprint: z.optional(z.string()),
			writer: z.enum(['cli', 'api']),
			effect: z.optional(z.string()),
			clusters: z.optional(z.array(named)),
			result: z.optional(z.string()),
			left: z.optional(z.enum(['known', 'untouched', 'unknown'])),
			provenBy: z.optional(z.string()),
			found: z.optional(z.nullable(z.string())),
			error: z.optional(z.string()),
		} satisfies Record<keyof JournalEntry, unknown>),
	),
	/** Files and directories of the journal that exist and could not be read. */
	unread: z.array(z.string()),
	error: z.nullable(error),
});

/** The validators by the name of their published schema. */
export const schemas = {change, status, doctor, history} as const;

type Frozen<Value> = {readonly [Name in keyof Value]: Frozen<Value[Name]>};

/** A document of a form. A builder with this type compiles only if it gives each field, and no other. */
export type DocumentOf<Name extends keyof typeof schemas> = Frozen<z.output<(typeof schemas)[Name]>>;
