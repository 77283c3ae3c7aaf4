import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeHead } from '../publish/head.ts';
import type { Io } from '../base/io.ts';
import { loadSigner } from '../keys/load-signer.ts';
import { readPublished } from '../publish/read-published.ts';
import { Refusal } from '../base/refusal.ts';
import { isSignedFor } from '../keys/sign-file.ts';
import { writeRootsAndHead } from '../publish/write-edition.ts';

export interface RenewOptions {
	readonly content: string;
	readonly out: string;
	readonly keys?: string | undefined;
	/**
	 * The folder of the built app, for `npm start`: gives 1 without a word where a build is needed
	 * first, and leaves a head alone that is not signed by demo keys.
	 */
	readonly ifBuilt?: string | undefined;
}

/** Signs the head again, for another seven days: the same edition, the online key only. */
export async function renew(
	{ content, out, keys, ifBuilt }: RenewOptions,
	io: Io
): Promise<number> {
	const published = readPublished(out);
	if (ifBuilt !== undefined) {
		if (!published || !existsSync(join(ifBuilt, 'handler.js'))) return 1;
		if (!published.edition.content.publisher.isDemo) return 0;
	}
	if (!published) throw new Refusal(`Nothing was published in ${out}. Run: npm run edition:build`);

	const now = io.now();
	const { root, roots, sign } = await loadSigner({
		content,
		keys,
		passphrase: io.passphrase,
		now,
		published: out
	});
	const { content: edition, file } = published.edition;
	if (!(await isSignedFor('edition', file, root))) {
		if (ifBuilt !== undefined) return 1;
		throw new Refusal(`The edition in ${out} is not signed by these keys. Build it again.`);
	}
	const { version: previous, edition: pointer } = published.head.content;
	const head = makeHead(pointer, { previous, root: root.version, now });
	const signed = await sign('head', JSON.stringify(head));
	writeRootsAndHead(out, roots, signed, published.head.file);

	const until = `Head ${String(head.version)} of edition ${String(edition.version)}: until ${head.expires}`;
	io.print(until);
	if (edition.expires < head.expires) {
		io.print(`The edition itself ends on ${edition.expires}. Run: npm run edition:build`);
	}
	return 0;
}
