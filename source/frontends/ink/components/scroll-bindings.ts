import type {Binding} from '../keyboard/key-map.ts';
import type {Parts} from '../hooks/use-parts.ts';

/** The keys that move through rows of which only a part fits. */
export function scrollBindings(
	{part, goTo}: Pick<Parts, 'part' | 'goTo'>,
	rowCount: number,
	hasActions: boolean,
): Binding[] {
	const isEnabled = rowCount > part.height;
	const go = (top: number): 'done' => {
		goTo(top);
		return 'done';
	};

	return [
		{
			on: ['page-down', 'page-up'],
			shown: {sign: 'PgUp/PgDn', label: 'ui.key.scroll'},
			isEnabled,
			run: (event) =>
				go(part.top + (event.kind === 'key' && event.name === 'page-up' ? -1 : 1) * part.height),
		},
		{
			on: ['home', 'end'],
			isEnabled,
			run: (event) => go(event.kind === 'key' && event.name === 'home' ? 0 : rowCount),
		},
		{
			on: ['up', 'down'],
			isEnabled: isEnabled && !hasActions,
			run: (event) => go(part.top + (event.kind === 'key' && event.name === 'up' ? -1 : 1)),
		},
	];
}
