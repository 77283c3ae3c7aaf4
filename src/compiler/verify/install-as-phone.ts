import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { syncEdition } from '#lib/sync/sync-edition.ts';
import type { Failure } from '#lib/sync/sync-outcome.ts';
import type { SyncPorts, SyncStore } from '#lib/sync/sync-ports.ts';
import type { AcceptedEdition } from '#lib/trust/accept-edition.ts';
import { readAnchor, type Anchor } from '#lib/trust/anchor.ts';
import type { TrustState } from '#lib/trust/trust-state.ts';
import type { PublishedFiles } from './folder-files.ts';

/** A phone that has just been given an app with this anchor, and is asked for one language. */
export interface EmptyPhone {
	readonly anchor: Anchor;
	readonly lang: LanguageTag;
	readonly now: Date;
}

/**
 * Runs the phone's own sync over a folder: roots, head, edition, listing, shards, every text. What it
 * refuses here no phone takes, because it is the same code.
 */
export async function installAsPhone(
	files: PublishedFiles,
	{ anchor, lang, now }: EmptyPhone
): Promise<Result<AcceptedEdition, Failure>> {
	let installed: AcceptedEdition | undefined;
	const ports: SyncPorts<LanguageTag> = {
		hosts: ['/'],
		// so that every root in the folder is walked, as a phone does whose last walk is a day old
		isComplete: false,
		fetch: (input) => Promise.resolve(serve(files, String(input as string).slice(1))),
		signal: new AbortController().signal,
		anchor: await readAnchor(anchor),
		floor: anchor.floor,
		store: emptyStore((accepted) => {
			installed = accepted;
		}),
		now: () => now,
		onProgress: ignore,
		onSwitched: ignore,
		onClockSkew: ignore
	};
	const outcome = await syncEdition(ports, [lang]);
	if (outcome.status === 'switched' && installed) return ok(installed);
	if (outcome.status === 'rejected') return fail(outcome.code);
	if (outcome.status === 'offline') return fail(outcome.code ?? 'network');
	if (outcome.status === 'needs-app-update') return fail(outcome.status);
	throw new Error(`A phone without a disk ended with "${outcome.status}"`);
}

function serve(files: PublishedFiles, path: string): Response {
	const file = files.read(path);
	return file ? new Response(file) : new Response(null, { status: 404 });
}

/**
 * The storage of a new phone, which keeps its trust state and forgets everything else. Cards and search
 * are not made from the texts: `checkBlobs` reads each text whole.
 */
function emptyStore(onSwitch: (accepted: AcceptedEdition) => void): SyncStore<LanguageTag> {
	let state: TrustState | undefined;
	return {
		readTrust: () => Promise.resolve(state),
		updateTrust: (change) => Promise.resolve((state = change(state))),
		storedHashes: () => Promise.resolve(new Set()),
		readBlobs: (hashes) => Promise.resolve(hashes.map(() => undefined)),
		readBases: () => Promise.resolve(new Map()),
		readProof: () => Promise.resolve(undefined),
		stage: () => Promise.resolve(),
		installedEdition: () => Promise.resolve(undefined),
		wholeLanguages: () => Promise.resolve([]),
		prepare: ({ lang }) => Promise.resolve(ok(lang)),
		switchTo(accepted) {
			onSwitch(accepted);
			return Promise.resolve(ok({ version: accepted.edition.version }));
		},
		addLanguage: ({ version }) => Promise.resolve(ok({ version })),
		collectGarbage: () => Promise.resolve()
	};
}

function ignore(): void {
	// nobody watches this phone
}
