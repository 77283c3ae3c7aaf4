import { hasExpired } from '#lib/edition/dates.ts';
import { HEAD_PATH, rootPath } from '#lib/edition/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { acceptHead, type HeadRejection } from '#lib/trust/accept-head.ts';
import type { Bytes } from '#lib/trust/bytes.ts';
import { isWalkDue } from '#lib/trust/is-walk-due.ts';
import type { Root } from '#lib/trust/root.ts';
import {
	startTrust,
	withRoot,
	withSeen,
	withWalk,
	type Seen,
	type TrustState
} from '#lib/trust/trust-state.ts';
import { walkRoots } from '#lib/trust/walk-roots.ts';
import { fetchBytes, type FetchFailure, type FetchPorts } from './fetch-bytes.ts';
import { MAX_SMALL_BYTES, toFileFailure, type FileFailure } from './fetch-named.ts';
import { isSilence, type Failure } from './sync-outcome.ts';
import type { SyncPorts } from './sync-ports.ts';

/** Whom the phone believes, and what the newest head says. Both are stored already. */
export interface Newest {
	readonly state: TrustState;
	readonly seen: Seen;
}

/** Some hundred bytes: whoever takes longer is slow on purpose, and all mirrors are waited for. */
const small = <Ports extends FetchPorts>(ports: Ports): Ports => {
	return { ...ports, wholeMs: ports.idleMs ?? 20_000 };
};

/**
 * Roots, then the head: what each proves is kept at once, whatever fails after it. So is that they
 * were refused: offline, too, the phone must not call current what nobody confirms any more.
 */
export async function acceptNewest<C>(ports: SyncPorts<C>): Promise<Result<Newest, Failure>> {
	const newest = await acceptHeadUnderRoots(ports);
	if (newest.ok || !ports.isComplete || !isRefusal(newest.code)) return newest;
	const refused = { code: newest.code, at: ports.now().toISOString() };
	await ports.store.updateTrust((it) => ({ ...(it ?? startTrust(ports.anchor)), refused }));
	return newest;
}

/** Not so the expiry of a root: nothing was altered, and its date says the rest. */
const isRefusal = (code: Failure): boolean =>
	!isSilence(code) && code !== 'needs-app-update' && code !== 'root-expired';

/** Roots are asked for once a day, and whenever our host's head is not good under those known. */
async function acceptHeadUnderRoots<C>(ports: SyncPorts<C>): Promise<Result<Newest, Failure>> {
	// on its way while the roots are walked: only to verify it are they needed
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
 * Trust whose roots were asked for within a day: what is stored, if it is of this app's publisher. On
 * an empty phone the anchor, which has just come with the code.
 */
async function knownRoots<C>(ports: SyncPorts<C>): Promise<TrustState | undefined> {
	const { anchor, isComplete, now, store } = ports;
	const fresh = withWalk(startTrust(anchor), anchor.root, now().toISOString());
	const state = (await store.readTrust()) ?? (isComplete ? fresh : undefined);
	if (!state?.chain.includes(anchor.sha256)) return undefined;
	return isWalkDue(state, now()) ? undefined : state;
}

/** Where not even the head could be asked for, no root can. */
const isNoAnswer = (file: Result<Bytes, FetchFailure>): boolean =>
	!file.ok && (file.code === 'network' || file.code === 'timeout');

/**
 * Before its edition is fetched: who knows of a newer one never calls the older one current. The file is
 * kept by the edition that it names: the head of the edition on screen is what proves it.
 */
async function keepSeen<C>(
	{ isComplete, store }: SyncPorts<C>,
	state: TrustState,
	{ seen, file }: GoodHead
): Promise<Result<Newest, never>> {
	const path = `head/${seen.head.edition.sha256}.json`;
	const next = await store.updateTrust(
		(it = state) =>
			// a file can bring back what was accepted before: that confirms nothing
			!isComplete && it.seen?.sha256 === seen.sha256 ? it : withSeen(it, seen),
		{ path, file }
	);
	return ok({ state: next, seen });
}

async function newestRoot<C>(ports: SyncPorts<C>): Promise<Result<Root, Failure>> {
	const { anchor, store } = ports;
	const isOurs = ({ chain }: TrustState): boolean => chain.includes(anchor.sha256);
	const stored = await store.readTrust();
	// an anchor that is newer than what is stored may yet turn out to follow from it
	if (stored && (isOurs(stored) || anchor.root.version > stored.root.version)) {
		const walked = await walk(ports, stored.root);
		const after = await store.readTrust();
		if (after && isOurs(after)) return walked;
		if (!walked.ok && isSilence(walked.code)) return walked;
	}
	// an empty phone, or another publisher at this address: as the code says, from the anchor on
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

/** That a host has no such root is an answer: the mirrors are not asked for another. */
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

/** Ours, if it is good; else of all mirrors' heads the highest that is, not the first to answer. */
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

/** A head with the file that proves it. */
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
