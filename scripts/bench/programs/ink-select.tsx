import process from 'node:process';
import {render} from 'ink';
import SelectInput from 'ink-select-input';
import {choices} from './choices.ts';

const {unmount, waitUntilExit} = render(
	<SelectInput
		items={choices.map((label) => ({label, value: label}))}
		onSelect={() => {
			unmount();
		}}
	/>,
);
await waitUntilExit();
process.exit(0);
