import {places, sequences, testResizing} from '../support/resizing.ts';

for (const place of places) {
	for (const sequence of sequences) {
		testResizing(place, sequence);
	}
}
