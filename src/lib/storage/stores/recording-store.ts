import * as v from 'valibot';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { Recordings, type RecordedGuide } from '#lib/edition/recordings.ts';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { sha256Hex } from '#lib/trust/signed/bytes.ts';
import { isReadOnly, type HandrailDatabase } from '../database/database.ts';
import { write, type TxWith, type WriteTxWith } from '../database/transaction.ts';
import { readBlob } from './blob-store.ts';
import { readEdition } from './edition-store.ts';
import { readListing } from './listing-store.ts';
import { readSetting } from './settings-store.ts';
import { readOnScreen } from './trust-store.ts';

/**
 * Reads what the edition on screen says can be heard in a language. `undefined` if there is nothing, or
 * if it is damaged, which the weekly check finds.
 */
export const readRecordings = (
	db: HandrailDatabase,
	lang: LanguageTag
): Promise<Recordings | undefined> =>
	recordingsIn(db.transaction(['trust', 'listings', 'blobs']), lang);

/** How a guide is heard, where the edition on screen has this text of it. */
export async function readRecordedGuide(
	db: HandrailDatabase,
	lang: LanguageTag,
	id: string,
	blob: string | undefined
): Promise<RecordedGuide | undefined> {
	const tx = db.transaction(['trust', 'listings', 'blobs']);
	const { installed } = await readOnScreen(tx);
	const row = installed && (await readListing(tx, installed.version, lang));
	if (!row?.entries.some((it) => it.id === id && it.sha256 === blob)) return undefined;
	return (await recordingsIn(tx, lang))?.guides.find((it) => it.id === id);
}

async function recordingsIn(
	tx: TxWith<'trust'> & TxWith<'listings'> & TxWith<'blobs'>,
	lang: LanguageTag
): Promise<Recordings | undefined> {
	const { installed } = await readOnScreen(tx);
	const row = installed && (await readListing(tx, installed.version, lang));
	const sha256 = row?.entries.find(({ id }) => id === 'audio')?.sha256;
	const text = sha256 === undefined ? undefined : await readBlob(tx, sha256);
	const parsed = v.safeParse(Recordings, parseJson(text ?? ''));
	return parsed.success && parsed.output.lang === lang ? parsed.output : undefined;
}

/** The hashes of all sound files that are stored. */
export const storedSounds = async (db: HandrailDatabase): Promise<Set<string>> =>
	new Set(await db.getAllKeys('recordings'));

/** Reads a sound file. `undefined` if it is not on the phone. Whoever plays it compares its hash. */
export const readSound = (db: HandrailDatabase, sha256: string): Promise<Uint8Array | undefined> =>
	db.get('recordings', sha256);

/**
 * Stores a recording, where the edition on screen names it for this language still: what was removed, or
 * deleted with everything else, while it was on its way does not come back. `isRenewal`: only where the
 * recordings of the language are kept still, too. Resolves to whether it is stored.
 */
export const keepSound = (
	db: HandrailDatabase,
	lang: LanguageTag,
	{ sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array },
	isRenewal: boolean
): Promise<boolean> =>
	write(db, [...STORES], async (tx) => {
		if (isRenewal && !(await keptIn(tx)).includes(lang)) return false;
		if (!(await soundsIn(tx, lang))?.includes(sha256)) return false;
		await tx.objectStore('recordings').put(bytes, sha256);
		return true;
	});

/**
 * Notes whether the recordings of a language are kept (only where all of them are here), and deletes
 * every sound file that no kept language needs, those of earlier editions included. Resolves to whether it
 * was noted.
 */
export async function chooseRecordings(
	db: HandrailDatabase,
	lang: LanguageTag,
	isKept: boolean
): Promise<boolean> {
	if (isReadOnly(db)) return false;
	return write(db, [...STORES], async (tx) => {
		if (isKept && !(await areAllHere(tx, lang))) return false;
		const before = await keptIn(tx);
		const dropped = isKept ? [] : ((await soundsIn(tx, lang)) ?? []);
		const kept = [...before.filter((it) => it !== lang), ...(isKept ? [lang] : [])];
		if (kept.length > 0) await tx.objectStore('settings').put(kept, 'recordings');
		else await tx.objectStore('settings').delete('recordings');
		await sweep(tx, kept, dropped);
		return true;
	});
}

/**
 * Deletes recordings that the edition on screen names for no language of which they are kept. None, while it
 * cannot be read what it names for one of them.
 */
export async function dropOldSounds(db: HandrailDatabase): Promise<void> {
	if (isReadOnly(db)) return;
	await write(db, [...STORES], async (tx) => sweep(tx, await keptIn(tx)));
}

/** Deletes a recording that storage has damaged, so that it is fetched again. */
export async function dropSound(db: HandrailDatabase, sha256: string): Promise<void> {
	if (!isReadOnly(db)) await db.delete('recordings', sha256);
}

/** Deletes recordings that are not what their name says. */
export async function dropDamagedSounds(db: HandrailDatabase): Promise<void> {
	if (isReadOnly(db)) return;
	for (const sha256 of await db.getAllKeys('recordings')) {
		const sound = await readSound(db, sha256);
		if (sound && (await sha256Hex(new Uint8Array(sound))) !== sha256) await dropSound(db, sha256);
	}
}

const STORES = ['trust', 'editions', 'listings', 'blobs', 'settings', 'recordings'] as const;
type Tx = TxWith<'trust'> &
	TxWith<'editions'> &
	TxWith<'listings'> &
	TxWith<'blobs'> &
	WriteTxWith<'recordings'>;

const keptIn = async (tx: TxWith<'settings'>): Promise<LanguageTag[]> =>
	(await readSetting(tx, 'recordings')) ?? [];

/**
 * Names of all that can be heard of a language. `undefined` while that cannot be read: the language has not
 * come with the edition on screen yet, or storage has lost the text that lists them.
 */
async function soundsIn(tx: Tx, lang: LanguageTag): Promise<string[] | undefined> {
	const { installed } = await readOnScreen(tx);
	const row = installed && (await readListing(tx, installed.version, lang));
	if (!row) {
		const edition = await readEdition(tx, installed?.version);
		return edition && !edition.languages.some((it) => it.lang === lang) ? [] : undefined;
	}
	if (!row.entries.some(({ id }) => id === 'audio')) return [];
	const recordings = await recordingsIn(tx, lang);
	return recordings?.guides.flatMap(({ blocks }) => blocks.map(({ sha256 }) => sha256));
}

async function areAllHere(tx: Tx, lang: LanguageTag): Promise<boolean> {
	const needed = (await soundsIn(tx, lang)) ?? [];
	const here = new Set(await tx.objectStore('recordings').getAllKeys());
	return needed.length > 0 && needed.every((sha256) => here.has(sha256));
}

/** `dropped` goes in any case, unless a kept language is known to need it. */
async function sweep(
	tx: Tx,
	kept: readonly LanguageTag[],
	dropped: readonly string[] = []
): Promise<void> {
	const needed = new Set<string>();
	let isKnown = true;
	for (const lang of kept) {
		const sounds = await soundsIn(tx, lang);
		isKnown &&= sounds !== undefined;
		for (const sha256 of sounds ?? []) needed.add(sha256);
	}
	const sounds = tx.objectStore('recordings');
	const unnamed = isKnown ? await sounds.getAllKeys() : dropped;
	const gone = unnamed.filter((sha256) => !needed.has(sha256));
	await Promise.all(gone.map((sha256) => sounds.delete(sha256)));
}
