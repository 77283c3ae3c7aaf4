import * as v from 'valibot';
import { rootPath, rootVersionOf } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { toText } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { Root } from '#lib/trust/signed/root.ts';
import { acceptRoot } from '#lib/trust/walk-roots.ts';
import { isSignedFor } from '../keys/sign-file.ts';
import type { PublishedFiles } from './folder-files.ts';

/**
 * The newest root, walked from the oldest in the folder as phones with an old app walk it: each signed
 * by the one before and by itself, without gaps, under the number that it has. Phones with a newer
 * anchor see only the end of it.
 */
export async function readRootChain(files: PublishedFiles): Promise<Result<Root, string>> {
	const versions = files
		.paths()
		.flatMap((path) => rootVersionOf(path) ?? [])
		.sort((a, b) => a - b);

	let newest: Root | undefined;
	for (const version of versions) {
		const path = rootPath(version);
		const file = files.read(path) ?? new Uint8Array();
		const next: Root | undefined = newest ? await after(newest, file) : await first(file);
		if (next?.version !== version) {
			return fail(`${path} does not follow from the root before it: phones would refuse it`);
		}
		newest = next;
	}
	return newest ? ok(newest) : fail('There is no root in the folder trust');
}

async function after(root: Root, file: Uint8Array<ArrayBuffer>): Promise<Root | undefined> {
	const next = await acceptRoot(root, file);
	return next.ok ? next.value.root : undefined;
}

/** Nobody vouches for the first but itself, and the build of the app that has it as anchor. */
async function first(file: Uint8Array<ArrayBuffer>): Promise<Root | undefined> {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) return undefined;
	try {
		const root = v.parse(Root, JSON.parse(toText(envelope.value.payload)));
		return (await isSignedFor('root', file, root)) ? root : undefined;
	} catch {
		// not JSON, or no root: the caller names the file
		return undefined;
	}
}
