import { rootPath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { readAnchor, type Anchor } from '#lib/trust/anchor.ts';
import { sha256Hex } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import type { PublishedFiles } from './folder-files.ts';

/**
 * Whether a folder's roots are those that an app with this anchor follows: the root of the anchor
 * stands among them, payload for payload. A whole edition of somebody else fails here, though it
 * brings a root 1 of its own. The reason names both.
 */
export async function checkAnchor(
	files: PublishedFiles,
	anchor: Anchor
): Promise<Result<void, string>> {
	const { root, sha256 } = await readAnchor(anchor);
	const path = rootPath(root.version);
	const envelope = parseEnvelope(files.read(path) ?? new Uint8Array());
	if (!envelope.ok) return fail(`${path} is missing, or no signed file`);
	const there = await sha256Hex(envelope.value.payload);
	if (there === sha256) return ok(undefined);
	const demo = anchor.isDemo ? ', of demo keys' : '';
	const name = (hash: string): string => `root ${String(root.version)} (${hash.slice(0, 16)}…)`;
	return fail(`it trusts ${name(sha256)}${demo}, and this edition is under another ${name(there)}`);
}
