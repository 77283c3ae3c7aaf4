import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_FOR, parseBuiltFor } from '#lib/edition/address/built-for.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { Refusal } from '../base/refusal.ts';

/** `/handrail`, or nothing for a whole host. */
export function readBasePath(app: string): string {
	const file = join(app, BUILT_FOR);
	const basePath = existsSync(file) ? parseBuiltFor(readFileSync(file, 'utf8')) : undefined;
	if (basePath !== undefined) return basePath;
	throw new Refusal(`${app} does not say where its app is to be served. Build it: npx vite build`);
}

/**
 * Refuses an app that would be served elsewhere than the edition says: its links, its worker and the
 * addresses in shared texts would lead nowhere. Demo editions may leave the path out of their address.
 */
export function refuseOtherBasePath(basePath: string, { publisher }: Edition): void {
	const { address, isDemo } = publisher;
	const path = new URL(address).pathname.replace(/\/+$/, '');
	if (path === basePath || (isDemo && path === '')) return;
	const wanted = new URL(address).origin + basePath;
	throw new Refusal(
		`The app is built to be served at ${basePath}/, but the edition says that readers find it at ${address}. ` +
			`Build the app for that address (BASE_PATH=${path || '/'} npx vite build), or write "address": "${wanted}" in publisher.json and build the edition again.`
	);
}
