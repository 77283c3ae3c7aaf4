import { expect, test } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import { removeLanguage } from '../write/change-languages.ts';
import { deleteEverything } from '../write/delete-everything.ts';
import type { HandrailDatabase } from '../database/database.ts';
import {
	chooseRecordings,
	dropOldSounds,
	keepSound,
	readRecordings,
	readSound,
	storedSounds
} from './recording-store.ts';
import { readSettings } from './settings-store.ts';

const BYTES = new Uint8Array([1, 2, 3]);
const named = (digit: string) => ({ sha256: digit.repeat(64), length: 3, starts: [0] });
const recordings = (lang: 'en' | 'es', ...digits: string[]) => ({
	lang,
	guides: digits.map((digit) => ({
		...({ id: 'guide/school-bus', voice: 'person', by: 'Ana López', on: '2026-11-24' } as const),
		blocks: [{ block: 'do', ...named(digit) } as const]
	}))
});

/** A phone with sounds of both languages, and one that no edition names any more. */
async function aFullPhone() {
	const publisher = await aPublisher();
	const articles = [aGuide()];
	const languages = {
		en: { articles, recordings: recordings('en', 'a', 'b') },
		es: { articles, recordings: recordings('es', 'b', 'c') },
		// another language's, by mistake
		fr: { articles, recordings: recordings('en', 'a') },
		ko: { articles }
	};
	const db = await aPhone();
	await installed(db, publisher, await publisher.publish({ languages }), ['en', 'es', 'fr', 'ko']);
	await keepSounds(db, 'abd');
	return db;
}
const keepSounds = async (db: HandrailDatabase, digits: string): Promise<void> => {
	for (const digit of digits) await db.put('recordings', BYTES, digit.repeat(64));
};
const here = async (db: HandrailDatabase): Promise<string> =>
	[...(await storedSounds(db))].map(([digit = '']) => digit).join('');

test('tells what can be heard of a language, and that nothing can', async () => {
	const db = await aFullPhone();
	expect((await readRecordings(db, 'es'))?.guides.map(({ by }) => by)).toEqual([
		'Ana López',
		'Ana López'
	]);
	expect(await readRecordings(db, 'fr')).toBeUndefined();
	expect(await readRecordings(db, 'ko')).toBeUndefined();
	expect(await readRecordings(db, 'ht')).toBeUndefined();
});

test('keeps whole languages, and nothing that belongs to none', async () => {
	const db = await aFullPhone();
	await chooseRecordings(db, 'en', true);
	await keepSounds(db, 'c');
	await chooseRecordings(db, 'es', true);
	expect((await readSettings(db)).recordings).toEqual(['en', 'es']);
	expect(await here(db)).toBe('abc');
	await chooseRecordings(db, 'en', false);
	expect(await here(db)).toBe('bc');
	await chooseRecordings(db, 'es', false);
	expect(await here(db)).toBe('');
	expect((await readSettings(db)).recordings).toBeUndefined();
});

test('"Delete everything" takes them, too', async () => {
	const db = await aFullPhone();
	await chooseRecordings(db, 'en', true);
	await deleteEverything(db);
	expect(await here(db)).toBe('');
	expect(await readSound(db, 'a'.repeat(64))).toBeUndefined();
});

test('what is on its way when all is deleted, or its language removed, does not come back', async () => {
	const db = await aFullPhone();
	const es = { sha256: 'c'.repeat(64), bytes: BYTES };
	await removeLanguage(db, 'es');
	expect(await keepSound(db, 'es', es, false)).toBe(false);
	await deleteEverything(db);
	expect(await keepSound(db, 'en', { ...es, sha256: 'a'.repeat(64) }, false)).toBe(false);
	expect(await chooseRecordings(db, 'en', true)).toBe(false);
	expect([await here(db), (await readSettings(db)).recordings]).toEqual(['', undefined]);
});

test('a renewal brings nothing back that was removed meanwhile', async () => {
	const db = await aFullPhone();
	const sound = { sha256: 'a'.repeat(64), bytes: BYTES };
	await chooseRecordings(db, 'en', true);
	expect(await keepSound(db, 'en', sound, true)).toBe(true);
	await chooseRecordings(db, 'en', false);
	expect(await keepSound(db, 'en', sound, true)).toBe(false);
	expect(await here(db)).toBe('');
});

test('half of a language is not noted as kept', async () => {
	const db = await aFullPhone();
	expect(await chooseRecordings(db, 'es', true)).toBe(false);
	expect((await readSettings(db)).recordings).toBeUndefined();
});

test('recordings that no edition names any more can go before others are fetched', async () => {
	const db = await aFullPhone();
	await chooseRecordings(db, 'en', true);
	await keepSounds(db, 'd');
	await dropOldSounds(db);
	expect([await here(db), (await readSettings(db)).recordings]).toEqual(['ab', ['en']]);
});

test.each([
	['the text that lists them is gone', 'blobs'],
	['its language has not come with a new edition yet', 'listings']
] as const)('kept recordings stay where %s', async (_, store) => {
	const db = await aFullPhone();
	await chooseRecordings(db, 'en', true);
	await db.clear(store);
	await dropOldSounds(db);
	expect(await here(db)).toBe('ab');
});

test('what the reader removes goes, though it cannot be read what another language needs', async () => {
	const db = await aFullPhone();
	await keepSounds(db, 'c');
	await chooseRecordings(db, 'en', true);
	await chooseRecordings(db, 'es', true);
	const keys = (await db.getAllKeys('listings')).filter(([, lang]) => lang === 'en');
	for (const key of keys) await db.delete('listings', key);
	await chooseRecordings(db, 'es', false);
	expect(await here(db)).toBe('a');
});
