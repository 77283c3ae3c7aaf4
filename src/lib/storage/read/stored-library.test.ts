import { describe, expect, test, vi } from 'vitest';
import type { ChangeNote, Term } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Coverage } from '#lib/edition/coverage.ts';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher, type Publication } from '#tests/support/publisher/publisher.ts';
import { aPhone, installed } from '#tests/support/phone/stored-edition.ts';
import type { HandrailDatabase } from '../database/database.ts';
import { StorageError } from '../database/storage-error.ts';
import { createStoredLibrary } from './stored-library.ts';

const libraryOf = (db: HandrailDatabase, whenReady = () => Promise.resolve(false)) =>
	createStoredLibrary({ open: () => Promise.resolve(db), whenReady, mayStandIn: () => false });

async function aPhoneWith(
	publication: Publication = {},
	languages?: readonly LanguageTag[]
): Promise<HandrailDatabase> {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	await installed(db, publisher, await publisher.publish(publication), languages);
	return db;
}

const aNote = (overrides: Partial<ChangeNote>): ChangeNote => ({
	slug: '2026-11-24-first',
	lang: 'en',
	date: '2026-11-24',
	importance: 'major',
	articles: [],
	audiences: [],
	what: 'A card.',
	why: 'A ruling.',
	doNow: 'Read it.',
	before: 'Nothing.',
	sources: [],
	...overrides
});
const term: Term = {
	slug: 'officer',
	lang: 'en',
	term: 'Officer',
	plain: 'A person with a badge.'
};

test('reads an article with its hash and the cards of its language', async () => {
	const db = await aPhoneWith({ languages: { en: { articles: [aGuide(), aDirective()] } } });
	const found = await libraryOf(db).article('en', 'guide', 'school-bus');
	if (!('found' in found)) throw new Error(found.absent);
	expect(found.found.article).toEqual(aGuide());
	expect(await db.get('blobs', found.found.blob)).toBe(JSON.stringify(aGuide()));
	expect(found.found.cards.map(({ slug }) => slug)).toEqual(['school-bus', 'school-bus-training']);
});

test('reads an article in one transaction', async () => {
	const db = await aPhoneWith();
	const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
	await libraryOf(db).article('en', 'guide', 'school-bus');
	expect(transaction).toHaveBeenCalledTimes(1);
	transaction.mockRestore();
});

test('reads what is asked for at once in one transaction, and later what is there then', async () => {
	const db = await aPhoneWith({ languages: { en: { articles: [aGuide()], terms: [term] } } });
	const library = libraryOf(db);
	const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
	const found = await Promise.all([
		library.article('en', 'guide', 'school-bus'),
		library.terms('en'),
		library.contacts('en')
	]);
	expect(transaction).toHaveBeenCalledTimes(1);
	for (const it of found) expect(it).toHaveProperty('found');
	transaction.mockRestore();
	await db.clear('listings');
	expect(await library.terms('en')).toHaveProperty('absent');
});

test('reads cards, contacts, terms, and change notes with the newest first', async () => {
	const changes = [aNote({ slug: 'old', date: '2026-01-01' }), aNote({ slug: 'new' })];
	const content = { articles: [aGuide()], contacts: [aContact()], terms: [term], changes };
	const library = libraryOf(await aPhoneWith({ languages: { en: content } }));
	expect(await library.cards('en')).toMatchObject({ found: [{ id: 'guide/school-bus' }] });
	expect(await library.contacts('en')).toEqual({ found: [aContact()] });
	expect(await library.terms('en')).toEqual({ found: [term] });
	expect(await library.changeNotes('en')).toMatchObject({
		found: [{ slug: 'new' }, { slug: 'old' }]
	});
	expect(await library.edition()).toMatchObject({ version: 1 });
});

test('reads which claims were checked, and knows of none in an edition without them', async () => {
	const coverage: Coverage = {
		lang: 'en',
		claims: [{ id: 'seed-01', text: 'A claim.', verdict: 'wrong', articles: ['guide/school-bus'] }]
	};
	const withCoverage = { en: { articles: [aGuide()], coverage } };
	const library = libraryOf(await aPhoneWith({ languages: withCoverage }));
	expect(await library.coverage('en')).toEqual({ found: coverage });
	const older = libraryOf(await aPhoneWith());
	expect(await older.coverage('en')).toEqual({ absent: 'not-in-this-edition' });
});

test('tells an article that was taken back from one that never was', async () => {
	const withdrawn = [{ id: 'guide/gone', on: '2026-11-24' }];
	const library = libraryOf(await aPhoneWith({ edition: { withdrawn } }));
	expect(await library.article('en', 'guide', 'gone')).toEqual({ absent: 'withdrawn' });
	expect(await library.article('en', 'guide', 'never')).toEqual({ absent: 'not-in-this-edition' });
});

test('says that a language is not here, and asks once whether it is coming', async () => {
	const whenReady = vi.fn(() => Promise.resolve(false));
	const library = libraryOf(await aPhoneWith(), whenReady);
	expect(await library.cards('es')).toEqual({ absent: 'not-on-this-phone' });
	expect(whenReady.mock.calls).toEqual([['es']]);
});

test('waits on a first visit, and then gives what has come', async () => {
	const [db, publisher] = [await aPhone(), await aPublisher()];
	const library = libraryOf(db, async () => {
		await installed(db, publisher, await publisher.publish());
		return true;
	});
	expect(await library.article('en', 'guide', 'school-bus')).toHaveProperty('found');
});

test('never rejects: not without storage, not on a damaged text', async () => {
	const absent = { absent: 'not-on-this-phone' };
	const denied = createStoredLibrary({
		open: () => Promise.reject(new StorageError('storage-denied')),
		whenReady: () => Promise.resolve(true),
		mayStandIn: () => true
	});
	expect(await denied.cards('en')).toEqual(absent);
	expect(await denied.edition()).toBeUndefined();

	const db = await aPhoneWith();
	const damaged = (await db.get('listings', [1, 'en']))?.cards[0]?.sha256 ?? '';
	await db.put('blobs', '{"kind":', damaged);
	expect(await libraryOf(db).article('en', 'guide', 'school-bus')).toEqual(absent);
	await db.delete('blobs', damaged);
	expect(await libraryOf(db).article('en', 'guide', 'school-bus')).toEqual(absent);
});

describe('a language that is not on this phone', () => {
	const both = {
		languages: {
			es: { articles: [aGuide({ lang: 'es', title: 'Uno' })] },
			en: { articles: [aGuide({ title: 'One' })] }
		}
	};
	const library = (db: HandrailDatabase, mayStandIn: boolean) =>
		createStoredLibrary({
			open: () => Promise.resolve(db),
			whenReady: () => Promise.resolve(false),
			mayStandIn: () => mayStandIn
		});

	test('is read in English, and the page is told so', async () => {
		const stored = library(await aPhoneWith(both, ['en', 'es']), true);
		expect(await stored.standIn('fr')).toBe('en');
		expect(await stored.article('fr', 'guide', 'school-bus')).toMatchObject({
			found: { article: { title: 'One', lang: 'en' } }
		});
		expect(await stored.standIn('es')).toBeUndefined();
		expect(await stored.article('es', 'guide', 'school-bus')).toMatchObject({
			found: { article: { title: 'Uno' } }
		});
	});

	test('is read in whatever is here, where English is not', async () => {
		const stored = library(await aPhoneWith(both, ['es']), true);
		expect(await stored.standIn('en')).toBe('es');
	});

	test('takes no place of a document that can be read, and none on an empty phone', async () => {
		expect(await library(await aPhoneWith(both), false).standIn('fr')).toBeUndefined();
		const empty = library(await aPhone(), true);
		expect(await empty.standIn('fr')).toBeUndefined();
		expect(await empty.cards('fr')).toEqual({ absent: 'not-on-this-phone' });
	});
});
