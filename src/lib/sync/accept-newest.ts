import { hasExpired } from '#lib/edition/dates.ts';
import { HEAD_PATH, rootPath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { acceptHead, type HeadRejection } from '#lib/trust/accept-head.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { isWalkDue } from '#lib/trust/is-walk-due.ts';
import type { Root } from '#lib/trust/signed/root.ts';
import {
	startTrust,
	withRoot,
	withSeen,
	withWalk,
	type Seen,
	type TrustState
} from '#lib/trust/trust-state.ts';
import { walkRoots } from '#lib/trust/walk-roots.ts';
import { fetchBytes, type FetchFailure, type FetchPorts } from './fetch/fetch-bytes.ts';
import { MAX_SMALL_BYTES, toFileFailure, type FileFailure } from './fetch/fetch-named.ts';
import { isSilence, type Failure } from './sync-outcome.ts';
import type { SyncPorts } from './sync-ports.ts';

/** The state of trust, and the newest head that was accepted under it. Both are stored already. */
export interface Newest {
	readonly state: TrustState;
	readonly seen: Seen;
}

/**
 * Limits the time for a file of a few hundred bytes. A host that needs longer is slow on purpose,
 * and would hold up the mirrors.
 */
const small = <Ports extends FetchPorts>(ports: Ports): Ports => {
	return { ...ports, wholeMs: ports.idleMs ?? 20_000 };
};

/**
 * Accepts the newest roots, then the head. Each is stored as soon as it is verified, even if a
 * later step fails. A refusal is stored as well: the phone must not call an edition current, not
 * even offline, once nobody confirms it.
 */
export async function acceptNewest<C>(ports: SyncPorts<C>): Promise<Result<Newest, Failure>> {
	const newest = await acceptHeadUnderRoots(ports);
	if (newest.ok || !ports.isComplete || !isRefusal(newest.code)) return newest;
	const refused = { code: newest.code, at: ports.now().toISOString() };
	await ports.store.updateTrust((it) => ({ ...(it ?? startTrust(ports.anchor)), refused }));
	return newest;
}

/**
 * Whether something was refused. An expired root is not: nothing was altered, and its date is shown
 * in any case.
 */
const isRefusal = (code: Failure): boolean =>
	!isSilence(code) && code !== 'needs-app-update' && code !== 'root-expired';

/** Fetches roots once a day, and whenever our host's head is not valid under the known roots. */
async function acceptHeadUnderRoots<C>(ports: SyncPorts<C>): Promise<Result<Newest, Failure>> {
	// fetched at the same time as the roots, which are only needed to verify it
	const ours = fetchHead(ports, ports.hosts[0] ?? '');
	const known = await knownRoots(ports);
	if (known) {
		const file = await ours;
		const seen = await acceptFile(ports, known, file);
		if (seen.ok) return keepSeen(ports, known, seen.value);
		if (ports.hosts.length === 1 && isNoAnswer(file)) return seen;
	}

	const root = await newestRoot(ports);
	if (!root.ok) return root;
	if (hasExpired(root.value.expires, ports.now())) return fail('root-expired');
	const state = await ports.store.updateTrust((it) => {
		const before = it ?? startTrust(ports.anchor);
		return ports.isComplete ? withWalk(before, root.value, ports.now().toISOString()) : before;
	});
	const seen = await newestHead(ports, state, await ours);
	return seen.ok ? keepSeen(ports, state, seen.value) : seen;
}

/**
 * The stored state of trust, if its roots were fetched within a day and belong to this app's
 * publisher. An empty phone uses the anchor, which has just arrived with the code.
 */
async function knownRoots<C>(ports: SyncPorts<C>): Promise<TrustState | undefined> {
	const { anchor, isComplete, now, store } = ports;
	const fresh = withWalk(startTrust(anchor), anchor.root, now().toISOString());
	const state = (await store.readTrust()) ?? (isComplete ? fresh : undefined);
	if (!state?.chain.includes(anchor.sha256)) return undefined;
	return isWalkDue(state, now()) ? undefined : state;
}

/** Whether the host did not answer at all: then asking it for roots is pointless. */
const isNoAnswer = (file: Result<Bytes, FetchFailure>): boolean =>
	!file.ok && (file.code === 'network' || file.code === 'timeout');

/**
 * Stores the head before its edition is fetched, so that a phone that knows of a newer edition
 * never calls an older one current. The file is stored by the hash of the edition, because the
 * edition on screen is proved by the head that names it.
 */
async function keepSeen<C>(
	{ isComplete, store }: SyncPorts<C>,
	state: TrustState,
	{ seen, file }: GoodHead
): Promise<Result<Newest, never>> {
	const path = `head/${seen.head.edition.sha256}.json`;
	const next = await store.updateTrust(
		(it = state) =>
			// a shared file may bring back a head that was accepted before, which confirms nothing
			!isComplete && it.seen?.sha256 === seen.sha256 ? it : withSeen(it, seen),
		{ path, file }
	);
	return ok({ state: next, seen });
}

async function newestRoot<C>(ports: SyncPorts<C>): Promise<Result<Root, Failure>> {
	const { anchor, store } = ports;
	const isOurs = ({ chain }: TrustState): boolean => chain.includes(anchor.sha256);
	const stored = await store.readTrust();
	// a newer anchor may still turn out to follow from the stored root
	if (stored && (isOurs(stored) || anchor.root.version > stored.root.version)) {
		const walked = await walk(ports, stored.root);
		const after = await store.readTrust();
		if (after && isOurs(after)) return walked;
		if (!walked.ok && isSilence(walked.code)) return walked;
	}
	// an empty phone, or another publisher at this address: start from the anchor in the code
	const { root } = await store.updateTrust((it) =>
		it && isOurs(it) ? it : startTrust(anchor, it)
	);
	return walk(ports, root);
}

function walk<C>(ports: SyncPorts<C>, from: Root): Promise<Result<Root, Failure>> {
	let file: Bytes | undefined;
	return walkRoots(from, {
		async fetchRoot(version) {
			const fetched = await fetchRoot(ports, version);
			file = fetched.ok ? fetched.value : undefined;
			return fetched;
		},
		async keepRoot(root) {
			const proof = file && { path: rootPath(root.root.version), file };
			await ports.store.updateTrust((it) => withRoot(it ?? startTrust(ports.anchor), root), proof);
		}
	});
}

/**
 * Fetches one root. A host that answers that it has none ends the search: mirrors are not asked.
 */
async function fetchRoot<C>(
	ports: SyncPorts<C>,
	version: number
): Promise<Result<Bytes | undefined, FileFailure>> {
	let first: FileFailure | undefined;
	for (const host of ports.hosts) {
		const url = host + rootPath(version);
		const file = await fetchBytes(small(ports), url, MAX_SMALL_BYTES);
		if (file.ok) return file;
		if (file.code === 'gone') return ok(undefined);
		first ??= file.code;
	}
	return fail(first ?? 'network');
}

function fetchHead<C>(ports: SyncPorts<C>, host: string): Promise<Result<Bytes, FetchFailure>> {
	const onResponse = ({ headers }: Response): void => {
		const date = Date.parse(headers.get('date') ?? '');
		if (date) ports.onClockSkew(date - ports.now().getTime());
	};
	return fetchBytes({ ...small(ports), onResponse }, host + HEAD_PATH, MAX_SMALL_BYTES);
}

/**
 * Our own host's head if it is valid. Otherwise the highest valid head of all mirrors, not the
 * first one to arrive.
 */
async function newestHead<C>(
	ports: SyncPorts<C>,
	state: TrustState,
	ours: Result<Bytes, FetchFailure>
): Promise<Result<GoodHead, HeadRejection | FileFailure>> {
	const own = await acceptFile(ports, state, ours);
	if (own.ok) return own;
	const mirrors = ports.hosts.slice(1);
	const others = await Promise.all(
		mirrors.map(async (host) => acceptFile(ports, state, await fetchHead(ports, host)))
	);
	const good = others.flatMap((it) => (it.ok ? [it.value] : []));
	const [highest] = good.sort((a, b) => b.seen.head.version - a.seen.head.version);
	return highest ? ok(highest) : own;
}

/** A verified head, and the file that it was read from. */
interface GoodHead {
	readonly seen: Seen;
	readonly file: Bytes;
}

async function acceptFile<C>(
	{ floor }: SyncPorts<C>,
	state: TrustState,
	file: Result<Bytes, FetchFailure>
): Promise<Result<GoodHead, HeadRejection | FileFailure>> {
	if (!file.ok) return fail(toFileFailure(file.code));
	const seen = await acceptHead(state, file.value, floor);
	return seen.ok ? ok({ seen: seen.value, file: file.value }) : seen;
}
