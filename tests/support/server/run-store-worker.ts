import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StoreSettings } from '#lib/server/store/store.ts';

const WORKER = fileURLToPath(new URL('./store-worker.ts', import.meta.url));

/**
 * Runs `store-worker.ts`, and kills it `afterMs` after it has printed a number of lines, like a power cut.
 * Resolves to whether it had finished before. Rejects if it failed.
 */
export async function runStoreWorker(
	task: 'open' | 'advance' | 'send',
	settings: StoreSettings,
	{ received = '', leaseMs = 60_000, killAfterSteps = Infinity, afterMs = 0 } = {}
): Promise<boolean> {
	const worker = spawn(
		process.execPath,
		[WORKER, task, JSON.stringify(settings), received, String(leaseMs)],
		{ stdio: ['ignore', 'pipe', 'pipe'] }
	);
	let said = '';
	worker.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const exited = new Promise<NodeJS.Signals | number | null>((resolve) => {
		worker.on('exit', (code, signal) => {
			resolve(signal ?? code);
		});
	});
	let steps = 0;
	for await (const line of createInterface(worker.stdout)) {
		if (line === 'step') steps += 1;
		if (steps < killAfterSteps) continue;
		setTimeout(() => worker.kill('SIGKILL'), afterMs);
		break;
	}
	const end = await exited;
	if (end !== 0 && end !== 'SIGKILL') throw new Error(said);
	return end === 0;
}
