import type {ConfigJson} from './configuration-directory.ts';
import {lines} from './output.ts';

/** The sentences that the real CLI translates. */
const english = {
	failed: 'FAILED',
	notLoggedIn: "Not logged in. Use 'ibmcloud login' to log in.",
	tokenExpired: "Login token is expired. Please update tokens using 'ibmcloud login' and try again",
	listUsersFailed: 'Failed to list users.',
	addKeyFailed: "Failed to add user's API authentication key",
	keyAdded: 'Successfully added. New API Authentication Key: ',
	credentialSet: 'Infrastructure credentials for user name {user} set for resource group {group}.',
	noCredential:
		'No credentials set for resource group {group}.: The user credentials could not be found. (E0051)',
	noGroup: "No resource group targeted, use 'ibmcloud target -g RESOURCE_GROUP'",
	analyzing: 'Analyzing the infrastructure permissions for resource group {group} ...',
};

/** FEHLGESCHLAGEN and the `sl` sentences are seen, the others invented: nobody may depend on the wording. */
const german: typeof english = {
	failed: 'FEHLGESCHLAGEN',
	notLoggedIn: "Nicht angemeldet. Melden Sie sich mit 'ibmcloud login' an.",
	tokenExpired: "Das Anmeldetoken ist abgelaufen. Aktualisieren Sie die Tokens mit 'ibmcloud login'.",
	listUsersFailed: 'Auflisten der Benutzer fehlgeschlagen.',
	addKeyFailed: 'Hinzufügen des API-Authentifizierungsschlüssels des Benutzers fehlgeschlagen',
	keyAdded: 'Erfolgreich hinzugefügt. Neuer API-Authentifizierungsschlüssel: ',
	credentialSet: 'Infrastrukturberechtigungsnachweise für {user} für Ressourcengruppe {group} festgelegt.',
	noCredential: 'Für die Ressourcengruppe {group} ist nichts festgelegt.: Nichts wurde gefunden. (E0051)',
	noGroup: "Keine Ressourcengruppe als Ziel ausgewählt: 'ibmcloud target -g RESOURCE_GROUP'",
	analyzing: 'Die Infrastrukturberechtigungen für die Ressourcengruppe {group} werden analysiert ...',
};

/** How the CLI speaks to its operator. */
export type Voice = ReturnType<typeof voiceOf>;

/** Returns the voice for the configured language (from source: the field `Locale`); never in color. */
export function voiceOf({Locale}: ConfigJson) {
	const sentences = Locale.toLowerCase().startsWith('de') ? german : english;
	const say = (name: keyof typeof sentences, values: Readonly<Record<string, string>> = {}): string =>
		sentences[name].replaceAll(/\{(\w+)\}/gu, (place, key: string) => values[key] ?? place);
	return {
		ok: 'OK\n',
		say,
		/** `FAILED`, the message and an empty line, for standard error (from source). */
		failed: (message: string): string => lines(say('failed'), message, ''),
	};
}
