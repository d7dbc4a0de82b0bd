/**
 * The sentences that the real CLI translates, in English and German. The CLI's locale is the field `Locale` of its
 * configuration (from source). German: FEHLGESCHLAGEN, the `sl` list and key sentences, Ja and Nein are seen; the
 * other German sentences are invented, to show that nobody may depend on the wording.
 */
export const sentences = {
	failed: ['FAILED', 'FEHLGESCHLAGEN'],
	yes: ['Yes', 'Ja'],
	no: ['No', 'Nein'],
	notLoggedIn: [
		"Not logged in. Use 'ibmcloud login' to log in.",
		"Nicht angemeldet. Melden Sie sich mit 'ibmcloud login' an.",
	],
	tokenExpired: [
		"Login token is expired. Please update tokens using 'ibmcloud login' and try again",
		"Das Anmeldetoken ist abgelaufen. Aktualisieren Sie die Tokens mit 'ibmcloud login' und versuchen Sie es erneut.",
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
		'Infrastrukturberechtigungsnachweise für Benutzername {user} für Ressourcengruppe {group} festgelegt.',
	],
	noCredential: [
		'No credentials set for resource group {group}.: The user credentials could not be found. (E0051)',
		'Für die Ressourcengruppe {group} sind keine Berechtigungsnachweise festgelegt.: Die Benutzerberechtigungsnachweise wurden nicht gefunden. (E0051)',
	],
	nothingToUnset: [
		'The user credentials could not be found. (E0051)',
		'Die Benutzerberechtigungsnachweise wurden nicht gefunden. (E0051)',
	],
	invalidRegion: ["The region '{region}' is not valid.", "Die Region '{region}' ist nicht gültig."],
	noGroup: [
		"No resource group targeted, use 'ibmcloud target -g RESOURCE_GROUP'",
		"Keine Ressourcengruppe als Ziel ausgewählt. Verwenden Sie 'ibmcloud target -g RESOURCE_GROUP'.",
	],
	listingPlugins: ['Listing installed plug-ins...', 'Installierte Plug-ins werden aufgelistet...'],
	analyzing: [
		'Analyzing the infrastructure permissions for resource group {group} ...',
		'Die Infrastrukturberechtigungen für die Ressourcengruppe {group} werden analysiert ...',
	],
	nothingMissing: [
		'No changes are suggested or required.',
		'Es sind keine Änderungen vorgeschlagen oder erforderlich.',
	],
	clusterNotFound: [
		'The specified cluster could not be found. If applicable, make sure that you target the correct account and resource group. (G0004)',
		'Der angegebene Cluster wurde nicht gefunden. (G0004)',
	],
} as const satisfies Readonly<Record<string, readonly [english: string, german: string]>>;

/** The name of a sentence. */
export type SentenceName = keyof typeof sentences;
