/** The program in one file, as a plug-in has to be; with a hidden argument, the `ibmcloud` of rehearsals. */
if (process.argv[2] === 'simulated-ibmcloud') {
	process.argv.splice(2, 1);
	void import('./source/simulator/main.ts');
} else {
	void import('./cli.tsx');
}
