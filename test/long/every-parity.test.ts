import {cases, testParity} from '../support/parity.ts';

for (const each of cases) {
	testParity(each);
}
