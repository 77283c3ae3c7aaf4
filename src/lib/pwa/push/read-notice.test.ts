import { expect, test } from 'vitest';
import { formatPushMessage } from '#lib/push/push-message.ts';
import { noticePayload, type Severity } from '#lib/push/notice.ts';
import { openHandrailDatabase, type HandrailDatabase } from '#lib/storage/database/database.ts';
import { writeSetting } from '#lib/storage/stores/settings-store.ts';
import { toBase64Url, toBytes } from '#lib/trust/signed/bytes.ts';
import { signedMessage, type Role } from '#lib/trust/signed/envelope.ts';
import { ECDSA } from '#lib/trust/signed/root.ts';
import { aKey, type TestKey } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, type Publisher } from '#tests/support/publisher/publisher.ts';
import { installed } from '#tests/support/phone/stored-edition.ts';
import { readNotice } from './read-notice.ts';

let count = 0;

/** A phone that reads Spanish, with edition 1 on it. */
async function aReadingPhone() {
	const database = `notice-${String((count += 1))}`;
	const [db, publisher] = [await openHandrailDatabase(database), await aPublisher()];
	await installed(db, publisher, await publisher.publish());
	await writeSetting(db, 'lang', 'es');
	const read = (text: string | undefined, now?: Date) =>
		readNotice(text, { database, ...(now && { now }) });
	return { db, publisher, read };
}

interface Pushed {
	edition?: number;
	severity?: Severity;
	key?: TestKey | undefined;
	role?: Role;
}

/** What a push server sends. Signed by the publishing key, unless another is named. */
async function aPush(publisher: Publisher, pushed: Pushed = {}): Promise<string> {
	const { edition = 2, severity = 'critical', role = 'notice' } = pushed;
	const key = pushed.key ?? publisher.held.edition[0];
	if (!key) throw new Error('no key');
	const message = signedMessage(role, toBytes(noticePayload({ edition, severity })));
	const signature = new Uint8Array(await crypto.subtle.sign(ECDSA, key.privateKey, message));
	const proof = toBase64Url(signature);
	return formatPushMessage({ edition, severity, proof }, 'https://handrail.example');
}

test("is critical by the publishing key's word, in the reader's language", async () => {
	const { publisher, read } = await aReadingPhone();
	const view = { severity: 'critical', lang: 'es', isSilent: false };
	expect(await read(await aPush(publisher))).toEqual(view);
	// the notice may come after the edition, which the phone fetched by itself
	expect(await read(await aPush(publisher, { edition: 1 }))).toEqual(view);
});

test('is routine where anybody else says that it is critical', async () => {
	const { publisher, read } = await aReadingPhone();
	const routine = { severity: 'routine', lang: 'es' };
	const [head] = publisher.held.head;
	const forged = [
		await aPush(publisher, { key: await aKey() }),
		await aPush(publisher, { key: head }),
		await aPush(publisher, { role: 'edition' }),
		(await aPush(publisher, { severity: 'routine' })).replace(
			'"severity":"routine"',
			'"severity":"critical"'
		),
		(await aPush(publisher)).replace('"edition":2', '"edition":3')
	];
	for (const text of forged) expect(await read(text)).toMatchObject(routine);
});

test('is routine for an edition that this phone has left behind: a replayed alarm is none', async () => {
	const { db, publisher, read } = await aReadingPhone();
	const old = await aPush(publisher, { edition: 1 });
	await installed(db, publisher, await publisher.publish());
	expect(await read(old)).toMatchObject({ severity: 'routine' });
});

test.each([
	['no data', undefined],
	['an empty body', ''],
	['no JSON', '<html>'],
	['another type', '42'],
	['an unknown version', '{"web_push":8031,"edition":"new","severity":"loud"}'],
	[
		'a proof that is no signature',
		`{"edition":2,"severity":"critical","proof":"${'A'.repeat(86)}"}`
	]
])('is one plain notice for a push with %s', async (_, text) => {
	const { read } = await aReadingPhone();
	expect(await read(text)).toEqual({ severity: 'routine', lang: 'es', isSilent: false });
});

test('is plain English on a phone that has forgotten everything', async () => {
	const publisher = await aPublisher();
	const view = await readNotice(await aPush(publisher), { database: 'notice-empty' });
	expect(view).toEqual({ severity: 'routine', lang: 'en', isSilent: false });
});

test('is plain English, and in time, where storage is denied', async () => {
	const real = indexedDB;
	Reflect.deleteProperty(globalThis, 'indexedDB');
	const view = await readNotice(undefined);
	globalThis.indexedDB = real;
	expect(view).toEqual({ severity: 'routine', lang: 'en', isSilent: false });
});

test.each([
	[{ from: 22, until: 6 }, 23, true],
	[{ from: 22, until: 6 }, 5, true],
	[{ from: 22, until: 6 }, 6, false],
	[{ from: 13, until: 15 }, 14, true],
	[{ from: 13, until: 15 }, 15, false],
	[undefined, 3, false]
])('with quiet hours %j, at %i o’clock, silent: %s', async (quiet, hour, isSilent) => {
	const { db, read } = await aReadingPhone();
	await keep(db, quiet);
	expect(await read(undefined, new Date(2026, 10, 24, hour, 30))).toMatchObject({ isSilent });
});

const keep = (db: HandrailDatabase, quiet: { from: number; until: number } | undefined) =>
	writeSetting(db, 'quietHours', quiet);
