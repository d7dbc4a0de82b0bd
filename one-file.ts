/**
 * The entry of the single-file program, the form that a plug-in of `ibmcloud` needs: the program and the
 * simulated `ibmcloud` of rehearsals, which a hidden argument starts.
 */
if (process.argv[2] === 'simulated-ibmcloud') {
	process.argv.splice(2, 1);
	void import('./source/simulator/main.ts');
} else {
	void import('./cli.tsx');
}
