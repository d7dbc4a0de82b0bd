import {looks} from './looks.ts';
import {steps} from './scenes.ts';

/** `docs/pictures.md`: every step in every look. */
export function picturesPage(): string {
	return [
		'# Every step, in pictures',
		'Real sessions of the built program with its simulated `ibmcloud`, taken by `npm run pictures`. Each follows the reader’s setting for dark and light.',
		'Looked at in Firefox 153.7 ESR and Chromium 156.0, on Linux with DejaVu Sans Mono and Noto Sans CJK: dark and light, alone and by `<img>`, the moving one at eight moments and where no motion is wanted. Not yet in Safari.',
		...steps.flatMap(({name, about}) => [
			`## ${about}`,
			...looks.flatMap((look) => [
				`${look.about}:`,
				`![${about}: ${look.about.replaceAll('`', '')}](pictures/steps/${name}-${look.name}.svg)`,
			]),
		]),
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}
