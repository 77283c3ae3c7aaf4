import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Edition } from '#lib/edition/edition.ts';
import { AnnouncementAnswer } from '#lib/push/announcement-answer.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { aBackend, aSubscriptionRequest } from '#tests/support/push/api-backend.ts';
import { aKey } from '#tests/support/publisher/publisher-keys.ts';
import { standStill } from '#tests/support/phone/stand-still.ts';

const SIGNED = { 'content-type': 'application/octet-stream' };
const TOKEN = 'an-operator-token-of-24-or-more';
const HOUR_MS = 3_600_000;

async function aServer(environment?: Record<string, string>) {
	const it = await aBackend(environment);
	const post = (body: Bytes, headers = SIGNED) =>
		it.ask('POST /api/announcements', { headers, body });
	return { ...it, post };
}

const answerOf = async (response: Response) => v.parse(AnnouncementAnswer, await response.json());
async function codeOf(response: Response): Promise<string> {
	const { code = String(response.status) } = (await response.json()) as { code?: string };
	return code;
}

describe('an announcement', () => {
	test('is accepted, held, and says when it is sent and to how many', async () => {
		standStill();
		const { post, announce, store, now, ...it } = await aServer();
		await store.subscriptions.save(aSubscriptionRequest(it));
		const answer = await post(await announce());
		expect(answer.status).toBe(202);
		const sendsAt = new Date(now().getTime() + HOUR_MS / 6).toISOString();
		expect(await answer.json()).toEqual({
			edition: 1,
			severity: 'routine',
			state: 'held',
			sendsAt,
			subscriptions: 1
		});
	});

	test('that comes again starts nothing', async () => {
		const { post, announce, store } = await aServer();
		const file = await announce();
		const first = await answerOf(await post(file));
		const again = await post(file);
		expect(again.status).toBe(200);
		expect(await answerOf(again)).toEqual(first);
		expect(await answerOf(await post(await announce()))).toEqual(first);
		expect(await store.announcements.list(10)).toHaveLength(1);
	});

	test('that was taken back stays so, whoever sends it again', async () => {
		const { post, announce, cancel } = await aServer();
		const file = await announce();
		await post(file);
		const cancelled = await post(await cancel());
		expect([cancelled.status, (await answerOf(cancelled)).state]).toEqual([200, 'cancelled']);
		expect((await answerOf(await post(file))).state).toBe('cancelled');
		expect((await answerOf(await post(await cancel()))).state).toBe('cancelled');
	});

	test('is released when its hold ends', async () => {
		const { post, announce, store, passMs, ...it } = await aServer({ HOLD_MINUTES: '10' });
		await store.subscriptions.save(aSubscriptionRequest(it));
		await post(await announce());
		await store.announcements.advance();
		expect((await store.announcements.find(1))?.state).toBe('held');
		passMs(11 * 60_000);
		while ((await store.announcements.advance()).isBusy);
		expect(await store.announcements.find(1)).toMatchObject({ state: 'sending', waiting: 1 });
	});
});

describe('is refused, and told why:', () => {
	test('what is no signed file, or comes as another type', async () => {
		const { post } = await aServer();
		const bytes = new TextEncoder().encode('<html>');
		expect(await codeOf(await post(bytes))).toBe('malformed-announcement');
		expect(await codeOf(await post(new Uint8Array(9000)))).toBe('body-too-large');
		const json = { 'content-type': 'application/json' };
		const answer = await post(bytes, json);
		expect(answer.headers.get('accept')).toBe('application/octet-stream');
		expect(await codeOf(answer)).toBe('wrong-content-type');
	});

	test('a forged, expired, foreign or early one', async () => {
		const { post, announce } = await aServer();
		const code = async (...args: Parameters<typeof announce>) =>
			codeOf(await post(await announce(...args)));
		expect(await code({}, [await aKey()])).toBe('not-signed');
		expect(await code({ expires: '2026-11-24T11:00:00.000Z' })).toBe('announcement-expired');
		expect(await code({ origin: 'https://other.example' })).toBe('wrong-server');
		expect(await code({ issued: '2026-11-24T13:00:00.000Z' })).toBe('announcement-early');
		expect(await code({ expires: '2026-12-24T12:00:00.000Z' })).toBe('announcement-too-long');
		expect(await code({ edition: 2 })).toBe('not-this-edition');
	});

	test('one that was kept for later, when its time is over', async () => {
		const { post, announce, passMs, publisher, published, write } = await aServer();
		const file = await announce();
		passMs(25 * HOUR_MS);
		expect(await codeOf(await post(file))).toBe('announcement-expired');
		passMs(24 * 7 * HOUR_MS);
		await publisher.publishHead({ edition: published.head.edition });
		write();
		expect(await codeOf(await post(file))).toBe('announcement-expired');
	});

	test('a critical one with fewer than two approvers', async () => {
		const { post, announce, publisher, approvers } = await aServer();
		const critical = { severity: 'critical' } as const;
		const [one, two] = approvers;
		const { edition } = publisher.held;
		if (!one || !two) throw new Error('no approvers');
		const code = async (...signers: (typeof one)[]) =>
			codeOf(await post(await announce(critical, [...edition, ...signers])));
		expect(await code()).toBe('too-few-approvers');
		expect(await code(one)).toBe('too-few-approvers');
		expect(await code(one, two)).toBe('202');
	});

	test('another severity for an edition that is announced', async () => {
		const { post, announce, publisher, approvers } = await aServer();
		await post(await announce());
		const signers = [...publisher.held.edition, ...approvers];
		const louder = await announce({ severity: 'critical' }, signers);
		expect(await codeOf(await post(louder))).toBe('other-announcement');
	});

	test('an edition whose head has expired: phones would not call it current', async () => {
		const { post, announce, passMs } = await aServer();
		passMs(8 * 24 * HOUR_MS);
		const issued = '2026-12-02T11:00:00.000Z';
		const file = await announce({ issued, expires: '2026-12-03T11:00:00.000Z' });
		expect(await codeOf(await post(file))).toBe('edition-not-trusted');
	});

	test('a second routine one that would expire before a day has passed', async () => {
		const { post, announce, store, passMs, publisher, write } = await aServer();
		await post(await announce());
		passMs(11 * 60_000);
		while ((await store.announcements.advance()).isBusy);
		const note = { slug: 'b', date: '2026-11-24', articles: [] };
		const changes: Edition['changes'] = [{ ...note, importance: 'major', notify: 'routine' }];
		const { edition, ref } = await publisher.publish({
			edition: { changes }
		});
		write();
		const second = { edition: edition.version, sha256: ref.sha256 };
		expect(await codeOf(await post(await announce(second)))).toBe('one-a-day');
		const later = await announce({ ...second, expires: '2026-11-26T12:00:00.000Z' });
		expect((await answerOf(await post(later))).sendsAt).toMatch(/^2026-11-25T12:1\d/);
	});

	test('a cancellation that comes too late', async () => {
		const { post, announce, cancel, store, passMs } = await aServer();
		await post(await announce());
		passMs(11 * 60_000);
		for (let n = 0; n < 3; n += 1) while ((await store.announcements.advance()).isBusy);
		expect((await store.announcements.find(1))?.state).toBe('done');
		expect(await codeOf(await post(await cancel()))).toBe('finished');
	});

	test('a cancellation of what was never announced, or by a stranger', async () => {
		const { post, cancel } = await aServer();
		expect(await codeOf(await post(await cancel()))).toBe('no-announcement');
		const foreign = await cancel({ origin: 'https://other.example' });
		expect(await codeOf(await post(foreign))).toBe('wrong-server');
	});
});

describe('the list of announcements', () => {
	const list = (token?: string) => {
		return token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } };
	};

	test('is for the operator; to others there is nothing', async () => {
		const { ask, post, announce } = await aServer({ OPERATOR_TOKEN: TOKEN });
		await post(await announce());
		expect((await ask('GET /api/announcements', list())).status).toBe(404);
		expect((await ask('GET /api/announcements', list('another-token-of-24-char'))).status).toBe(
			404
		);
		const answer = await ask('GET /api/announcements', list(TOKEN));
		expect(await answer.json()).toMatchObject({
			subscriptions: 0,
			announcements: [{ edition: 1, state: 'held', isLate: false }]
		});
	});

	test('is for nobody where no token is set', async () => {
		const { ask } = await aServer();
		expect((await ask('GET /api/announcements', list('undefined'))).status).toBe(404);
	});
});
