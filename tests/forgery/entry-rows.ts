import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { both, put } from './change-json.ts';
import type { Forgery } from './forge.ts';
import type { Row } from './row.ts';

interface Entry {
	id: string;
	sha256: string;
	length: number;
}

/** Alters the entries of one shard of one language. */
const entries = (
	change: (list: Entry[]) => void,
	lang: LanguageTag = 'en',
	more: Forgery = {}
): Forgery => ({
	...more,
	shards(it, shards) {
		if (it === lang) change(shards[0] as Entry[]);
	}
});
const only =
	(lang: LanguageTag, change: (texts: Map<string, string>) => void) =>
	(it: LanguageTag, texts: Map<string, string>): void => {
		if (it === lang) change(texts);
	};
const find = (list: Entry[], id: string): Entry => {
	const entry = list.find((it) => it.id === id);
	if (!entry) throw new Error(`There is no ${id}`);
	return entry;
};
/** So many guides that a listing has two shards. */
const many = (_: LanguageTag, texts: Map<string, string>): void => {
	const stop = texts.get('guide/bus-stop') ?? '';
	for (let n = 1; n <= 30; n += 1) {
		texts.set(`guide/bus-stop-${n}`, stop.replace('"slug":"bus-stop"', `"slug":"bus-stop-${n}"`));
	}
};
const LARGE: Forgery = { members: many };
const COUNTED = both(...[0, 1, 2].map((at) => put(`languages.${at}.count`, 37)));

/** The entries of a listing: their order, their shards, and where they lead. */
export const ENTRY_ROWS: readonly Row[] = [
	['a large edition of two shards', { ...LARGE, edition: COUNTED }, 'takes', 'takes'],
	[
		'an entry in the wrong shard',
		{
			...LARGE,
			edition: COUNTED,
			shards: (_, [a, b]) => {
				const moved = a?.shift();
				if (moved) b?.unshift(moved);
			}
		},
		'takes',
		/in shard 1, where it does not belong/
	],
	[
		'two shards where one is right',
		{ shards: (_, shards) => void shards.push([]) },
		'takes',
		/2 shards for \d+ entries: 1 is right/
	],
	['no shard at all', { shards: (_, shards) => void shards.splice(0) }, 'takes', /0 shards/],
	['a listing that is not sorted', entries((list) => list.reverse()), 'takes', /is not sorted/],
	[
		'an entry twice',
		entries((list) => list.splice(1, 0, { ...find(list, 'contacts') })),
		'malformed',
		/"contacts" twice|malformed/
	],
	[
		'one id for two texts',
		entries((list) => {
			find(list, 'guide/front-door').id = 'guide/bus-stop';
		}),
		'malformed',
		/malformed/
	],
	[
		'an entry with another length',
		entries((list) => {
			find(list, 'terms').length += 1;
		}),
		'wrong-length',
		/wrong-length/
	],
	[
		'an entry with a length of nothing',
		entries((list) => {
			find(list, 'terms').length = 0;
		}),
		'too-large',
		/too-large|wrong-length/
	],
	[
		'an entry above the cap',
		entries((list) => {
			find(list, 'terms').length = 5 * 1024 * 1024;
		}),
		'too-large',
		/too-large/
	],
	[
		'an entry with another hash',
		entries((list) => {
			find(list, 'terms').sha256 = 'b'.repeat(64);
		}),
		'not-served',
		/not-served/
	],
	[
		'an entry with a hash in capitals',
		entries((list) => {
			find(list, 'terms').sha256 = 'B'.repeat(64);
		}),
		'malformed',
		/malformed/
	],
	[
		'an entry with a field of the future',
		entries((list) => Object.assign(find(list, 'terms'), { later: 1 })),
		'takes',
		/something at entries\.\d+\.later/
	],
	[
		'an entry of a kind of the future',
		entries((list) => list.push({ ...find(list, 'terms'), id: 'video/a' })),
		'takes',
		/video\/a.* kind that this release does not know/
	],
	[
		'two texts of one kind changed over',
		entries((list) => {
			const [a, b] = [find(list, 'guide/bus-stop'), find(list, 'guide/front-door')];
			[a.sha256, b.sha256, a.length, b.length] = [b.sha256, a.sha256, b.length, a.length];
		}),
		'takes',
		/guide\/bus-stop \(en\) is the text of guide\/front-door/
	],
	[
		'a guide in the place of a directive',
		entries((list) => {
			Object.assign(find(list, 'directive/door-rule'), {
				...find(list, 'guide/bus-stop'),
				id: 'directive/door-rule'
			});
		}),
		'takes',
		/directive\/door-rule \(en\) is the text of guide\/bus-stop/
	],
	[
		'terms in the place of contacts',
		entries((list) => {
			Object.assign(find(list, 'contacts'), { ...find(list, 'terms'), id: 'contacts' });
		}),
		'takes',
		/contacts \(en\)/
	],
	[
		'contacts in the place of a guide',
		entries((list) => {
			Object.assign(find(list, 'guide/bus-stop'), {
				...find(list, 'contacts'),
				id: 'guide/bus-stop'
			});
		}),
		'malformed',
		/guide\/bus-stop \(en\)/
	],
	[
		'the Spanish text in the English listing',
		spanishInEnglish(),
		'takes',
		/directive\/door-rule \(en\) is in another language: es/
	],
	[
		'no contacts',
		{ members: only('en', (it) => it.delete('contacts')) },
		'takes',
		/en listing lacks "contacts"/
	],
	[
		'no terms',
		{ members: only('es', (it) => it.delete('terms')) },
		'takes',
		/es listing lacks "terms"/
	],
	[
		'no coverage',
		{ members: (_, it) => void it.delete('coverage') },
		'takes',
		/en listing lacks "coverage"/
	],
	[
		'a change note that Spanish lacks',
		{ members: only('es', (it) => it.delete('change/2026-11-25-door-words')) },
		'takes',
		/es listing lacks "change\/2026-11-25-door-words"/
	],
	[
		'a change note that no listing has',
		{ members: (_, it) => void it.delete('change/2026-11-25-door-words') },
		'takes',
		/en listing lacks "change/
	],
	[
		'a guide that Spanish lacks',
		{ members: only('es', (it) => it.delete('guide/bus-stop')) },
		'takes',
		/es listing lacks "guide\/bus-stop"/
	],
	[
		'a guide that English lacks',
		{ members: only('en', (it) => it.delete('guide/bus-stop')) },
		'takes',
		/has "guide\/bus-stop", and the English has not/
	],
	[
		'a count of one more',
		{ edition: put('languages.0.count', 8) },
		'takes',
		/7 articles, and count says 8/
	],
	[
		'a count of every member',
		{ edition: put('languages.1.count', 12) },
		'takes',
		/es listing has 7 articles/
	],
	['a count below nothing', { edition: put('languages.0.count', -1) }, 'malformed', /malformed/]
];

function spanishInEnglish(): Forgery {
	const spanish = new Map<string, string>();
	return {
		// English is made first: its text is taken from the Spanish of the same content
		members(lang, texts) {
			const id = 'directive/door-rule';
			if (lang === 'en') texts.set(id, (texts.get(id) ?? '').replace('"lang":"en"', '"lang":"es"'));
			else spanish.set(id, texts.get(id) ?? '');
		}
	};
}
