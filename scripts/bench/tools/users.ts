const families = ['adams', 'baker', 'clark', 'davis', 'evans', 'frank', 'ghosh', 'hills', 'irwin', 'jones'];
const names = ['ann', 'bob', 'cem', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jan', 'kim'];

/** Makes the output of `sl user list --output json` for this many different users, `one` among them. */
export function makeUsers(count: number, one: string): string {
	const users = Array.from({length: count}, (_empty, index) => {
		const name = names[index % names.length] ?? '';
		const family = families[index % families.length] ?? '';
		const email = `${name}.${family}.${index}@example.com`;
		return {
			apiAuthenticationKeyCount: index % 3 === 0 ? 0 : 1,
			displayName: `${name} ${family} ${index}`,
			email,
			id: 7_000_000 + index,
			userStatus: {name: index % 50 === 49 ? 'Disabled' : 'Active'},
			username: index === Math.floor(count / 2) ? one : `1234567_${email}`,
		};
	});
	return `${JSON.stringify(users, undefined, 4)}\n`;
}
