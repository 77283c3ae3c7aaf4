import type { RootRole } from '#lib/trust/signed/root.ts';
import { Refusal } from '../base/refusal.ts';
import { hasKey, readKey, writeKey, type KeyFolder } from './key-files.ts';
import { newest, readRoots, writeRoot } from './roots.ts';

/**
 * Writes the keys of one role, and the roots, into a folder of its own: what a machine needs that
 * signs as that role and as nothing else. Under a passphrase of its own, because that machine has to
 * know it, and it must open no other key. Gives the ids of the keys.
 */
export async function copyRole(
	from: KeyFolder,
	role: RootRole,
	to: string,
	newPassphrase: () => Promise<string>
): Promise<readonly string[]> {
	const roots = await readRoots(from.folder);
	const { keyIds } = newest(roots, from.folder).root.roles[role];
	const here = keyIds.filter((keyId) => hasKey(from.folder, role, keyId));
	if (here.length === 0) {
		throw new Refusal(`${from.folder} holds no key of the role ${role}. Bring its file there.`);
	}
	// opened first: a wrong passphrase must leave nothing behind
	const keys = [];
	for (const keyId of here) keys.push(await readKey(from, role, keyId));
	const passphrase = await newPassphrase();
	if (passphrase === (await from.passphrase())) {
		throw new Refusal(
			'The copy needs a passphrase of its own. Type another, or set HANDRAIL_NEW_PASSPHRASE.'
		);
	}
	for (const key of keys) writeKey(to, role, key, passphrase);
	// roots are public: the newest is proved by those before it
	for (const root of roots) writeRoot(to, root);
	return here;
}
