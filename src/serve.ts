import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MAX_BODY_BYTES } from '#lib/server/requests/read-body.ts';
import { withBasePath } from '#lib/server/process/with-base-path.ts';
import { createApp } from '#lib/server/http/create-app.ts';
import { createHttpServer } from '#lib/server/http/create-http-server.ts';
import { stopOnSignal } from '#lib/server/process/stop-on-signal.ts';
import { parseSettings } from '#lib/server/process/settings.ts';
import { isStartError } from '#lib/server/process/start-error.ts';

/**
 * Connections that wait to be taken; Node's own list is 511. That a longer one spares a crowd its retries is
 * reasoned, not measured by itself: with 511, ten thousand at once lost 1,929 requests.
 */
const BACKLOG = 4096;

function stop(problem: string): never {
	console.error(problem);
	process.exit(1);
}

async function start(): Promise<void> {
	if (!existsSync('build/handler.js')) stop('There is no build yet. Make one: npm run build');
	const settings = parseSettings(withBasePath(process.env, 'build'));

	// adapter-node reads both when it is imported. Without ORIGIN, it assumes https
	process.env['ORIGIN'] = settings.origin;
	process.env['BODY_SIZE_LIMIT'] = String(MAX_BODY_BYTES);
	const { handler } = (await import(pathToFileURL(resolve('build/handler.js')).href)) as {
		handler: Parameters<typeof createApp>[0];
	};

	const server = createHttpServer(createApp(handler, resolve('build'), settings), settings.origin);
	server.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EADDRINUSE') stop(`The server could not start: ${error.message}`);
		stop(`Port ${settings.port} is in use. Choose another: PORT=${settings.port + 1} npm start`);
	});
	server.listen({ port: settings.port, host: settings.host, backlog: BACKLOG }, () => {
		console.log(`Handrail is at ${settings.address}/ (Ctrl-C stops it)`);
	});
	stopOnSignal(server);
}

try {
	await start();
} catch (error) {
	if (isStartError(error)) stop(error.message);
	throw error;
}
