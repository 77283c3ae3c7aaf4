import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { KeptLanguage } from '#lib/phone/languages.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readHashes } from '../stores/blob-store.ts';
import { readLanguages, readListings } from '../stores/listing-store.ts';
import { readSetting } from '../stores/settings-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';

/** The reader's language first, then the others that the edition on screen has here. */
export async function languagesInUse(db: HandrailDatabase): Promise<LanguageTag[]> {
	const { lang, here } = await readInUse(db);
	return [...new Set(lang === undefined ? here : [lang, ...here])];
}

/**
 * The same for the opening of a page in `shown`, or in the reader's language. None where that is not
 * here: then the page has something to tell while it comes.
 */
export async function languagesForPage(
	db: HandrailDatabase,
	shown: LanguageTag | undefined
): Promise<LanguageTag[]> {
	const { lang, here } = await readInUse(db);
	const first = shown ?? lang;
	if (first === undefined || !here.includes(first)) return [];
	return [...new Set([first, ...here])];
}

async function readInUse(db: HandrailDatabase) {
	const tx = db.transaction(['trust', 'listings', 'settings']);
	const lang = await readSetting(tx, 'lang');
	const here = await readLanguages(tx, (await readOnScreen(tx)).installed?.version);
	return { lang, here };
}

/** What can be read in the place of a language that is not here: English before others. */
export async function readStandIn(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<LanguageTag | undefined> {
	const tx = db.transaction(['trust', 'listings']);
	const here = await readLanguages(tx, (await readOnScreen(tx)).installed?.version);
	if (here.includes(lang)) return undefined;
	return here.includes('en') ? 'en' : here[0];
}

/** Languages of the edition on screen that are all here: a count, not a comparison. */
export async function wholeLanguages(db: HandrailDatabase): Promise<LanguageTag[]> {
	const tx = db.transaction(['trust', 'listings', 'blobs']);
	const rows = await readListings(tx, (await readOnScreen(tx)).installed?.version);
	const stored = await readHashes(tx);
	const whole = rows.filter(({ entries }) => entries.every(({ sha256 }) => stored.has(sha256)));
	return whole.map(({ lang }) => lang);
}

/** The languages of the edition on screen that are here. */
export async function languageSizes(db: HandrailDatabase): Promise<KeptLanguage[]> {
	const tx = db.transaction(['trust', 'listings']);
	const rows = await readListings(tx, (await readOnScreen(tx)).installed?.version);
	return rows.map(({ lang, entries }) => {
		return { lang, bytes: entries.reduce((sum, { length }) => sum + length, 0) };
	});
}
