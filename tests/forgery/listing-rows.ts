import { toBytes } from '#lib/trust/signed/bytes.ts';
import { drop, push, put } from './change-json.ts';
import type { Row } from './row.ts';

/** Listings, shards and packs as files, and what the edition says of its contents. */
export const LISTING_ROWS: readonly Row[] = [
	[
		'a listing of another language',
		{ listing: (lang) => (lang === 'en' ? put('lang', 'es') : undefined) },
		'mismatch',
		/mismatch/
	],
	['a listing of no language', { listing: () => drop('lang') }, 'malformed', /malformed/],
	['listings of two languages changed over', { edition: swapListings }, 'mismatch', /mismatch/],
	[
		'packs of two languages changed over',
		{ edition: swapPacks },
		'takes',
		/en pack is not the texts/
	],
	['a listing of schema 2', { listing: () => put('schema', 2) }, 'needs-app-update', /newer app/],
	[
		'a listing of schema 0',
		{ listing: () => put('schema', 0) },
		'takes',
		/not as the compiler would write it/
	],
	[
		'a listing with a field of the future',
		{ listing: () => put('later', 1) },
		'takes',
		/something at later/
	],
	[
		'a listing with a key twice',
		{ listingText: (it) => it.replace('{', '{"lang":"fr",') },
		'malformed',
		/malformed/
	],
	[
		'a listing with a line feed at its end',
		{ listingText: (it) => `${it}\n` },
		'malformed',
		/malformed/
	],
	[
		'a listing after a byte order mark',
		{ listingText: (it) => `\ufeff${it}` },
		'malformed',
		/malformed/
	],
	['a listing that is no JSON', { listingText: () => 'listing' }, 'malformed', /malformed/],
	['a shard with a space', { shardText: (it) => it.replace(',', ', ') }, 'malformed', /malformed/],
	[
		'a shard with a key twice',
		{ shardText: (it) => it.replace('{', '{"entries":[],') },
		'malformed',
		/malformed/
	],
	['a shard that is no JSON', { shardText: () => '[' }, 'malformed', /malformed/],
	[
		'a listing that is missing',
		{ files: (files, { listing }) => void files.delete(listing) },
		'not-served',
		/not-served/
	],
	[
		'a shard that is missing, though the pack has it',
		{ files: (files, { shard }) => void files.delete(shard) },
		'takes',
		/listing\/\w+\.json is missing/
	],
	[
		'a listing that is altered',
		{ files: (files, { listing }) => files.set(listing, toBytes('{}')) },
		'wrong-length',
		/wrong-length/
	],
	[
		'a listing that is longer',
		{
			files: (files, { listing }) =>
				files.set(listing, new Uint8Array([...(files.get(listing) ?? []), 32]))
		},
		'too-large',
		/too-large/
	],

	[
		'a pack in another order',
		{ pack: ([first = '', second = '', ...rest]) => [second, first, ...rest] },
		'takes',
		/pack is not the texts/
	],
	[
		'a pack without its last text',
		{ pack: (lines) => lines.slice(0, -1) },
		'takes',
		/pack is not the texts/
	],
	[
		'a pack with a text more',
		{ pack: (lines) => [...lines, '{}'] },
		'takes',
		/pack is not the texts/
	],
	[
		'a pack with a text altered',
		{ pack: (lines) => lines.map((it) => it.replace('Wait', 'Wiat')) },
		'takes',
		/pack is not the texts/
	],
	[
		'a pack with a line feed at its end',
		{ pack: (lines) => [...lines, ''] },
		'takes',
		/pack is not the texts/
	],
	['an empty pack', { pack: () => [] }, 'takes', /pack is not the texts/],
	[
		'a pack that is missing',
		{ files: (files, { pack }) => void files.delete(pack) },
		'takes',
		/pack\/\w+\.txt is missing/
	],
	[
		'a pack that is altered',
		{ files: (files, { pack }) => files.set(pack, toBytes('x')) },
		'takes',
		/pack\/\w+\.txt is damaged/
	],
	[
		'a pack with another length',
		{ edition: put('languages.0.pack.length', 9) },
		'takes',
		/pack\/\w+\.txt is damaged/
	],

	// of the future: what phones do not know they may leave out, and a publisher does not send it
	[
		'a language of the future',
		{ edition: push('languages', ([english]) => ({ ...(english as object), lang: 'tlh' })) },
		'takes',
		/something at languages/
	],
	[
		'an importance of the future',
		{ edition: put('changes.0.importance', 'huge') },
		'takes',
		/something at changes|edition\/\w+\.json /
	],
	[
		'a notice of the future',
		{ edition: put('changes.0.notify', 'loud') },
		'takes',
		/something at changes|edition\/\w+\.json /
	],
	[
		'a change twice',
		{ edition: push('changes', ([first]) => first) },
		'takes',
		/change "\S+" twice/
	],
	[
		'a change that no listing has',
		{ edition: push('changes', ([first]) => ({ ...(first as object), slug: 'a-new-one' })) },
		'takes',
		/lacks "change\/a-new-one"/
	],
	[
		'a change left out',
		{ edition: drop('changes.0') },
		'takes',
		/is not among the changes of the edition/
	],
	[
		'a change with another date',
		{ edition: put('changes.0.date', '2026-11-01') },
		'takes',
		/another date, importance or articles/
	],
	[
		'a change of another importance',
		{ edition: importance },
		'takes',
		/another date, importance or articles/
	],
	[
		'a change of an article that is not here',
		{ edition: put('changes.0.articles', ['guide/nowhere']) },
		'takes',
		/names "guide\/nowhere"/
	],
	[
		'a withdrawn id that is listed',
		{ edition: put('withdrawn', [{ id: 'guide/bus-stop', on: '2026-11-24' }]) },
		'takes',
		/listed, and said to be withdrawn/
	],
	[
		'a withdrawn id twice',
		{
			edition: put('withdrawn', [
				{ id: 'guide/a', on: '2026-11-24' },
				{ id: 'guide/a', on: '2026-11-25' }
			])
		},
		'takes',
		/withdrawn id "guide\/a" twice/
	],
	[
		'a withdrawn id that is no article',
		{ edition: put('withdrawn', [{ id: 'contacts-old', on: '2026-11-24' }]) },
		'takes',
		/no article's id/
	],
	[
		'a withdrawal on no day',
		{ edition: put('withdrawn', [{ id: 'guide/a', on: 'Tuesday' }]) },
		'malformed',
		/malformed/
	],
	[
		'a withdrawn id, as it should be',
		{ edition: put('withdrawn', [{ id: 'guide/a', on: '2026-11-24' }]) },
		'takes',
		'takes'
	]
];

function importance(json: unknown): unknown {
	const { changes } = json as { changes: { importance: string }[] };
	return put('changes.0.importance', changes[0]?.importance === 'major' ? 'minor' : 'major')(json);
}

interface Files {
	languages: { listing: unknown; pack: unknown }[];
}

function swapListings(json: unknown): unknown {
	const [a, b] = (json as Files).languages;
	return put('languages.0.listing', b?.listing)(put('languages.1.listing', a?.listing)(json));
}

function swapPacks(json: unknown): unknown {
	const [a, b] = (json as Files).languages;
	return put('languages.0.pack', b?.pack)(put('languages.1.pack', a?.pack)(json));
}
