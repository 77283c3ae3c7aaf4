import type { RootRole } from '#lib/trust/signed/root.ts';
import { createKey, writeKey, type SigningKey } from './key-files.ts';
import { makeRoot, publicKey, signRoot, writeRoot, type SignedRoot } from './roots.ts';

/** docs/formats.md: roots are signed by two of three; a critical notice needs two approvers. */
const KEY_SET: Readonly<Record<RootRole, { count: number; threshold: number }>> = {
	root: { count: 3, threshold: 2 },
	head: { count: 1, threshold: 1 },
	edition: { count: 1, threshold: 1 },
	approver: { count: 2, threshold: 2 }
};

/** Makes a whole set of keys and root 1 in a folder. No passphrase: keys that prove nothing. */
export async function makeKeySet(
	folder: string,
	passphrase: string | undefined,
	now: Date
): Promise<SignedRoot> {
	const make = async (role: RootRole): Promise<SigningKey[]> => {
		const { count } = KEY_SET[role];
		const keys = await Promise.all(Array.from({ length: count }, createKey));
		for (const key of keys) writeKey(folder, role, key, passphrase);
		return keys;
	};
	const root = await make('root');
	const holders = {
		root: { keys: root.map(publicKey), threshold: KEY_SET.root.threshold },
		head: { keys: (await make('head')).map(publicKey), threshold: KEY_SET.head.threshold },
		edition: { keys: (await make('edition')).map(publicKey), threshold: KEY_SET.edition.threshold },
		approver: {
			keys: (await make('approver')).map(publicKey),
			threshold: KEY_SET.approver.threshold
		}
	};
	const signed = signRoot(makeRoot(1, holders, now), root);
	writeRoot(folder, signed);
	return signed;
}
