import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { TrustedRoot } from './anchor.ts';
import { sha256Hex, type Bytes } from './signed/bytes.ts';
import { parseEnvelope } from './signed/envelope.ts';
import { parseVerified } from './signed/parse-verified.ts';
import { Root, trustedRole } from './signed/root.ts';
import { verifySigned } from './signed/verify-signed.ts';

export type RootRejection = 'malformed' | 'below-threshold' | 'rollback';

/** A bound on one walk: no publisher rotates this often, and a hostile host could serve for ever. */
const MAX_ROOTS = 64;

/** Accepts root n+1 only: signed by enough keys of root n, and by enough of its own. */
export async function acceptRoot(
	current: Root,
	file: Bytes
): Promise<Result<TrustedRoot, RootRejection>> {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) return envelope;
	const byOld = await verifySigned('root', envelope.value, await trustedRole(current, 'root'));
	if (!byOld.ok) return byOld;
	const next = parseVerified(Root, byOld.value.bytes);
	if (!next.ok) return next;
	if (next.value.version !== current.version + 1) return fail('rollback');

	const byOwn = await verifySigned('root', envelope.value, await trustedRole(next.value, 'root'));
	if (!byOwn.ok) return byOwn;
	return ok({ root: next.value, sha256: await sha256Hex(envelope.value.payload) });
}

export interface RootWalk<Code extends string> {
	/** `undefined` where the host has no such root: the end of the walk. */
	readonly fetchRoot: (version: number) => Promise<Result<Bytes | undefined, Code>>;
	/** Keeps a root for good before the next is asked for: a revocation is never forgotten. */
	readonly keepRoot: (root: TrustedRoot) => Promise<void>;
}

/** Follows the roots from `current` to the newest, and gives that one. */
export async function walkRoots<Code extends string>(
	current: Root,
	{ fetchRoot, keepRoot }: RootWalk<Code>
): Promise<Result<Root, RootRejection | Code>> {
	let root = current;
	for (let walked = 0; walked < MAX_ROOTS; walked += 1) {
		const file = await fetchRoot(root.version + 1);
		if (!file.ok) return file;
		if (!file.value) break;
		const next = await acceptRoot(root, file.value);
		if (!next.ok) return next;
		await keepRoot(next.value);
		root = next.value.root;
	}
	return ok(root);
}
