import { describe, expect, test } from 'vitest';
import type { ChangeNote } from '#lib/edition/article.ts';
import type { Publication } from '#tests/support/publisher/publisher.ts';
import { dropDamaged, readReadiness } from '#lib/pwa/session/read-readiness.ts';
import { readChanges } from '#lib/storage/read/read-changes.ts';
import { readCritical } from '#lib/storage/read/read-changes.ts';
import { readSearchTexts } from '#lib/storage/read/read-search-texts.ts';
import { createStoredLibrary } from '#lib/storage/read/stored-library.ts';
import { freshness } from '#lib/trust/freshness.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aFutureEdition, FUTURE_ARTICLES } from '#tests/support/publisher/future-edition.ts';
import { aPublisher, today } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';

/** Articles, and one contact of two. */
const LEFT_OUT = Object.keys(FUTURE_ARTICLES).length + 1;

/** Today's app, which had an edition of today, and then one from the future. */
async function aPhoneInTheFuture(publication: Publication = aFutureEdition()) {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish();
	await phone.sync();
	await publisher.publish(publication);
	const outcome = await phone.sync();
	const { open } = phone;
	const library = createStoredLibrary({
		open,
		whenReady: () => Promise.resolve(false),
		mayStandIn: () => false
	});
	return { publisher, phone, outcome, library, db: await open() };
}

describe('an edition from the future', () => {
	test('is installed, and what is known of it is read', async () => {
		const { phone, outcome, library, db } = await aPhoneInTheFuture();
		expect(outcome).toEqual({ status: 'switched', version: 2, languages: ['en'] });
		expect(await phone.title()).toBe('From the future');
		expect(freshness(await phone.trust(), today()).state).toBe('current');

		const cards = await library.cards('en');
		if (!('found' in cards)) throw new Error(cards.absent);
		const ids = cards.found.map(({ id }) => id).sort();
		expect(ids).toEqual(['directive/school-bus-training', 'guide/school-bus']);
		const { articles } = await readSearchTexts(db, 'en');
		expect(articles.map(({ id }) => id).sort()).toEqual(ids);
		expect(await library.articles('en')).toMatchObject({ found: { length: 2 } });
	});

	test.each(Object.entries(FUTURE_ARTICLES))(
		'leaves out an article of an unknown %s, and says why it does not open',
		async (_what, { kind, slug }) => {
			const { library } = await aPhoneInTheFuture();
			if (kind !== 'guide' && kind !== 'directive') return expect(kind).toBe('poster');
			expect(await library.article('en', kind, slug)).toEqual({ absent: 'needs-newer-app' });
		}
	);

	test('is ready: what was left out is counted for itself, and nothing is missing', async () => {
		const { db, phone } = await aPhoneInTheFuture();
		for (const readiness of [await readReadiness(db, 'en'), await dropDamaged(db, 'en')]) {
			expect(readiness).toMatchObject({
				...{ ready: true, isDamaged: false, whole: 2, total: 2, damaged: [] },
				leftOut: LEFT_OUT
			});
		}
		phone.host.forgetRequests();
		expect(await phone.sync()).toEqual({ status: 'already-current' });
		expect(phone.host.requests.filter((path) => !/^(head|trust)/.test(path))).toEqual([]);
	});

	test('hides no change note and sounds no alarm', async () => {
		const { db, library } = await aPhoneInTheFuture();
		const notes = await library.changeNotes('en');
		expect(notes).toMatchObject({
			found: [{ importance: 'major', audiences: ['family'], sources: [], what: 'A change.' }]
		});
		expect(await readChanges(db, 'en')).toContainEqual(
			expect.objectContaining({ id: 'guide/school-bus', importance: 'major' })
		);
		expect(await readCritical(db, today())).toEqual([]);
	});

	test.each([
		['a state of its translation', { translation: { state: 'machine', isDraft: false } }],
		['a kind of source', { sources: [{ podcast: 7 }] }],
		['an audience that is more than a word', { audiences: [{ age: 12 }] }]
	])('shows a critical note with %s that is new, and the others', async (_what, news) => {
		const on = { date: '2026-11-25', articles: [] };
		const note = {
			...{ ...on, slug: 'new', lang: 'en', importance: 'major', audiences: [], sources: [] },
			...{ what: 'A change.', why: '', doNow: '', before: '' },
			...news,
			...('translation' in news && { translation: { ...news.translation, on: '2026-11-25' } })
		} as unknown as ChangeNote;
		const { db, library } = await aPhoneInTheFuture({
			languages: { en: { articles: [aGuide()], changes: [note] } },
			edition: { changes: [{ ...on, slug: 'new', importance: 'major', notify: 'critical' }] }
		});
		expect(await readCritical(db, today())).toEqual(['new']);
		const notes = await library.changeNotes('en');
		expect(notes).toMatchObject({ found: [{ slug: 'new', what: 'A change.' }] });
		// nobody can say how far such a translation can be relied on
		if ('translation' in news) {
			expect(notes).toMatchObject({ found: [{ translation: { state: 'draft', isDraft: true } }] });
		}
	});

	test('tells of an article that cannot be read when it is opened, and reads the others', async () => {
		const block = { heading: 'Limits', film: 'x' } as unknown as { heading: string; html: string };
		const { library } = await aPhoneInTheFuture({
			languages: { en: { articles: [aGuide(), aDirective({ limits: block })] } }
		});
		expect(await library.article('en', 'directive', 'school-bus-training')).toEqual({
			absent: 'needs-newer-app'
		});
		expect(await library.articles('en')).toMatchObject({ found: [{ slug: 'school-bus' }] });
	});

	test('names only languages and contacts that are known', async () => {
		const { library } = await aPhoneInTheFuture();
		expect((await library.edition())?.languages.map(({ lang }) => lang)).toEqual(['en']);
		expect(await library.contacts('en')).toMatchObject({ found: [{ slug: 'city-hotline' }] });
	});

	test('is read once more, from the phone, when the app is a newer one', async () => {
		const { db, phone } = await aPhoneInTheFuture();
		const row = await db.get('editions', 2);
		if (!row) throw new Error('nothing is installed');
		await db.put('editions', { ...row, readWith: 0 });
		phone.host.forgetRequests();
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 2 });
		expect(phone.host.requests.filter((path) => !/^(head|trust)/.test(path))).toEqual([]);
		expect(await phone.sync()).toEqual({ status: 'already-current' });
	});
});

describe('what is broken, and not new, is refused as before', () => {
	const broken: Record<string, Publication> = {
		'a title that is a number': {
			languages: { en: { articles: [aGuide({ title: 7 as unknown as string })] } }
		},
		'a level that is missing': {
			languages: { en: { articles: [aGuide({ level: undefined as unknown as 'city' })] } }
		},
		'an unknown word beside a broken field': {
			languages: {
				en: {
					articles: [aGuide({ level: 'county' as 'city', summary: null as unknown as string })]
				}
			}
		},
		'a change note without a text': {
			languages: {
				en: { articles: [aGuide()], changes: [{ slug: 'a', lang: 'en' } as unknown as ChangeNote] }
			}
		},
		'an importance that is no word': {
			edition: {
				changes: [
					{
						...{ slug: 'a', date: '2026-11-24', notify: 'none', articles: [] },
						importance: 7 as unknown as 'major'
					}
				]
			}
		}
	};
	test.each(Object.entries(broken))('%s', async (_name, publication) => {
		const { outcome, phone } = await aPhoneInTheFuture(publication);
		expect(outcome).toEqual({ status: 'rejected', code: 'malformed' });
		expect((await phone.trust())?.installed?.version).toBe(1);
	});
});
