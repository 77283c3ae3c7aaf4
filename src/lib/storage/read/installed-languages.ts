import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { KeptLanguage } from '#lib/phone/languages.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { readHashes } from '../stores/blob-store.ts';
import { readLanguages, readListings } from '../stores/listing-store.ts';
import { readSetting } from '../stores/settings-store.ts';
import { readOnScreen } from '../stores/trust-store.ts';

/** The reader's language, then the other languages that the edition on screen has on this phone. */
export async function languagesInUse(db: HandrailDatabase): Promise<LanguageTag[]> {
	const { lang, here } = await readInUse(db);
	return [...new Set(lang === undefined ? here : [lang, ...here])];
}

/**
 * The languages to sync for a page that is opening: that of the page, or the reader's, then the
 * others on the phone. None if the first is not on the phone: then the page itself syncs, and shows
 * the progress.
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

/** The language to show instead of one that is not on the phone: English if possible. */
export async function readStandIn(
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<LanguageTag | undefined> {
	const tx = db.transaction(['trust', 'listings']);
	const here = await readLanguages(tx, (await readOnScreen(tx)).installed?.version);
	if (here.includes(lang)) return undefined;
	return here.includes('en') ? 'en' : here[0];
}

/**
 * The languages of the edition on screen that have all their texts. Only looks whether they are
 * there, and compares no hashes.
 */
export async function wholeLanguages(db: HandrailDatabase): Promise<LanguageTag[]> {
	const tx = db.transaction(['trust', 'listings', 'blobs']);
	const rows = await readListings(tx, (await readOnScreen(tx)).installed?.version);
	const stored = await readHashes(tx);
	const whole = rows.filter(({ entries }) => entries.every(({ sha256 }) => stored.has(sha256)));
	return whole.map(({ lang }) => lang);
}

/** The languages of the edition on screen that are on the phone, with the size of their texts. */
export async function languageSizes(db: HandrailDatabase): Promise<KeptLanguage[]> {
	const tx = db.transaction(['trust', 'listings']);
	const rows = await readListings(tx, (await readOnScreen(tx)).installed?.version);
	return rows.map(({ lang, entries }) => {
		return { lang, bytes: entries.reduce((sum, { length }) => sum + length, 0) };
	});
}
