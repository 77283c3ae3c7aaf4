/*
 * Imported first, for its effect: everything after it may use what Node 24 has. (Node before 22.18
 * cannot read TypeScript and stops with its own words; `npm run` brings Node 24 along.)
 */
const LOWEST = 24;

if (Number(process.versions.node.split('.')[0]) < LOWEST) {
	process.stderr.write(
		`This is Node ${process.versions.node}, but Node ${String(LOWEST)} or later is needed: ` +
			'run the command with "npm run", which brings it along, or install it from nodejs.org.\n'
	);
	process.exit(1);
}
