import {variants} from './variants.ts';
import {steps} from './sessions.ts';

/** Returns `docs/pictures.md`: every step in every variant. */
export function picturesPage(): string {
	return [
		'# Every step, in pictures',
		'Real sessions of the built program with its simulated `ibmcloud`, taken by `npm run pictures`. Each follows the reader’s setting for dark and light.',
		'Looked at in Firefox 153.7 ESR and Chromium 156.0, on Linux with DejaVu Sans Mono and Noto Sans CJK: dark and light, alone and by `<img>`, the moving one at eight moments and where no motion is wanted. Not yet in Safari.',
		...steps.flatMap(({name, about}) => [
			`## ${about}`,
			...variants.flatMap((variant) => [
				`${variant.about}:`,
				`![${about}: ${variant.about.replaceAll('`', '')}](pictures/steps/${name}-${variant.name}.svg)`,
			]),
		]),
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}
