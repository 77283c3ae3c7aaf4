// `npm run store:move`: from the file of SQLite to PostgreSQL. Stop the server and the senders first.

import { existsSync } from 'node:fs';
import { moveStore } from '#lib/server/store/move-store.ts';
import { openDatabase } from '#lib/server/database/open-database.ts';
import { parseSettings } from '#lib/server/process/settings.ts';

const { databaseFile: file, databaseUrl: url } = parseSettings(process.env);

if (url === undefined || !existsSync(file)) {
	console.error(
		url === undefined
			? 'DATABASE_URL must name the PostgreSQL database to move to, an empty one.'
			: `There is no file ${file} to move from. DATABASE_FILE names another.`
	);
	process.exit(1);
}

const from = await openDatabase({ databaseFile: file });
const to = await openDatabase({ databaseFile: file, databaseUrl: url });
try {
	const moved = await moveStore(from, to);
	if (moved.ok) {
		for (const [table, rows] of Object.entries(moved.value)) console.log(`${table}: ${rows} rows`);
		console.log(
			`All of ${file} is in PostgreSQL, counted. Start the server with the same DATABASE_URL; delete the file when it works.`
		);
	} else {
		console.error('The PostgreSQL database holds something already. Nothing was moved.');
		process.exitCode = 1;
	}
} finally {
	await from.query.destroy();
	await to.query.destroy();
}
