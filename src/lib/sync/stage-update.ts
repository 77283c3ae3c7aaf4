import * as v from 'valibot';
import type { LanguageFiles } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { editionPath, listingPath, updatePath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { applyPatch, TextPatch } from '#lib/edition/text/text-patch.ts';
import { acceptEdition } from '#lib/trust/accept-edition.ts';
import { sha256Hex, toBytes, type Bytes } from '#lib/trust/signed/bytes.ts';
import type { Newest } from './accept-newest.ts';
import { Contents, parseListing, toVerifiedText } from './contents.ts';
import { fetchBytes } from './fetch/fetch-bytes.ts';
import { checkNamed, MAX_MEMBER_BYTES } from './fetch/fetch-named.ts';
import type { SyncPorts } from './sync-ports.ts';

const MAX_UPDATE_BYTES = 1024 * 1024;

/** The verified files of an update. */
interface Made {
	readonly proofs: Map<string, Bytes>;
	readonly texts: Map<string, string>;
}

/**
 * Fetches the update from the edition on screen to the newest one in one language: one request
 * instead of one for each file. Everything in it is rebuilt, verified as if each file had been
 * fetched, and stored, so that the rest of the sync finds it on the phone. If anything is missing
 * or wrong, nothing is lost but this request.
 */
export async function stageUpdate<C>(
	ports: SyncPorts<C>,
	{ state, seen }: Newest,
	lang: LanguageTag,
	stored: Set<string>
): Promise<Result<void, 'timeout'>> {
	const from = state.installed?.version;
	const { edition } = seen.head;
	const { updatesFrom = edition.version } = edition;
	if (from === undefined || from < updatesFrom || from >= edition.version) return nothing;
	const url = (ports.hosts[0] ?? '') + updatePath(edition.sha256, from, lang);
	const file = await fetchBytes(ports, url, MAX_UPDATE_BYTES);
	if (!file.ok) return file.code === 'timeout' ? fail(file.code) : nothing;

	const [header = '', ...lines] = toVerifiedText(file.value)?.split('\n') ?? [];
	const made: Made = { proofs: new Map(), texts: new Map() };
	await makeFiles(header, await applyAll(ports, lines), { ...made, ports, state, seen, lang });
	if (made.proofs.size > 0) await ports.store.stage(made);
	for (const sha256 of made.texts.keys()) stored.add(sha256);
	return nothing;
}

const nothing = ok(undefined);

/** Rebuilds the texts that the lines describe, up to the first line that is no use. */
async function applyAll<C>({ store }: SyncPorts<C>, lines: readonly string[]): Promise<string[]> {
	const patches: TextPatch[] = [];
	for (const line of lines) {
		const patch = v.safeParse(TextPatch, parseJson(line));
		if (!patch.success) break;
		patches.push(patch.output);
	}
	const bases = await store.readBases(patches.map(([sha256]) => sha256));
	const texts: string[] = [];
	for (const patch of patches) {
		const base = patch[0] === '' ? '' : bases.get(patch[0]);
		const text = base === undefined ? undefined : applyPatch(patch, base, MAX_MEMBER_BYTES);
		if (text === undefined) break;
		texts.push(text);
	}
	return texts;
}

interface Making<C> extends Made, Newest {
	readonly ports: SyncPorts<C>;
	readonly lang: LanguageTag;
}

/** Verifies each text against the one before it, so that nothing else gets onto the phone. */
async function makeFiles<C>(
	header: string,
	[payload = '', listingText = '', ...members]: readonly string[],
	{ proofs, texts, state, seen, lang }: Making<C>
): Promise<void> {
	const { sha256 } = seen.head.edition;
	const edition = toBytes(`${header}\n${payload}`);
	const accepted = await acceptEdition(state.root, seen.head.edition, edition);
	if (!accepted.ok) return;
	proofs.set(editionPath(sha256), edition);

	const files = accepted.value.edition.languages.find((it) => it.lang === lang);
	const contents = files && (await makeContents(files, listingText));
	if (!contents) return;
	proofs.set(listingPath(files.listing.sha256), toBytes(listingText));
	for (const text of members) {
		const bytes = toBytes(text);
		const hash = await sha256Hex(bytes);
		if (!contents.wants(hash, bytes.length) || !contents.learn(hash, text)) return;
		texts.set(hash, text);
	}
}

async function makeContents(
	{ lang, listing }: LanguageFiles,
	text: string
): Promise<Contents | undefined> {
	if (!(await checkNamed(listing, toBytes(text))).ok) return undefined;
	const parsed = parseListing(text, lang);
	return parsed.ok ? new Contents(parsed.value) : undefined;
}
