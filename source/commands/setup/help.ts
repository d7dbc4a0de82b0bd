import {helpText} from '../help.ts';
import {setupOptions} from './definitions.ts';

/** `classic-credentials --help`. */
export function setupHelp(): string {
	return helpText({
		name: 'classic-credentials setup',
		summary:
			'set IBM Cloud classic infrastructure credentials for Kubernetes clusters, and prove that they are set',
		usage: 'classic-credentials [setup] [OPTIONS]',
		options: setupOptions,
		sections: [
			{
				heading: 'ENVIRONMENT',
				lines: [
					'IAAS_CLASSIC_USERNAME  The infrastructure username.',
					'IAAS_CLASSIC_API_KEY   Its API key; counts only together with the username.',
				],
			},
			{
				heading: 'EXIT STATUS',
				lines: [
					'0    done: verified, or set with the key not proven (the report says which)',
					'1    failed, or left without applying',
					'2    wrong usage, or answers are missing',
					'3    a prerequisite is missing: CLI, plug-in, login, role',
					'4    the read-back differs, or the target changed meanwhile',
					'5    some scopes are done, some are not',
					'129, 130, 143  ended by hang-up, Ctrl-C, SIGTERM',
				],
			},
		],
		examples: [
			'classic-credentials',
			'classic-credentials --demo',
			'classic-credentials --infrastructure-username 1234567_name@example.com --infrastructure-api-key @key.txt --region us-south --force',
			'op read op://vault/classic/key | classic-credentials --infrastructure-username 1234567_name@example.com --infrastructure-api-key - --region eu-de -g default --force --output json',
		],
	});
}
