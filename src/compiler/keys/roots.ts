import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../build/folders/make-folder.ts';
import * as v from 'valibot';
import { DAY_MS } from '#lib/edition/durations.ts';
import { rootPath, rootVersionOf, TRUST_FOLDER } from '#lib/edition/address/published-paths.ts';
import { toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { Root, trustedRole, type RootRole } from '#lib/trust/signed/root.ts';
import { Refusal } from '../base/refusal.ts';
import { isSignedFor, signFile } from './sign-file.ts';
import type { SigningKey } from './key-files.ts';

/** A root as a file: the exact bytes that phones fetch as `trust/<version>.root.json`. */
export interface SignedRoot {
	readonly root: Root;
	readonly file: Bytes;
}

/** docs/formats.md: a root lives a year at most. */
export const ROOT_DAYS = 365;

/** Which keys hold which role, and how many of them must sign. */
export type Holders = Readonly<
	Record<RootRole, { readonly keys: readonly PublicKey[]; readonly threshold: number }>
>;

/** The public half of a key. */
export interface PublicKey {
	readonly keyId: string;
	/** base64url. */
	readonly spki: string;
}

export const publicKey = ({ keyId, spki }: SigningKey): PublicKey => {
	return { keyId, spki };
};

export function makeRoot(version: number, holders: Holders, now: Date): Root {
	const keys = Object.values(holders).flatMap((role) => role.keys);
	const role = ({ keys, threshold }: Holders[RootRole]) => {
		return { keyIds: keys.map(({ keyId }) => keyId), threshold };
	};
	return {
		version,
		issued: now.toISOString(),
		expires: new Date(now.getTime() + ROOT_DAYS * DAY_MS).toISOString(),
		keys: Object.fromEntries(keys.map(({ keyId, spki }) => [keyId, spki])),
		roles: {
			root: role(holders.root),
			head: role(holders.head),
			edition: role(holders.edition),
			approver: role(holders.approver)
		}
	};
}

/** Signs a root with all keys given, of the root before and of this one. */
export function signRoot(root: Root, keys: readonly SigningKey[]): SignedRoot {
	const signers = [...new Map(keys.map((key) => [key.keyId, key])).values()];
	return { root, file: signFile('root', JSON.stringify(root), signers) };
}

export function writeRoot(folder: string, { root, file }: SignedRoot): void {
	makeFolder(join(folder, TRUST_FOLDER));
	// `wx`: a root that phones may have seen is never written over
	writeFileSync(join(folder, rootPath(root.version)), file, { flag: 'wx' });
}

/**
 * The chain of roots, oldest first, each signed by the one before and by itself: what phones walk.
 * A chain may begin later than 1. Empty if there is none; refused if phones would refuse it.
 */
export async function readRoots(folder: string): Promise<SignedRoot[]> {
	const trust = join(folder, TRUST_FOLDER);
	if (!existsSync(trust)) return [];
	const versions = readdirSync(trust)
		.flatMap((name) => rootVersionOf(`${TRUST_FOLDER}/${name}`) ?? [])
		.sort((a, b) => a - b);

	const roots: SignedRoot[] = [];
	for (const version of versions) {
		const path = join(folder, rootPath(version));
		const signed = parseRoot(new Uint8Array(readFileSync(path)), path);
		const before = roots.at(-1)?.root ?? signed.root;
		const isNext = roots.length === 0 || before.version + 1 === version;
		const isSigned =
			(await isSignedFor('root', signed.file, before)) &&
			(await isSignedFor('root', signed.file, signed.root));
		if (!isNext || !isSigned || signed.root.version !== version) {
			throw new Refusal(`${path} does not follow from the root before it: phones would refuse it.`);
		}
		await refuseUnreadableKeys(signed.root, path);
		roots.push(signed);
	}
	return roots;
}

/** A phone leaves such a key out: what it signs would not count, and nobody would know why. */
async function refuseUnreadableKeys(root: Root, path: string): Promise<void> {
	for (const role of ['root', 'head', 'edition', 'approver'] as const) {
		const { keys } = await trustedRole(root, role);
		const left = root.roles[role].keyIds.find((keyId) => !keys.has(keyId));
		if (left === undefined) continue;
		const need = 'Each must be the 91-byte SPKI of an uncompressed P-256 point, under its own id';
		throw new Refusal(`${path}: phones leave out the ${role} key ${left}. ${need}.`);
	}
}

function parseRoot(file: Bytes, path: string): SignedRoot {
	const envelope = parseEnvelope(file);
	if (!envelope.ok) throw new Refusal(`${path} is not a signed root.`);
	try {
		return { root: v.parse(Root, JSON.parse(toText(envelope.value.payload))), file };
	} catch {
		// parsed again only to say which file it is
		throw new Refusal(`${path} is not a root that this app can read.`);
	}
}

/** The newest of a chain that is known not to be empty. */
export function newest(roots: readonly SignedRoot[], folder: string): SignedRoot {
	const root = roots.at(-1);
	if (!root) throw new Refusal(`${folder} holds no root. Make keys with: npm run keys -- create`);
	return root;
}
