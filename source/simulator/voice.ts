import type {Configuration} from './configuration-directory.ts';
import {lines} from './output.ts';

/**
 * The sentences that the real CLI translates, in English and German. The locale is the field `Locale` of its
 * configuration (from source). German: FEHLGESCHLAGEN and the `sl` sentences are seen; the others are
 * invented, to show that nobody may depend on the wording.
 */
const sentences = {
	failed: ['FAILED', 'FEHLGESCHLAGEN'],
	notLoggedIn: [
		"Not logged in. Use 'ibmcloud login' to log in.",
		"Nicht angemeldet. Melden Sie sich mit 'ibmcloud login' an.",
	],
	tokenExpired: [
		"Login token is expired. Please update tokens using 'ibmcloud login' and try again",
		"Das Anmeldetoken ist abgelaufen. Aktualisieren Sie die Tokens mit 'ibmcloud login'.",
	],
	listUsersFailed: ['Failed to list users.', 'Auflisten der Benutzer fehlgeschlagen.'],
	addKeyFailed: [
		"Failed to add user's API authentication key",
		'Hinzufügen des API-Authentifizierungsschlüssels des Benutzers fehlgeschlagen',
	],
	keyAdded: [
		'Successfully added. New API Authentication Key: ',
		'Erfolgreich hinzugefügt. Neuer API-Authentifizierungsschlüssel: ',
	],
	credentialSet: [
		'Infrastructure credentials for user name {user} set for resource group {group}.',
		'Infrastrukturberechtigungsnachweise für {user} für Ressourcengruppe {group} festgelegt.',
	],
	noCredential: [
		'No credentials set for resource group {group}.: The user credentials could not be found. (E0051)',
		'Für die Ressourcengruppe {group} ist nichts festgelegt.: Nichts wurde gefunden. (E0051)',
	],
	noGroup: [
		"No resource group targeted, use 'ibmcloud target -g RESOURCE_GROUP'",
		"Keine Ressourcengruppe als Ziel ausgewählt: 'ibmcloud target -g RESOURCE_GROUP'",
	],
	analyzing: [
		'Analyzing the infrastructure permissions for resource group {group} ...',
		'Die Infrastrukturberechtigungen für die Ressourcengruppe {group} werden analysiert ...',
	],
} as const satisfies Readonly<Record<string, readonly [english: string, german: string]>>;

/** How the CLI speaks to its operator. */
export type Voice = ReturnType<typeof voiceOf>;

/** Speaks the language that stands in the configuration; never in color. */
export function voiceOf({Locale}: Configuration) {
	const language = Locale.toLowerCase().startsWith('de') ? 1 : 0;
	const say = (name: keyof typeof sentences, values: Readonly<Record<string, string>> = {}): string =>
		sentences[name][language].replaceAll(/\{(\w+)\}/gu, (place, key: string) => values[key] ?? place);
	return {
		ok: 'OK\n',
		say,
		/** `FAILED`, the message and an empty line, for standard error (from source). */
		failed: (message: string): string => lines(say('failed'), message, ''),
	};
}
