import type { Root, RootRole } from '#lib/trust/signed/root.ts';
import { Refusal } from '../base/refusal.ts';
import {
	createKey,
	hasKey,
	readKey,
	writeKey,
	type KeyFolder,
	type SigningKey
} from './key-files.ts';
import {
	makeRoot,
	newest,
	publicKey,
	readRoots,
	signRoot,
	writeRoot,
	type Holders,
	type SignedRoot
} from './roots.ts';

/** Writes the next root with the same keys, for another year. */
export const renewRoot = (keys: KeyFolder, now: Date): Promise<SignedRoot> =>
	writeNextRoot(keys, now, (holders) => Promise.resolve({ holders, added: [] }));

/** What changes from one root to the next: the new holders, and the private keys that came in. */
interface Change {
	readonly holders: Holders;
	readonly added: readonly SigningKey[];
}

/**
 * Puts a new key in the place of `replaced` (absent: one whose file is not here, else the first) and
 * writes the next root. The old private key stays where it is: its keeper decides when to destroy it.
 */
export const rotateKey = (
	keys: KeyFolder,
	role: RootRole,
	replaced: string | undefined,
	now: Date
): Promise<SignedRoot> =>
	writeNextRoot(keys, now, async (holders) => {
		const present = holders[role].keys;
		const lost = present.find(({ keyId }) => !hasKey(keys.folder, role, keyId));
		const out = replaced ?? (lost ?? present[0])?.keyId;
		const index = present.findIndex(({ keyId }) => keyId === out);
		if (index < 0) throw new Refusal(`No key ${String(out)} holds the role ${role}.`);

		const key = await createKey();
		writeKey(keys.folder, role, key, keys.isDemo ? undefined : await keys.passphrase());
		const next = present.with(index, publicKey(key));
		const added = role === 'root' ? [key] : [];
		return { holders: { ...holders, [role]: { ...holders[role], keys: next } }, added };
	});

/** TUF 5.3: a root counts when enough keys of the root before **and** of its own have signed it. */
async function writeNextRoot(
	keys: KeyFolder,
	now: Date,
	change: (holders: Holders) => Promise<Change>
): Promise<SignedRoot> {
	const { root: old } = newest(await readRoots(keys.folder), keys.folder);
	const signers = await rootKeys(keys, old);
	const { threshold } = old.roles.root;
	if (signers.length < threshold) {
		const need = `${String(threshold)} root keys must sign, ${String(signers.length)} are here`;
		throw new Refusal(`${need}. Bring another root key file to ${keys.folder}.`);
	}
	// one new key of its own and all but one old: the new root has its signatures too
	const { holders, added } = await change(holdersOf(old));
	const root = makeRoot(old.version + 1, holders, now);
	const signed = signRoot(root, [...signers, ...added]);
	writeRoot(keys.folder, signed);
	return signed;
}

/** Those root keys whose files are here: the others may lie in a safe. */
async function rootKeys(keys: KeyFolder, { roles }: Root): Promise<SigningKey[]> {
	const here = roles.root.keyIds.filter((keyId) => hasKey(keys.folder, 'root', keyId));
	const opened: SigningKey[] = [];
	for (const keyId of here) opened.push(await readKey(keys, 'root', keyId));
	return opened;
}

function holdersOf({ keys, roles }: Root): Holders {
	const holders = (role: RootRole) => {
		const { keyIds, threshold } = roles[role];
		return { keys: keyIds.map((keyId) => ({ keyId, spki: keys[keyId] ?? '' })), threshold };
	};
	return {
		root: holders('root'),
		head: holders('head'),
		edition: holders('edition'),
		approver: holders('approver')
	};
}
