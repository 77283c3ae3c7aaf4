import { toBase64Url, toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { both, drop, push, put } from './change-json.ts';
import { day, held, NOW, STRANGERS_ROOT, type Paths } from './forge.ts';
import type { Row } from './row.ts';

const editFile =
	(which: 'head' | 'edition' | 'root', change: (text: string) => string) =>
	(files: Map<string, Bytes>, paths: Paths): void => {
		const path = { head: 'head.json', edition: paths.edition, root: 'trust/2.root.json' }[which];
		const before = toText(files.get(path) ?? new Uint8Array());
		const after = change(before);
		if (after === before) throw new Error(`${path} was not altered`);
		files.set(path, toBytes(after));
	};
const stranger = held.stranger;
const unsigned = /below-threshold/;

/** What head and edition say of each other, of the time and of the app; and their header lines. */
export const CLAIM_ROWS: readonly Row[] = [
	[
		'a head of another edition version',
		{ head: put('edition.version', 4) },
		'mismatch',
		/mismatch/
	],
	[
		'a head with another length',
		{ head: put('edition.length', 9) },
		'wrong-length',
		/wrong-length/
	],
	['a head with a length one more', { head: longer }, 'wrong-length', /wrong-length/],
	[
		'a head with another hash',
		{ head: put('edition.sha256', 'a'.repeat(64)) },
		'not-served',
		/not-served/
	],
	['a head of a root to come', { head: put('root', 3) }, 'root-unreachable', /root-unreachable/],
	[
		'a head of the root before',
		{ head: put('root', 1) },
		'takes',
		/names root 1, and root 2 is out/
	],
	['a head of 14 days', { head: put('expires', day(14)) }, 'takes', 'takes'],
	['a head of 15 days', { head: put('expires', day(15)) }, 'lifetime', /lifetime/],
	['a head that ends before it begins', { head: put('expires', day(-1)) }, 'lifetime', /lifetime/],
	[
		'a head that has expired',
		{ head: both(put('issued', day(-9)), put('expires', NOW.toISOString())) },
		'takes',
		/head has expired .*edition:renew/
	],
	[
		'a head of tomorrow',
		{ head: both(put('issued', day(1)), put('expires', day(8))) },
		'takes',
		/head is issued at .* not yet/
	],
	[
		'a head with a time zone',
		{ head: put('expires', '2026-12-03T09:00:00.000+00') },
		'malformed',
		/malformed/
	],
	[
		'an edition with a time zone',
		{ edition: put('issued', '2026-11-26T09:00:00+01:00') },
		'malformed',
		/malformed/
	],
	[
		'an edition of 30 February',
		{ edition: put('expires', '2027-02-30T09:00:00.000Z') },
		'malformed',
		/malformed/
	],
	['a head without a version', { head: drop('version') }, 'malformed', /malformed/],
	['a head of version 0', { head: put('version', 0) }, 'malformed', /malformed/],
	['a head of version 1.5', { head: put('version', 1.5) }, 'malformed', /malformed/],
	[
		'a head with a field of the future',
		{ head: put('later', true) },
		'takes',
		/head\.json has something at later/
	],
	[
		'a head with a version twice',
		{ headText: (it) => it.replace('{', '{"version":1,') },
		'malformed',
		/malformed/
	],
	['a head with a space', { headText: (it) => it.replace(',', ', ') }, 'malformed', /malformed/],
	['a head with a line feed at its end', { headText: (it) => `${it}\n` }, 'malformed', /malformed/],
	['a head after a byte order mark', { headText: (it) => `\ufeff${it}` }, 'malformed', /malformed/],
	['a head below the floor of the app', { anchor: { floor: 4 } }, 'rollback', /no edition below 4/],

	[
		'an edition of a root to come',
		{ edition: put('root', 3) },
		'root-unreachable',
		/root-unreachable/
	],
	['an edition of schema 2', { edition: put('schema', 2) }, 'needs-app-update', /newer app/],
	['an edition for an app to come', { edition: put('minApp', 2) }, 'needs-app-update', /newer app/],
	[
		'an edition that has expired',
		{ edition: both(put('issued', day(-80)), put('expires', NOW.toISOString())) },
		'takes',
		/edition has expired/
	],
	[
		'an edition of tomorrow',
		{ edition: put('issued', day(1)) },
		'takes',
		/edition is issued at .* not yet/
	],
	['an edition of 91 days', { edition: put('expires', day(91)) }, 'takes', /longer than 90 days/],
	[
		'an edition with a field of the future',
		{ edition: put('later', 1) },
		'takes',
		/has something at later/
	],
	[
		'an edition with a version twice',
		{ editionText: (it) => it.replace('{', '{"version":3,') },
		'malformed',
		/malformed/
	],
	['an edition in another order', { edition: reversed }, 'takes', /form that the compiler writes/],
	[
		'an edition that hides that its keys are demo keys',
		{ edition: put('publisher.isDemo', false) },
		'takes',
		/not demo keys, the anchor says otherwise/
	],
	[
		'a mirror without https',
		{ edition: put('mirrors', ['http://mirror.example/']) },
		'takes',
		/mirror "http:/
	],
	[
		'a mirror without a slash',
		{ edition: put('mirrors', ['https://mirror.example/a']) },
		'takes',
		/ends in a slash/
	],
	[
		'an edition without languages',
		{ edition: put('languages', []) },
		'no-such-language',
		/no-such-language/
	],
	[
		'an edition with English twice',
		{ edition: push('languages', ([english]) => english) },
		'takes',
		/language "en" twice/
	],
	[
		'an edition of a later day of the month 31 April',
		{ edition: put('changes.0.date', '2026-04-31') },
		'malformed',
		/malformed/
	],

	[
		'a header of another type',
		{ files: editFile('head', (it) => it.replace('head+json', 'root+json')) },
		'below-threshold',
		unsigned
	],
	[
		'a header that is no JSON',
		{ files: editFile('head', (it) => it.replace('{', '[')) },
		'malformed',
		/malformed/
	],
	[
		'a header without a line feed',
		{ files: editFile('head', (it) => it.replace('\n', ' ')) },
		'malformed',
		/malformed/
	],
	[
		'a header of more than 4,096 bytes',
		{ files: editFile('head', (it) => it.replace('{', `{${' '.repeat(4096)}`)) },
		'malformed',
		/malformed/
	],
	[
		'a header of nine signatures',
		{
			signers: {
				head: Array.from({ length: 9 }, () => held.head[0] ?? stranger[0]).flatMap((it) => it ?? [])
			}
		},
		'malformed',
		/malformed/
	],
	[
		'a header with a short signature beside the good one',
		{
			files: editFile('head', (it) =>
				it.replace('"signatures":[', `"signatures":[{"keyId":"${'A'.repeat(43)}","sig":"AA"},`)
			)
		},
		'malformed',
		/malformed/
	],
	[
		'a header with a wrong signature beside the good one',
		{
			files: editFile('head', (it) =>
				it.replace(
					'"signatures":[',
					`"signatures":[{"keyId":"${'A'.repeat(43)}","sig":"${toBase64Url(new Uint8Array(64))}"},`
				)
			)
		},
		'takes',
		'takes'
	],
	[
		'one character of a head',
		{ files: editFile('head', (it) => it.replace('"version":7', '"version":8')) },
		'below-threshold',
		unsigned
	],
	[
		'one character of an edition',
		{ files: editFile('edition', (it) => it.replace('"version":3', '"version":4')) },
		'wrong-hash',
		/wrong-hash/
	],
	[
		'one character of root 2',
		{ files: editFile('root', (it) => it.replace('"version":2', '"version":3')) },
		'below-threshold',
		/does not follow/
	],
	[
		'a head cut short',
		{ files: editFile('head', (it) => it.slice(0, -9)) },
		'below-threshold',
		unsigned
	],
	[
		'an edition cut short',
		{ files: editFile('edition', (it) => it.slice(0, -9)) },
		'wrong-length',
		/wrong-length/
	],
	[
		'the whole edition of a stranger, with a root 1 of its own',
		{ anchor: { root: STRANGERS_ROOT } },
		'below-threshold',
		/another publisher's edition/
	]
];

function reversed(json: unknown): unknown {
	return Object.fromEntries(Object.entries(json as object).reverse());
}

function longer(json: unknown): unknown {
	const { edition } = json as { edition: { length: number } };
	return put('edition.length', edition.length + 1)(json);
}
