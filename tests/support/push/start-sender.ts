import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { StoreSettings } from '#lib/server/store/store.ts';
import type { SenderLimits } from '#lib/server/sender/lanes/sender-limits.ts';

interface ProcessSettings extends StoreSettings {
	readonly vapidDir: string;
	readonly testOrigin: string;
	readonly ca?: string;
	readonly limits: SenderLimits;
}

/** Starts a sender in a process of its own. The caller ends it, by SIGKILL or SIGTERM. */
export async function startSender(settings: ProcessSettings): Promise<ChildProcess> {
	const child = fork(new URL('./sender-process.ts', import.meta.url), [JSON.stringify(settings)], {
		stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
		execArgv: []
	});
	if (child.stdout === null) throw new Error('no output');
	await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
	if (child.exitCode !== null) throw new Error(`the sender ended with ${child.exitCode}`);
	return child;
}
