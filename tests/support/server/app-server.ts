import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The real server in its own process. Killing it is a harder test than a browser's offline mode. */
export interface AppServer {
	readonly origin: string;
	readonly port: number;
	/** Of its process. */
	readonly pid: number;
	/** Its memory after a collection of garbage. Only of a server with `tell-memory.ts` as `preload`. */
	readonly heldMemory: () => Promise<NodeJS.MemoryUsage>;
	/** Sends SIGKILL, and waits until the process has ended. */
	readonly kill: () => Promise<void>;
}

export interface AppOptions {
	readonly publishedDir?: string;
	readonly cwd?: string;
	/** More settings of the server, as environment variables. */
	readonly settings?: Readonly<Record<string, string>>;
	/** A module to load before the server's own. */
	readonly preload?: string;
}

const START_MS = 20_000;

/** Starts `src/serve.ts` on 127.0.0.1 with the build in the working folder. */
export async function startApp(
	port: number,
	{
		publishedDir = 'static/published',
		cwd = process.cwd(),
		settings = {},
		preload
	}: AppOptions = {}
): Promise<AppServer> {
	const before = preload === undefined ? [] : ['--import', preload];
	const child = spawn(process.execPath, [...before, 'src/serve.ts'], {
		cwd,
		env: { ...process.env, PORT: String(port), PUBLISHED_DIR: publishedDir, ...settings },
		stdio: ['ignore', 'pipe', 'pipe', preload === undefined ? 'ignore' : 'ipc']
	});
	await isListening(child);
	return {
		origin: `http://localhost:${port}`,
		port,
		pid: child.pid ?? 0,
		async heldMemory() {
			const answer = once(child, 'message');
			child.send('memory');
			const [held] = (await answer) as [NodeJS.MemoryUsage];
			return held;
		},
		async kill() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.kill('SIGKILL');
			await once(child, 'exit');
		}
	};
}

function isListening(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		const timer = setTimeout(() => {
			reject(new Error(`The server said nothing in ${START_MS} ms: ${said}`));
		}, START_MS);
		const settle = (outcome: () => void): void => {
			clearTimeout(timer);
			outcome();
		};
		child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
		child.stdout?.on('data', (text: Buffer) => {
			said += text.toString();
			if (said.includes('Handrail is at')) settle(resolve);
		});
		child.on('exit', () => {
			settle(() => {
				reject(new Error(`The server did not start: ${said}`));
			});
		});
	});
}
