import type { Role } from '#lib/trust/envelope.ts';
import type { Root } from '#lib/trust/root.ts';
import type { Bytes } from '#lib/trust/bytes.ts';
import { Refusal } from '../refusal.ts';
import { signFile } from '../sign-edition.ts';
import { anchorOf, COMMITTED, isInChain, readCommittedAnchor, type Anchor } from './anchor-file.ts';
import { ensureDemoKeys, isDemoFolder } from './demo-keys.ts';
import { hasKey, readKey, type KeyFolder } from './key-files.ts';
import { newest, readRoots, type SignedRoot } from './roots.ts';

/** Where demo keys lie, unless another folder is named. */
export const DEMO_FOLDER = '.keys';

/** What a publisher's machine signs by itself; the rest needs a ceremony or an announcement. */
type SignedHere = Extract<Role, 'head' | 'edition'>;

/** A key folder that was opened for signing. */
export interface Signer {
	readonly isDemo: boolean;
	/** Oldest first: published beside the edition, for phones to walk. */
	readonly roots: readonly SignedRoot[];
	readonly root: Root;
	readonly anchor: Anchor;
	readonly sign: (role: SignedHere, payload: string) => Promise<Bytes>;
}

export interface SignerPlaces {
	readonly content: string;
	/** Absent: the demo keys of this clone, which are made if need be. */
	readonly keys?: string | undefined;
	readonly passphrase: () => Promise<string>;
	readonly now: Date;
}

/** Opens a key folder, and refuses one whose editions this build of the app would not accept. */
export async function openSigner({
	content,
	keys,
	passphrase,
	now
}: SignerPlaces): Promise<Signer> {
	const folder = keys ?? DEMO_FOLDER;
	if (keys === undefined || isDemoFolder(folder)) await ensureDemoKeys(folder, now);
	const roots = await readRoots(folder);
	const { root } = newest(roots, folder);
	const isDemo = isDemoFolder(folder);

	const [first] = roots;
	const anchor = readCommittedAnchor(content) ?? (first && anchorOf(first, isDemo));
	if (!anchor || !isInChain(anchor, roots)) {
		const remedy = "Name the publisher's key folder with --keys.";
		throw new Refusal(
			`${content}/${COMMITTED} trusts other keys than those in ${folder}. ${remedy}`
		);
	}
	const opened = { folder, isDemo, passphrase };
	return {
		isDemo,
		roots,
		root,
		anchor,
		sign: (role, payload) => signAs(opened, root, role, payload)
	};
}

/** As many signatures as the role's threshold asks for, by the keys whose files are here. */
async function signAs(
	keys: KeyFolder,
	{ version, roles }: Root,
	role: SignedHere,
	payload: string
): Promise<Bytes> {
	const { keyIds, threshold } = roles[role];
	const here = keyIds.filter((keyId) => hasKey(keys.folder, role, keyId)).slice(0, threshold);
	if (here.length < threshold) {
		const which = `a key that may sign as "${role}" under root ${String(version)}`;
		throw new Refusal(`${keys.folder} lacks ${which}. Bring its file there.`);
	}
	const opened = [];
	for (const keyId of here) opened.push(await readKey(keys, role, keyId));
	return signFile(role, payload, opened);
}
