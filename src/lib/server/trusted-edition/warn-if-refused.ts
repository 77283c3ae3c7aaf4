import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editionPath, HEAD_PATH } from '#lib/edition/address/published-paths.ts';
import { acceptEdition } from '#lib/trust/accept-edition.ts';
import { acceptHead } from '#lib/trust/accept-head.ts';
import { startTrust } from '#lib/trust/trust-state.ts';
import { readNewestRoot, type TrustPlaces } from './read-published-edition.ts';
import { log } from '#lib/server/process/log.ts';

/**
 * Logs an alert if phones with the app of this build would refuse the edition that it serves: the app
 * was built with another anchor, or the folder is incomplete. The pages are served all the same,
 * because reading stays open.
 */
export async function warnIfRefused(places: TrustPlaces): Promise<void> {
	const code = await refusalOf(places);
	if (code === undefined) return;
	const { publishedDir } = places;
	const what =
		code === 'ENOENT'
			? `There is no whole edition in ${publishedDir}. Publish one there, or set PUBLISHED_DIR.`
			: `Phones with the app of this build would refuse the edition in ${publishedDir}. ` +
				'Build the app with the anchor of that edition (npx vite build), or set PUBLISHED_DIR.';
	log('edition-refused', { alert: true, code, what });
}

async function refusalOf({ anchor, publishedDir }: TrustPlaces): Promise<string | undefined> {
	const read = async (path: string) => new Uint8Array(await readFile(join(publishedDir, path)));
	try {
		const trusted = await readNewestRoot({ anchor, publishedDir });
		if (!trusted.ok) return trusted.code;
		const seen = await acceptHead(startTrust(trusted.value), await read(HEAD_PATH), anchor.floor);
		if (!seen.ok) return seen.code;
		const named = seen.value.head.edition;
		const file = await read(editionPath(named.sha256));
		const accepted = await acceptEdition(trusted.value.root, named, file);
		return accepted.ok ? undefined : accepted.code;
	} catch (error) {
		// the error code of the disk: a file that is missing, or that this user may not read
		return (error as NodeJS.ErrnoException).code ?? 'unreadable';
	}
}
