import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createApp } from '#lib/server/http/create-app.ts';
import { parseSettings, type ServerSettings } from '#lib/server/settings.ts';

function stop(problem: string): never {
	console.error(problem);
	process.exit(1);
}

function readSettings(): ServerSettings {
	try {
		return parseSettings(process.env);
	} catch (error) {
		return stop((error as Error).message);
	}
}

const settings = readSettings();
if (!existsSync('build/handler.js')) stop('There is no build yet. Make one: npm run build');

// adapter-node reads it while it is imported; without it, it takes its own address for https
process.env['ORIGIN'] = settings.origin;
const { handler } = (await import(pathToFileURL(resolve('build/handler.js')).href)) as {
	handler: Parameters<typeof createApp>[0];
};

const server = createServer(createApp(handler, resolve('build/prerendered'), settings));
server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EADDRINUSE') stop(`The server could not start: ${error.message}`);
	stop(`Port ${settings.port} is in use. Choose another: PORT=${settings.port + 1} npm start`);
});
server.listen(settings.port, settings.host, () => {
	console.log(`Handrail is at ${settings.origin}/ (Ctrl-C stops it)`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		server.close();
		server.closeAllConnections();
	});
}
