import { readFileSync } from 'node:fs';
import { median } from '../figure.ts';
import { FIRST_GUIDE } from '../suite.ts';

const SAMPLE_MS = 200;
const PAGES = 20;

/** The memory of a process in bytes. Of Linux: the bench runs nowhere else. */
export function memoryOf(pid: number): number {
	const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(
		readFileSync(`/proc/${String(pid)}/status`, 'utf8')
	);
	return Number(kilobytes?.[1]) * 1024;
}

/** What a reader and the operator see of a server while something is done to it. */
export interface Watched {
	/** A page, median, in ms. */
	readonly pageMs: number;
	/** Pages that were not answered with 200. */
	readonly pagesLost: number;
	readonly mostMemory: number;
}

/** Opens page after page, and looks at the server's memory, until `done` settles. */
export async function watchServer(
	{ port, pid }: { readonly port: number; readonly pid: number },
	done: Promise<unknown>
): Promise<Watched> {
	let isOver = false;
	void done.finally(() => (isOver = true)).catch(() => undefined);
	let mostMemory = memoryOf(pid);
	const timer = setInterval(() => (mostMemory = Math.max(mostMemory, memoryOf(pid))), SAMPLE_MS);
	const times: number[] = [];
	let pagesLost = 0;
	do {
		const ms = await timePage(port);
		if (ms === undefined) pagesLost += 1;
		else times.push(ms);
	} while (!isOver);
	clearInterval(timer);
	await done;
	return { pageMs: times.length === 0 ? NaN : median(times), pagesLost, mostMemory };
}

/** What a page takes while nothing else is asked. */
export async function pageAlone(port: number): Promise<number> {
	const times: number[] = [];
	// the first ones are read from the disk, and compile the server
	for (let page = 0; page < 3 * PAGES; page += 1) times.push((await timePage(port)) ?? NaN);
	return median(times.slice(-PAGES));
}

async function timePage(port: number): Promise<number | undefined> {
	const start = performance.now();
	try {
		const response = await fetch(`http://127.0.0.1:${String(port)}${FIRST_GUIDE}`);
		await response.arrayBuffer();
		return response.ok ? performance.now() - start : undefined;
	} catch {
		// refused or cut: counted by the caller
		return undefined;
	}
}
