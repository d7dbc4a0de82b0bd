import type {ColleagueChange} from './faults.ts';
import {Home} from './home.ts';
import {cluster} from './standard.ts';
import type {Store} from './store.ts';
import {groupFields, logIn, readClaims} from './token.ts';

/** Makes a change that somebody else makes. @param home of whose session it is, where it is about the session. */
export function makeColleagueChange(store: Store, home: Home, change: ColleagueChange): void {
	const {services} = store;
	const account = services.accounts[0];
	if (change.credential !== undefined) {
		const scope = {account: account?.guid ?? '', group: 'default'};
		const key = change.credential.username === null ? null : 1;
		store.record({credential: {...scope, key, ...change.credential}});
	}
	if (change.cluster !== undefined) {
		const {name} = change.cluster;
		store.record({
			cluster: {...cluster({name}), ...services.clusters.find((one) => one.name === name), ...change.cluster},
		});
	}
	if (change.user !== undefined) store.record({user: change.user});
	if (change.session !== undefined) {
		const claims = readClaims(home.read().IAMToken);
		if (claims !== undefined) store.record({endedSession: claims.session_id});
	}
	if (change.target !== undefined) changeTarget(store, change.target);
}

/** The operator's own configuration changes, even where the call runs in a private copy. */
function changeTarget(store: Store, {account: guid, group}: NonNullable<ColleagueChange['target']>): void {
	const {services} = store;
	const home = new Home(store.operatorDirectory);
	let configuration = home.read();
	const claims = readClaims(configuration.IAMToken);
	const account = services.accounts.find((one) => one.guid === (guid ?? configuration.Account.GUID));
	if (guid !== undefined && claims !== undefined)
		configuration = logIn(configuration, services, account, {
			grantType: 'passcode',
			sessionId: claims.session_id,
		});
	if (group !== undefined)
		configuration = {
			...configuration,
			ResourceGroup: groupFields(account?.groups.find(({name}) => name === group)),
		};
	home.write(configuration);
}
