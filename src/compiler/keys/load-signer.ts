import { noticePayload, type Notice } from '#lib/push/notice.ts';
import { toBase64Url, type Bytes } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope, type Role } from '#lib/trust/signed/envelope.ts';
import type { Root, RootRole } from '#lib/trust/signed/root.ts';
import { demoKeysFolder } from '../../build/site/site-folder.ts';
import { Refusal } from '../base/refusal.ts';
import { signFile } from './sign-file.ts';
import { anchorOf, COMMITTED, isInChain, readCommittedAnchor, type Anchor } from './anchor-file.ts';
import { ensureDemoKeys, isDemoFolder } from './demo-keys.ts';
import { hasKey, readKey, type KeyFolder } from './key-files.ts';
import { newest, readRoots, type SignedRoot } from './roots.ts';

/**
 * What a publisher's machine signs by itself, and the role whose keys do it. A root needs a ceremony,
 * an approval another person.
 */
const KEYS_FOR = {
	head: 'head',
	edition: 'edition',
	announcement: 'edition',
	cancellation: 'edition',
	notice: 'edition'
} as const satisfies Partial<Record<Role, RootRole>>;
type SignedHere = keyof typeof KEYS_FOR;

/** What a publisher signs with: a key folder, its roots, and the anchor of the app. */
export interface Signer {
	readonly isDemo: boolean;
	/** Oldest first: published beside the edition, for phones to walk. */
	readonly roots: readonly SignedRoot[];
	readonly root: Root;
	readonly anchor: Anchor;
	readonly keys: KeyFolder;
	readonly sign: (role: SignedHere, payload: string) => Promise<Bytes>;
	/** What phones check before they believe the severity of a push. */
	readonly prove: (notice: Pick<Notice, 'edition' | 'severity'>) => Promise<Notice['proof']>;
}

export interface SignerPlaces {
	readonly content: string;
	/** Absent: the demo keys of this site, which are made if need be. */
	readonly keys?: string | undefined;
	readonly passphrase: () => Promise<string>;
	readonly now: Date;
	/**
	 * The app trusts a publisher whose keys are not here: its edition, signed with demo keys, is for a build
	 * that is compared with that publisher's, and no phone takes it.
	 */
	readonly isCompared?: boolean | undefined;
	/**
	 * A published folder whose roots count, too: a machine that has only the head key need not be given
	 * each new root by hand.
	 */
	readonly published?: string | undefined;
}

/** Loads a key folder. Refuses one whose editions the app of this clone would not accept. */
export async function loadSigner({
	content,
	keys,
	passphrase,
	now,
	isCompared = false,
	published
}: SignerPlaces): Promise<Signer> {
	const folder = keys ?? demoKeysFolder();
	if (keys === undefined || isDemoFolder(folder)) await ensureDemoKeys(folder, now);
	const own = await readRoots(folder);
	const roots = published === undefined ? own : longest(own, await readRoots(published));
	const { root } = newest(roots, folder);
	const isDemo = isDemoFolder(folder);

	const [first] = roots;
	const anchor = readCommittedAnchor(content) ?? (first && anchorOf(first, isDemo));
	if (isCompared && !isDemo) throw new Refusal('--demo signs with demo keys: leave --keys out.');
	if (!anchor || !(isCompared || isInChain(anchor, roots))) {
		const remedy =
			"Name the publisher's key folder with --keys. (--demo builds what is only to be compared with a site, never to be served.)";
		throw new Refusal(
			`${content}/${COMMITTED} trusts other keys than those in ${folder}. ${remedy}`
		);
	}
	const opened = { folder, isDemo, passphrase };
	const sign: Signer['sign'] = (role, payload) => signAs(opened, root, role, payload);
	return {
		...{ isDemo, roots, root, anchor, keys: opened, sign },
		prove: async (notice) => firstSignature(await sign('notice', noticePayload(notice)))
	};
}

/** The longer of two chains of roots; the own one where they differ. */
function longest(own: readonly SignedRoot[], other: readonly SignedRoot[]): readonly SignedRoot[] {
	const last = own.at(-1)?.root.version ?? 0;
	const after = other.filter(({ root }) => root.version > last);
	const isSame = own.every(({ root, file }) => {
		const same = other.find((it) => it.root.version === root.version);
		return same === undefined || Buffer.compare(same.file, file) === 0;
	});
	return isSame && after[0]?.root.version === last + 1 ? [...own, ...after] : own;
}

function firstSignature(file: Bytes): string {
	const envelope = parseEnvelope(file);
	const first = envelope.ok ? envelope.value.signatures[0] : undefined;
	if (!first) throw new Error('A file that was just signed has no signature');
	return toBase64Url(first.signature);
}

/** As many signatures as the role's threshold asks for, by the keys whose files are here. */
async function signAs(
	keys: KeyFolder,
	{ version, roles }: Root,
	role: SignedHere,
	payload: string
): Promise<Bytes> {
	const holder = KEYS_FOR[role];
	const { keyIds, threshold } = roles[holder];
	const here = keyIds.filter((keyId) => hasKey(keys.folder, holder, keyId)).slice(0, threshold);
	if (here.length < threshold) {
		const which = `a key that may sign as "${holder}" under root ${String(version)}`;
		throw new Refusal(`${keys.folder} lacks ${which}. Bring its file there.`);
	}
	const opened = [];
	for (const keyId of here) opened.push(await readKey(keys, holder, keyId));
	return signFile(role, payload, opened);
}
