// Plain JavaScript, because a Node that is too old cannot read TypeScript. Imported for its effect, or
// run before a command.
const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < NEEDED) {
	console.error(
		`Handrail needs Node ${String(NEEDED)} or newer; this is ${process.version}.\n` +
			'    On Linux and Windows, `npm ci` brings it along, and `npm run` uses it: run `npm ci` again,\n' +
			'    without --omit=optional, and start the command with `npm run`.\n' +
			'    On a Mac, install Node 24 from https://nodejs.org and start again.'
	);
	process.exit(1);
}
