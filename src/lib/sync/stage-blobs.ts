import type { FileRef } from '#lib/edition/edition.ts';
import { packPath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { sha256Hex, type Bytes } from '#lib/trust/signed/bytes.ts';
import { toVerifiedText, type Contents } from './contents.ts';
import { readBody } from './fetch/fetch-bytes.ts';
import { inParallel } from './fetch/in-parallel.ts';
import { fetchNamed, MAX_MEMBER_BYTES, type HostPorts } from './fetch/fetch-named.ts';
import { createLineSplitter } from './fetch/split-lines.ts';
import type { Stager } from './stager.ts';
import type { Failure } from './sync-outcome.ts';

/** Files that are fetched at once. On a slow line, more would only wait for each other. */
const WIDTH = 4;
/** A pack of a thousand articles is about 5 MB before compression. */
const MAX_PACK_BYTES = 64 * 1024 * 1024;

/** Where the verified texts of one language go. */
export interface Staging {
	readonly contents: Contents;
	readonly stored: ReadonlySet<string>;
	readonly stager: Stager;
}

/** Whether a host sent the pack to its end. */
export type PackRead = Result<{ isWhole: boolean }, 'malformed' | 'timeout'>;

/**
 * Reads a language's pack as it arrives. A line is only accepted if the listing names its hash, so
 * of a pack that is interrupted or tampered with, the good lines are kept and nothing else. What is
 * missing then is fetched file by file.
 *
 * The listing may still be on its way: nothing is read until it is here, and reading ends if it fails.
 */
export async function stagePack(
	ports: HostPorts,
	pack: FileRef,
	whenListed: Promise<Result<Staging, string>>
): Promise<PackRead> {
	const maxBytes = Math.min(pack.length, MAX_PACK_BYTES);
	for (const host of ports.hosts) {
		const splitter = createLineSplitter();
		let isReadable = true;
		const take = async (lines: readonly Bytes[]): Promise<boolean> => {
			const staging = await whenListed;
			if (!staging.ok) return false;
			isReadable &&= await stageLines(lines, staging.value);
			return isReadable;
		};
		const url = host + packPath(pack.sha256);
		const read = await readBody(ports, url, maxBytes, (it) => take(splitter.push(it)));
		await take([splitter.end()]);
		const staging = await whenListed;
		if (!staging.ok) return ok({ isWhole: false });
		await staging.value.stager.flush();
		if (!isReadable) return fail('malformed');
		if (read.ok) return ok({ isWhole: true });
		// after twenty seconds without a byte, the whole sync ends
		if (read.code === 'timeout') return fail(read.code);
	}
	return ok({ isWhole: false });
}

async function stageLines(lines: readonly Bytes[], staging: Staging): Promise<boolean> {
	const { contents, stored, stager } = staging;
	const kept = lines.filter(({ length }) => length > 0 && length <= MAX_MEMBER_BYTES);
	const hashes = await Promise.all(kept.map((line) => sha256Hex(line)));
	for (const [index, line] of kept.entries()) {
		const sha256 = hashes[index] ?? '';
		if (!contents.wants(sha256, line.length)) continue;
		const text = toVerifiedText(line);
		if (text === undefined || !contents.learn(sha256, text)) return false;
		if (!stored.has(sha256)) await stager.add(sha256, text);
	}
	return true;
}

/**
 * Fetches files one by one, in the order of their hashes: any other order could tell the host what
 * is being read. Each is stored as soon as it is verified.
 */
export async function stageFiles(
	ports: HostPorts,
	toPath: (sha256: string) => string,
	files: readonly FileRef[],
	{ contents, stager }: Staging
): Promise<Result<void, Failure>> {
	const distinct = new Map(files.map((file) => [file.sha256, file]));
	const inOrder = [...distinct.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
	const result = await inParallel(inOrder, WIDTH, async (file): Promise<Result<void, Failure>> => {
		const bytes = await fetchNamed(ports, toPath(file.sha256), file);
		if (!bytes.ok) return bytes;
		const text = toVerifiedText(bytes.value);
		if (text === undefined || !contents.learn(file.sha256, text)) return fail('malformed');
		await stager.add(file.sha256, text);
		return ok(undefined);
	});
	await stager.flush();
	return result;
}
