import type { FileRef } from '#lib/edition/edition.ts';
import { packPath } from '#lib/edition/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { sha256Hex, type Bytes } from '#lib/trust/bytes.ts';
import { toVerifiedText, type Contents } from './contents.ts';
import { readBody } from './fetch-bytes.ts';
import { inParallel } from './in-parallel.ts';
import { fetchNamed, MAX_MEMBER_BYTES, type HostPorts } from './fetch-named.ts';
import { createLineSplitter } from './split-lines.ts';
import type { Stager } from './stager.ts';
import type { Failure } from './sync-outcome.ts';

/** Files fetched at once. More would only wait for each other on a slow line. */
const WIDTH = 4;
/** A pack of a thousand articles is about 5 MB before compression. */
const MAX_PACK_BYTES = 64 * 1024 * 1024;

/** Where verified texts of one language go. */
export interface Staging {
	readonly contents: Contents;
	readonly stored: ReadonlySet<string>;
	readonly stager: Stager;
}

/**
 * Reads a language's pack as it comes. A line counts only if its own hash is one that the listing
 * names, so a pack that is cut, mixed or tampered with keeps what is whole and adds nothing else.
 * `isWhole` tells whether a host sent it to its end; what is still missing comes file by file.
 */
export async function stagePack(
	ports: HostPorts,
	pack: FileRef,
	staging: Staging
): Promise<Result<{ isWhole: boolean }, 'malformed' | 'timeout'>> {
	const maxBytes = Math.min(pack.length, MAX_PACK_BYTES);
	for (const host of ports.hosts) {
		const splitter = createLineSplitter();
		let isReadable = true;
		const take = async (lines: readonly Bytes[]): Promise<void> => {
			isReadable &&= await stageLines(lines, staging);
		};
		const url = host + packPath(pack.sha256);
		const read = await readBody(ports, url, maxBytes, (it) => take(splitter.push(it)));
		await take([splitter.end()]);
		await staging.stager.flush();
		if (!isReadable) return fail('malformed');
		if (read.ok) return ok({ isWhole: true });
		// twenty seconds without a byte are enough of a sync
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
 * Fetches files one by one, in the order of their hashes: an order by what is being read would tell
 * it to the host. Each is kept as soon as it is verified.
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
