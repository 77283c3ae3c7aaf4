import type { Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { editionPath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { acceptEdition, type AcceptedEdition } from '#lib/trust/accept-edition.ts';
import { MAX_HEADER_BYTES } from '#lib/trust/signed/envelope.ts';
import { isInRole } from '#lib/trust/signed/root.ts';
import { acceptNewest, type Newest } from './accept-newest.ts';
import { fetchOnce } from './fetch-once.ts';
import { MAX_EDITION_BYTES } from './fetch/fetch-named.ts';
import { stageLanguage, type Shelf } from './stage-language.ts';
import { stageUpdate } from './stage-update.ts';
import { toOutcome, type Failure, type SyncOutcome } from './sync-outcome.ts';
import type { SyncPorts } from './sync-ports.ts';

type Languages = readonly [reader: LanguageTag, ...others: LanguageTag[]];

/**
 * Roots → head → edition → texts → switch: the only way for content to get onto a phone. The first
 * of `languages` must be complete before the switch. Another one that cannot be fetched is reported
 * as not on the phone, and the next sync adds it.
 */
export async function syncEdition<C>(
	ports: SyncPorts<C>,
	languages: Languages
): Promise<SyncOutcome> {
	const newest = await acceptNewest(ports);
	if (!newest.ok) return toOutcome(newest.code);
	const { state, seen } = newest.value;
	const { installed } = state;

	const isHere =
		installed?.sha256 === seen.head.edition.sha256 &&
		// after a key is revoked, the same edition is signed again: then it is fetched and verified
		// again
		isInRole(state.root, 'edition', installed.signers);
	const edition = isHere ? await ports.store.installedEdition() : undefined;
	const result = edition
		? await completeEdition(ports, edition, seen.head.edition.sha256, languages)
		: await installEdition(ports, newest.value, languages);
	return result.ok ? result.value : toOutcome(result.code);
}

/** Adds languages of the edition on screen that are not on the phone, or lack texts. */
async function completeEdition<C>(
	ports: SyncPorts<C>,
	edition: Edition,
	sha256: string,
	languages: Languages
): Promise<Result<SyncOutcome, Failure>> {
	const { version } = edition;
	const whole = await ports.store.wholeLanguages();
	const wanted = languages.filter((lang) => !whole.includes(lang));
	if (wanted.length === 0) return ok({ status: 'already-current' });

	const shelf = await openShelf(ports);
	const add = addTo(ports, { version, sha256 }, edition, shelf);
	const added: LanguageTag[] = [];
	for (const lang of wanted) {
		const result = await add(lang);
		if (result.ok) added.push(lang);
		else if (lang === languages[0]) return result;
	}
	if (added.length === 0) return ok({ status: 'already-current' });
	return ok({ status: 'switched', version, languages: added });
}

async function installEdition<C>(
	ports: SyncPorts<C>,
	newest: Newest,
	[reader, ...others]: Languages
): Promise<Result<SyncOutcome, Failure>> {
	const shelf = await openShelf(ports);
	const updated = await stageUpdate(ports, newest, reader, shelf.stored);
	if (!updated.ok) return updated;
	const fetched = await fetchEdition(ports, newest);
	if (!fetched.ok) return fetched;
	const { edition, sha256 } = fetched.value;
	const { version } = edition;

	const first = await prepareLanguage(ports, edition, shelf, reader);
	if (!first.ok) return first;
	const listings = [first.value];
	const languages = [reader];
	// whoever has an edition keeps all languages that arrive; an empty phone first gets one
	const isFirstVisit = newest.state.installed === undefined;
	for (const lang of isFirstVisit ? [] : others) {
		await stageUpdate(ports, newest, lang, shelf.stored);
		const other = await prepareLanguage(ports, edition, shelf, lang);
		if (other.ok) listings.push(other.value);
		if (other.ok) languages.push(lang);
	}

	const switched = await ports.store.switchTo(fetched.value, listings);
	if (!switched.ok) return switched;
	ports.onSwitched(version);

	const add = addTo(ports, { version, sha256 }, edition, shelf);
	for (const lang of isFirstVisit ? others : []) if ((await add(lang)).ok) languages.push(lang);
	await ports.store.collectGarbage(shelf.named);
	return ok({ status: 'switched', version, languages });
}

async function fetchEdition<C>(
	ports: SyncPorts<C>,
	{ state, seen }: Newest
): Promise<Result<AcceptedEdition, Failure>> {
	const named = seen.head.edition;
	if (named.length > MAX_EDITION_BYTES) return fail('too-large');
	const path = editionPath(named.sha256);
	const maxBytes = MAX_HEADER_BYTES + named.length;
	return fetchOnce(ports, path, maxBytes, (file) => acceptEdition(state.root, named, file));
}

async function openShelf<C>({ store }: SyncPorts<C>): Promise<Shelf> {
	return { stored: await store.storedHashes(), named: new Set() };
}

async function prepareLanguage<C>(
	ports: SyncPorts<C>,
	edition: Edition,
	shelf: Shelf,
	lang: LanguageTag
): Promise<Result<C, Failure>> {
	const files = edition.languages.find((it) => it.lang === lang);
	if (!files) return fail('no-such-language');
	const staged = await stageLanguage(ports, files, shelf);
	return staged.ok ? ports.store.prepare(staged.value) : staged;
}

/** Adds a language to the edition on screen. */
function addTo<C>(
	ports: SyncPorts<C>,
	installed: { version: number; sha256: string },
	edition: Edition,
	shelf: Shelf
) {
	return async (lang: LanguageTag): Promise<Result<unknown, Failure>> => {
		const prepared = await prepareLanguage(ports, edition, shelf, lang);
		if (!prepared.ok) return prepared;
		return ports.store.addLanguage(installed, prepared.value);
	};
}
