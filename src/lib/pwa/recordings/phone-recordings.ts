import type { FileRef } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { soundBytes, type Recordings } from '#lib/edition/recordings.ts';
import type { PhoneRecordings } from '#lib/phone/recordings.ts';
import type { OpenDatabase } from '#lib/storage/database/database-opener.ts';
import { isReadOnly, type HandrailDatabase } from '#lib/storage/database/database.ts';
import {
	chooseRecordings,
	dropDamagedSounds,
	dropOldSounds,
	keepSound,
	readRecordedGuide,
	readRecordings,
	storedSounds
} from '#lib/storage/stores/recording-store.ts';
import { readSettings } from '#lib/storage/stores/settings-store.ts';
import { mostUnasked } from '../sync/is-saving-data.ts';
import { fetchSound } from './fetch-sound.ts';
import { createReadSounds } from './read-sounds.ts';

/** Makes the port by which pages play recordings, and keep or remove those of a language. */
export function createPhoneRecordings(open: OpenDatabase): PhoneRecordings {
	/** `undefined` if storage is denied, blocked or full: then pages show what is there. */
	const tryWith = <T>(work: (db: HandrailDatabase) => Promise<T>): Promise<T | undefined> =>
		open()
			.then(work)
			.catch(() => undefined);
	let renewing: Promise<void> | undefined;
	/** One at a time: two would fetch the same files. */
	const renew = async (): Promise<void> => {
		if (mostUnasked() === 0) return;
		renewing ??= tryWith(renewAll).finally(() => (renewing = undefined));
		await renewing;
	};
	return {
		find: (lang, id, blob) =>
			tryWith(async (db) => {
				const guide = await readRecordedGuide(db, lang, id, blob);
				if (!guide) return undefined;
				const { recordings: kept = [] } = await readSettings(db);
				const here = await storedSounds(db);
				// a newer edition may have others, which are not fetched yet
				const isHere = guide.blocks.every(({ sha256 }) => here.has(sha256));
				return { guide, isKept: kept.includes(lang) && isHere };
			}),
		read: createReadSounds(open, () => void renew()),
		of: (lang) =>
			tryWith(async (db) => {
				const recordings = await readRecordings(db, lang);
				if (!recordings) return undefined;
				const { recordings: kept = [] } = await readSettings(db);
				const missingBytes = lengthOf(await missingOf(db, recordings));
				const bytes = soundBytes(recordings.guides);
				return { bytes, missingBytes, isKept: kept.includes(lang) };
			}),
		keep: async (lang) => (await tryWith((db) => keepOrDrop(db, lang))) ?? false,
		async drop(lang) {
			await tryWith((db) => chooseRecordings(db, lang, false));
		},
		renew
	};
}

async function renewAll(db: HandrailDatabase): Promise<void> {
	// first: what nobody can hear any more leaves its room to what comes
	await dropOldSounds(db);
	await dropDamagedSounds(db);
	const { recordings = [] } = await readSettings(db);
	let left = mostUnasked();
	for (const lang of recordings) {
		const recorded = await readRecordings(db, lang);
		const bytes = recorded ? lengthOf(await missingOf(db, recorded)) : 0;
		// half of a language is no use offline, so what does not fit is left to the reader
		if (bytes > left) continue;
		left -= bytes;
		await fetchAll(db, lang, true);
	}
}

/** The files of a language that are not on this phone. */
async function missingOf(db: HandrailDatabase, { guides }: Recordings): Promise<FileRef[]> {
	const here = await storedSounds(db);
	return guides.flatMap(({ blocks }) => blocks).filter(({ sha256 }) => !here.has(sha256));
}

const lengthOf = (files: readonly FileRef[]): number =>
	files.reduce((sum, { length }) => sum + length, 0);

/** Where the phone has no room for all of them, none may take that of the texts. */
async function keepOrDrop(db: HandrailDatabase, lang: LanguageTag): Promise<boolean> {
	try {
		return (await fetchAll(db, lang, false)) && (await chooseRecordings(db, lang, true));
	} catch {
		await chooseRecordings(db, lang, false);
		return false;
	}
}

/**
 * Fetches all missing files of a language one by one, in the order of their hashes: an order by guides
 * could tell the host what is wanted first. If it is interrupted, what has arrived stays. Resolves to
 * whether all of it is on the phone.
 */
async function fetchAll(
	db: HandrailDatabase,
	lang: LanguageTag,
	isRenewal: boolean
): Promise<boolean> {
	const recordings = await readRecordings(db, lang);
	if (!recordings || isReadOnly(db)) return false;
	const missing = await missingOf(db, recordings);
	for (const file of missing.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))) {
		const bytes = await fetchSound(file);
		if (!bytes || !(await keepSound(db, lang, { ...file, bytes }, isRenewal))) return false;
	}
	return true;
}
