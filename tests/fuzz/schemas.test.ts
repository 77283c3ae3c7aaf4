import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { aContact, aDirective, aGuide } from '#tests/support/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher.ts';
import { Article, ChangeNote, Contacts, Terms } from '#lib/edition/article.ts';
import { CardSource } from '#lib/edition/card-source.ts';
import { Edition, Head, Listing, Shard } from '#lib/edition/edition.ts';
import { Root } from '#lib/trust/root.ts';
import { TrustState } from '#lib/trust/trust-state.ts';
import { CASES, parameters, spoilt } from './cases.ts';

const publisher = await aPublisher();
const { edition, head } = await publisher.publish();
const seen = { head, sha256: 'a'.repeat(64), signers: ['x'], isEditionFloor: true };
const note = {
	...{ slug: 'a', lang: 'en', date: '2026-11-24', importance: 'major', articles: [] },
	...{ audiences: [], what: 'a', why: 'b', doNow: 'c', before: 'd', sources: [] }
};

const formats: [name: string, schema: v.GenericSchema, good: unknown][] = [
	['root', Root, publisher.root],
	['head', Head, head],
	['edition', Edition, edition],
	['listing', Listing, { schema: 1, lang: 'en', shards: [{ sha256: 'a'.repeat(64), length: 1 }] }],
	['shard', Shard, { entries: [{ id: 'a', sha256: 'b'.repeat(64), length: 2 }] }],
	['guide', Article, aGuide()],
	['directive', Article, aDirective()],
	['card', CardSource, aGuide()],
	['contacts', Contacts, [aContact()]],
	['terms', Terms, [{ slug: 'a', lang: 'en', term: 'b', plain: 'c' }]],
	['change note', ChangeNote, note],
	['trust row', TrustState, { chain: [], root: publisher.root, seen }]
];

let tried = 0;
afterAll(() => {
	console.log(`fuzz: ${String(tried)} spoilt values of ${String(formats.length)} formats`);
});

describe('a spoilt value', () => {
	test.each(formats)('of a %s is refused, or is of its schema all the same', (_, schema, good) => {
		expect(v.is(schema, good)).toBe(true);
		fc.assert(
			fc.property(spoilt(good), (value) => {
				tried += 1;
				// as it would arrive: what JSON cannot say never reaches a schema
				const text = JSON.stringify(value) as string | undefined;
				const result = v.safeParse(schema, text === undefined ? undefined : JSON.parse(text));
				if (!result.success) return;
				// parsing is a projection: nothing is added, and a second look agrees with the first
				expect(v.parse(schema, result.output)).toEqual(result.output);
			}),
			parameters
		);
		expect(({} as Record<string, unknown>)['entries']).toBeUndefined();
	});
});

test('every format got as many cases as were asked for', () => {
	expect(tried).toBe(formats.length * CASES);
});
