import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { hasExpired } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import { makeKeySet } from './make-keys.ts';
import { renewRoot } from './next-root.ts';
import { newest, readRoots } from './roots.ts';

/** This file in a key folder says that its keys prove nothing. */
const MARK = 'demo.json';

/** A demo root is renewed when it has less than this left. */
const RENEW_DAYS = 30;

export const isDemoFolder = (folder: string): boolean => existsSync(join(folder, MARK));

/**
 * Makes unencrypted keys that a fresh clone can sign with, unless the folder is there; renews their
 * root when it nears its end. Leaves a folder of real keys alone.
 */
export async function ensureDemoKeys(folder: string, now: Date): Promise<void> {
	if (!existsSync(folder)) await makeDemoKeys(folder, now);
	if (!isDemoFolder(folder)) return;

	const { root } = newest(await readRoots(folder), folder);
	if (!hasExpired(root.expires, new Date(now.getTime() + RENEW_DAYS * DAY_MS))) return;
	const passphrase = () => Promise.resolve('');
	await renewRoot({ folder, isDemo: true, passphrase }, now);
}

/** Whole or not at all: two installs at once, or one cut short, must not leave half a set. */
async function makeDemoKeys(folder: string, now: Date): Promise<void> {
	const place = resolve(folder);
	const draft = mkdtempSync(join(dirname(place), `${basename(place)}-`));
	await makeKeySet(draft, undefined, now);
	writeFileSync(
		join(draft, MARK),
		`${JSON.stringify({ note: 'Demo keys: they prove nothing.' })}\n`
	);
	try {
		renameSync(draft, place);
	} catch (error) {
		rmSync(draft, { recursive: true });
		// somebody else was first: theirs are as good
		if (!isDemoFolder(folder)) throw error;
	}
}
