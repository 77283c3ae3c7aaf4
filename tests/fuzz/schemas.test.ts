import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { Article, ChangeNote, Contacts, Terms } from '#lib/edition/article.ts';
import { CardSource } from '#lib/edition/card-source.ts';
import { Edition, Head, Listing, Shard } from '#lib/edition/edition.ts';
import { Coverage } from '#lib/edition/coverage.ts';
import { Announcement, Cancellation } from '#lib/push/announcement.ts';
import { Notice } from '#lib/push/notice.ts';
import { formatPushMessage, PushMessage } from '#lib/push/push-message.ts';
import { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import { Root } from '#lib/trust/signed/root.ts';
import { TrustState } from '#lib/trust/trust-state.ts';
import { CASES, parameters, spoilt } from './cases.ts';

const publisher = await aPublisher();
const { edition, head } = await publisher.publish();
const seen = { head, sha256: 'a'.repeat(64), signers: ['x'], isEditionFloor: true };
const note = {
	...{ slug: 'a', lang: 'en', date: '2026-11-24', importance: 'major', articles: [] },
	...{ audiences: [], what: 'a', why: 'b', doNow: 'c', before: 'd', sources: [] }
};

const notice = { edition: 57, severity: 'critical' as const, proof: `${'a'.repeat(85)}A` };
const cancellation = {
	...{ edition: 57, sha256: 'a'.repeat(64), origin: 'https://handrail.example' },
	...{ issued: '2026-11-24T09:00:00.000Z', expires: '2026-11-25T09:00:00.000Z' }
};
const subscription = {
	endpoint: 'https://push.example/1',
	keys: { p256dh: 'a'.repeat(87), auth: 'b'.repeat(22) },
	...{ vapidKeyId: 'c'.repeat(43), token: 'd'.repeat(43) }
};
const coverage = {
	lang: 'en',
	claims: [{ id: 'seed-01', text: 'a', verdict: 'wrong', articles: ['guide/a'] }],
	evidence: {
		unusedFacts: 1,
		articles: [{ id: 'guide/a', newest: '2026-11', unconfirmed: 1, practice: 2, copies: 0 }]
	}
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
	['trust row', TrustState, { chain: [], root: publisher.root, seen }],
	['coverage', Coverage, coverage],
	['notice', Notice, notice],
	['push', PushMessage, JSON.parse(formatPushMessage(notice, 'https://handrail.example'))],
	['subscription', SubscriptionRequest, subscription],
	['announcement', Announcement, { ...cancellation, severity: 'routine', proof: notice.proof }],
	['cancellation', Cancellation, cancellation]
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
