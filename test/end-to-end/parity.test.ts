import {cases, testParity} from '../support/parity.ts';

/** One of each kind; test/long/every-parity.test.ts has all of them. */
const here = ['two regions', 'a typed user of another account, with clusters', 'dry run'];

for (const each of cases.filter(({name}) => here.includes(name))) {
	testParity(each);
}
