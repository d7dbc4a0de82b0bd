/**
 * The entry of the program in one file, as a plug-in of `ibmcloud` has to be: the program, and the simulated
 * `ibmcloud` of rehearsals, which is started by the hidden argument.
 */
if (process.argv[2] === 'simulated-ibmcloud') {
	process.argv.splice(2, 1);
	void import('./source/simulator/main.ts');
} else {
	void import('./cli.tsx');
}
