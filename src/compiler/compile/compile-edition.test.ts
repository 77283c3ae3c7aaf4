import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { Article, ChangeNote, Contacts, Guide, Terms } from '#lib/edition/article.ts';
import { Coverage } from '#lib/edition/coverage.ts';
import { Edition, Listing, Shard, type Entry } from '#lib/edition/edition.ts';
import { SearchWords } from '#lib/edition/search-words.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { edited, goodSources, parsed, written } from '#tests/support/publisher/content-fixture.ts';
import { compileEdition, type CompiledEdition, type Release } from './compile-edition.ts';
import type { Sources } from '../read/source-file.ts';
import { sha256 } from '../base/text-hash.ts';

const release: Release = {
	version: 1,
	issued: new Date('2026-11-24T12:00:00Z'),
	root: 1,
	isDemo: true
};
const compile = (sources?: Sources, changes: Partial<Release> = {}): CompiledEdition =>
	compileEdition(parsed(sources), { ...release, ...changes });

function entriesOf({ edition, files }: CompiledEdition, lang: LanguageTag): Entry[] {
	const listing = edition.languages.find((it) => it.lang === lang)?.listing.sha256 ?? '';
	const read = (hash: string): unknown => JSON.parse(files.get(`listing/${hash}.json`) ?? '');
	const { shards } = v.parse(Listing, read(listing));
	return shards.flatMap((shard) => v.parse(Shard, read(shard.sha256)).entries);
}

function blobOf(compiled: CompiledEdition, lang: LanguageTag, id: string): unknown {
	const entry = entriesOf(compiled, lang).find((it) => it.id === id);
	return JSON.parse(compiled.files.get(`blob/${entry?.sha256 ?? ''}.json`) ?? 'null');
}

const guideOf = (compiled: CompiledEdition, lang: LanguageTag, slug = 'front-door'): Guide =>
	v.parse(Guide, blobOf(compiled, lang, `guide/${slug}`));

const blobs = ({ files }: CompiledEdition): string[] =>
	[...files.keys()].filter((path) => path.startsWith('blob/'));

let good: CompiledEdition;
beforeAll(() => {
	good = compile();
});

describe('an edition', () => {
	test('fits the contract, and its payload is its text', () => {
		expect(v.parse(Edition, JSON.parse(good.payload))).toEqual(good.edition);
	});

	test('names every file by its hash and length', () => {
		for (const [path, text] of good.files) expect(path).toContain(`/${sha256(text)}.`);
		for (const entry of entriesOf(good, 'es')) {
			const text = good.files.get(`blob/${entry.sha256}.json`) ?? '';
			expect(Buffer.byteLength(text)).toBe(entry.length);
		}
	});

	test('expires after 90 days, or as many as asked for', () => {
		expect(good.edition.expires).toBe('2027-02-22T12:00:00.000Z');
		expect(compile(undefined, { expiresDays: 2 }).edition.expires).toBe('2026-11-26T12:00:00.000Z');
	});

	test('counts the articles of each language, translated or not', () => {
		expect(good.edition.languages.map(({ lang, count }) => [lang, count])).toEqual([
			['en', 7],
			['es', 7],
			['ar', 7]
		]);
	});

	test('names its change notes, newest first, with the ids of articles', () => {
		const [newest, first] = good.edition.changes;
		expect(newest).toMatchObject({ date: '2026-11-25', articles: ['guide/front-door'] });
		expect(first).toMatchObject({ date: '2026-11-24', importance: 'major', articles: [] });
	});
});

describe('every member', () => {
	test('fits the contract in every language', () => {
		for (const lang of ['en', 'es', 'ar'] as const) {
			for (const { id } of entriesOf(good, lang)) {
				const lists = { contacts: Contacts, terms: Terms, coverage: Coverage, search: SearchWords };
				const schema = (lists as Partial<Record<string, v.GenericSchema>>)[id];
				const byKind = id.startsWith('change/') ? ChangeNote : Article;
				expect(() => v.parse(schema ?? byKind, blobOf(good, lang, id))).not.toThrow();
			}
		}
	});

	test('is the English one where a language has no translation', () => {
		// how readers ask is their own, whatever is translated
		const texts = (lang: LanguageTag) => entriesOf(good, lang).filter(({ id }) => id !== 'search');
		const hashes = (lang: LanguageTag) => texts(lang).map(({ sha256 }) => sha256);
		expect(hashes('ar')).toEqual(hashes('en'));
		expect(guideOf(good, 'ar').lang).toBe('en');
		expect(guideOf(good, 'es').lang).toBe('es');
	});
});

describe('the coverage', () => {
	const coverageOf = (compiled: CompiledEdition, lang: LanguageTag) =>
		v.parse(Coverage, blobOf(compiled, lang, 'coverage'));

	test('says of each claim what was found, and which article answers it', () => {
		const { lang, claims } = coverageOf(good, 'en');
		expect({ lang, claims }).toEqual({
			lang: 'en',
			claims: [
				{
					id: 'seed-01',
					text: 'An invented claim.',
					verdict: 'misleading',
					articles: ['directive/door-story']
				}
			]
		});
	});

	test('says how new the evidence of each article is, and how much of it is weak', () => {
		const { evidence } = coverageOf(good, 'en');
		expect(evidence?.unusedFacts).toBe(0);
		expect(evidence?.articles).toHaveLength(7);
		expect(evidence?.articles).toContainEqual({
			id: 'guide/bus-stop',
			newest: '2026-10-01',
			unconfirmed: 0,
			practice: 1,
			copies: 1
		});
	});

	test('is one file for all languages', () => {
		const hash = (lang: LanguageTag) =>
			entriesOf(good, lang).find(({ id }) => id === 'coverage')?.sha256;
		expect([hash('es'), hash('ar')]).toEqual([hash('en'), hash('en')]);
	});
});

test('contacts and change notes say themselves that they are a draft', () => {
	const contact = (lang: LanguageTag) => v.parse(Contacts, blobOf(good, lang, 'contacts'))[0];
	expect(contact('es')?.translation).toMatchObject({ state: 'draft', isDraft: true });
	expect(contact('en')?.translation).toBeUndefined();
});

describe('a guide', () => {
	test('stands in the blob without markers or anchors', () => {
		const text = JSON.stringify(blobOf(good, 'en', 'guide/front-door'));
		expect(text).not.toMatch(/\{(#|\d|practice)/);
		expect(guideOf(good, 'en').do.items[1]?.html).toBe('Ask: "Who are you?"');
	});

	test('lists its sources in the order of its facts', () => {
		expect(guideOf(good, 'en').sources.map(({ slug }) => slug)).toEqual([
			'city-law',
			'news-report'
		]);
	});

	test('carries contacts whole, in its own language', () => {
		const name = (lang: LanguageTag) => {
			const [item] = guideOf(good, lang).call.items;
			return item && 'contact' in item ? item.contact.name : undefined;
		};
		expect(name('en')).toBe('Example help line');
		expect(name('es')).toBe('Línea de ayuda de ejemplo');
	});

	test('has an empty text for search, without which an earlier app refuses it', () => {
		expect(guideOf(good, 'en').search).toBe('');
	});

	test('is approved by two different people only', () => {
		const once = edited(goodSources(), 'guides/bus-stop/en.md', {
			from: 'name: Ben Wu',
			to: 'name: "ANA  Lo\\u0301pez"'
		});
		expect(guideOf(good, 'en', 'bus-stop').isApproved).toBe(true);
		expect(guideOf(compile(once), 'en', 'bus-stop').isApproved).toBe(false);
	});

	test('is no longer approved when a word of it changed', () => {
		const edit = { from: 'Get on.', to: 'Get off.' };
		const changed = edited(goodSources(), 'guides/bus-stop/en.md', edit);
		expect(guideOf(compile(changed), 'en', 'bus-stop').isApproved).toBe(false);
	});

	test('was changed on the day of its newest change note', () => {
		expect(guideOf(good, 'en').changedOn).toBe('2026-11-25');
		expect(guideOf(good, 'en', 'bus-stop').changedOn).toBe('2026-11-24');
	});
});

describe('a translation', () => {
	const english = (items: Guide['do']['items']) => items.map((item) => item.english);
	const checked = edited(goodSources(), 'guides/front-door/es.md', {
		from: 'method: draft, by: Ana, on: 2026-11-24',
		to: 'method: human, by: Ana, on: 2026-11-24, checkedBy: Luz, checkedOn: 2026-11-25'
	});
	const behind = edited(checked, 'guides/front-door/en.md', {
		from: 'Keep the door closed.',
		to: 'Leave the door closed.'
	});

	test('that nobody checked is a draft, with the English beside what is done and said', () => {
		const guide = guideOf(good, 'es');
		expect(guide.translation).toEqual({ state: 'draft', isDraft: true, on: '2026-11-24' });
		expect(english(guide.do.items)[0]).toBe('Keep the door closed.');
		expect(english(guide.dont?.items ?? [])).toEqual(['Do not give your keys away.']);
		expect(guide.call.items[1]).toEqual({ html: 'Su vecino.', english: 'Your neighbor.' });
	});

	test('that was checked has the English beside what is said only', () => {
		const guide = guideOf(compile(checked), 'es');
		expect(guide.translation).toEqual({ state: 'checked', isDraft: false, on: '2026-11-25' });
		expect(english(guide.do.items)).toEqual([undefined, undefined, undefined]);
		expect(english(guide.say?.items ?? [])).toEqual(['"Please wait."']);
	});

	test('by a person that no second one checked is a draft', () => {
		const alone = edited(goodSources(), 'guides/front-door/es.md', {
			from: 'method: draft',
			to: 'method: human'
		});
		expect(guideOf(compile(alone), 'es').translation).toMatchObject({
			state: 'draft',
			isDraft: true
		});
	});

	test('of a text that changed is behind, and says since when', () => {
		const guide = guideOf(compile(behind), 'es');
		expect(guide.translation).toMatchObject({ state: 'behind', englishChangedOn: '2026-11-25' });
		expect(english(guide.do.items)[0]).toBe('Leave the door closed.');
	});

	test('that is behind by an item has no English beside the wrong one', () => {
		const shorter = edited(behind, 'guides/front-door/en.md', {
			from: '1. Leave the door closed. {1.01}\n',
			to: '1. Leave the door closed. {1.01}\n1. Turn off the light. {practice}\n'
		});
		const guide = guideOf(compile(shorter), 'es');
		expect(english(guide.do.items)).toEqual([undefined, undefined, undefined]);
		expect(english(guide.say?.items ?? [])).toEqual(['"Please wait."']);
	});

	test('that is a draft is left out where drafts are off', () => {
		const off = edited(goodSources(), 'publisher.json', { from: '"on"', to: '"off"' });
		const compiled = compile(off);
		expect(guideOf(compiled, 'es').lang).toBe('en');
		// this one was checked by a second person
		expect(blobOf(compiled, 'es', 'directive/door-rule')).toMatchObject({ lang: 'es' });
	});
});

test('a lawyer’s review of an older text says so', () => {
	const hash = '1'.repeat(64);
	const reviewed = edited(goodSources(), 'guides/bus-stop/en.md', {
		from: '{state: none}',
		to: `{state: done, by: A lawyer, on: 2026-11-20, textHash: "${hash}"}`
	});
	const { legalReview } = guideOf(compile(reviewed), 'en', 'bus-stop');
	expect(legalReview).toEqual({ state: 'older', on: '2026-11-20' });

	const { textHash } = parsed().guides.get('bus-stop')?.get('en') ?? { textHash: '' };
	const current = guideOf(
		compile(edited(reviewed, 'guides/bus-stop/en.md', { from: hash, to: textHash })),
		'en',
		'bus-stop'
	);
	expect(current.legalReview).toEqual({ state: 'done', on: '2026-11-20' });
});

describe('withdrawn articles', () => {
	const previous = () => ({
		edition: good.edition,
		articles: entriesOf(good, 'en')
			.map(({ id }) => id)
			.filter((id) => id.includes('/'))
	});
	const without = goodSources().filter(({ path }) => !path.startsWith('directives/half-stopped'));

	test('are named with the day where the site is on which they went', () => {
		const issued = new Date('2026-12-02T03:00:00Z');
		const { edition } = compile(without, { previous: previous(), issued });
		expect(edition.withdrawn).toContainEqual({ id: 'directive/half-stopped', on: '2026-12-01' });
	});

	test('stay named for ever, with their first day', () => {
		const issued = new Date('2026-12-02T12:00:00Z');
		const { edition } = compile(without, { previous: previous(), issued });
		const later = compile(without, {
			previous: { edition, articles: previous().articles },
			issued: new Date('2027-06-01T12:00:00Z')
		});
		expect(later.edition.withdrawn).toEqual(edition.withdrawn);
	});
});

test('the publisher’s own date of a withdrawal stands', () => {
	const on = '2026-11-01';
	const entry = `"mirrors": [],\n"withdrawn": [{"id": "guide/gone", "on": "${on}"}]`;
	const sources = edited(goodSources(), 'publisher.json', { from: '"mirrors": []', to: entry });
	const previous = { edition: good.edition, articles: ['guide/gone'] };
	expect(compile(sources, { previous }).edition.withdrawn).toEqual([{ id: 'guide/gone', on }]);
});

describe('reproducible', () => {
	test('the same sources give the same bytes, in whatever order the disk lists them', () => {
		const again = compile([...goodSources()].reverse());
		expect(again.payload).toBe(good.payload);
		expect([...again.files].sort()).toEqual([...good.files].sort());
	});

	const bodies = goodSources().filter(({ path }) => path.endsWith('.md'));
	test.each(bodies.map(({ path }) => path))(
		'one sentence changed in %s leaves all others',
		(path) => {
			const compiled = compile(
				edited(goodSources(), path, { from: '. {1.01}', to: '. Yes. {1.01}' })
			);
			const changed = blobs(compiled).filter((blob) => !good.files.has(blob));
			// the Spanish of an English text that changed is behind now, and says so
			const hasSpanish = goodSources().some((it) => it.path === path.replace('/en.', '/es.'));
			expect(changed).toHaveLength(path.endsWith('/en.md') && hasSpanish ? 2 : 1);
		}
	);
});

test('compiles a thousand articles from memory', () => {
	const template = goodSources().find(({ path }) => path === 'guides/bus-stop/en.md')?.text ?? '';
	const sources = Array.from({ length: 1000 }, (_, index) => `stop-${String(index)}`).reduce(
		(all, slug) => {
			all.push({
				path: `guides/${slug}/en.md`,
				name: slug,
				text: template.replace('bus-stop', slug).replace('Get on.', `Get on at ${slug}.`)
			});
			return all;
		},
		[...goodSources()]
	);
	const compiled = compile(sources);
	const entries = entriesOf(compiled, 'en');
	expect(entries).toHaveLength(1013);
	expect(compiled.edition.languages[0]?.count).toBe(1007);

	// one change among them costs one shard
	const other = compile(
		edited(sources, 'guides/stop-500/en.md', { from: 'Wait at the stop.', to: 'Wait.' })
	);
	const newFiles = [...other.files.keys()].filter((path) => !compiled.files.has(path));
	expect(newFiles.filter((path) => path.startsWith('blob/'))).toHaveLength(1);
	// a shard, and the index that names it: the same for all three languages, but for their tags
	expect(newFiles.filter((path) => path.startsWith('listing/'))).toHaveLength(1 + 3);
});

test('refuses to compile what no reader could be shown', () => {
	const bare = written(goodSources(), 'guides/bus-stop/en.md', '');
	const text = goodSources().find(({ path }) => path === 'guides/bus-stop/en.md')?.text ?? '';
	const cut = written(bare, 'guides/bus-stop/en.md', text.slice(0, text.indexOf('## Why')));
	expect(() => compile(cut)).toThrow(/bus-stop\/en.md cannot be shown without: why/);
});
