// Plain JavaScript on purpose: it must run on the very Node that is too old for the rest.
const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < NEEDED) {
	console.error(
		`Handrail needs Node ${String(NEEDED)} or newer; this is ${process.version}.\n` +
			'    On Linux and Windows, `npm ci` brings it along: run `npm ci` again, without --omit=optional.\n' +
			'    On a Mac, install Node 24 from https://nodejs.org and start again.'
	);
	process.exit(1);
}
