import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#lib/server/database/migrations/migrate.ts';
import { openDatabase } from '#lib/server/database/open-database.ts';
import { securityHeaders } from '#lib/server/http/files/security-headers.ts';
import { LOG_FIELDS } from '#lib/server/process/log.ts';
import type { SenderEvent } from '#lib/server/sender/outcomes/sender-event.ts';
import { Settings } from '#lib/storage/stores/settings-store.ts';
import { aPhone } from '#tests/support/phone/stored-edition.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { aHttpApp } from '#tests/support/server/http-app.ts';
import {
	IN_ANSWERS,
	IN_LOG,
	ON_PHONE,
	ON_SERVER
} from '../../src/routes/[lang=lang]/(later)/about/privacy/held.ts';
import english from '../../src/messages/en.json' with { type: 'json' };

const sorted = (fields: string): string[] => fields.split(' ').sort();

test('the page names each table and column of the database, and no other', async () => {
	const db = await openDatabase({ databaseFile: join(aTemporaryFolder(), 'held.sqlite') });
	await migrate(db);
	const tables = await db.query.introspection.getTables();
	await db.query.destroy();

	const held = tables.map(({ name, columns }) => [name, columns.map((it) => it.name).sort()]);
	expect(held.length).toBeGreaterThan(5);
	expect(Object.fromEntries(ON_SERVER.map((it) => [it.name, sorted(it.fields)]))).toEqual(
		Object.fromEntries(held)
	);
});

test('the page names each store of the phone, and each choice', async () => {
	const db = await aPhone();
	expect(ON_PHONE.map(({ name }) => name).sort()).toEqual([...db.objectStoreNames].sort());
	db.close();

	const settings = ON_PHONE.find(({ name }) => name === 'settings');
	expect(sorted(settings?.fields ?? '')).toEqual(Object.keys(Settings.entries).sort());
});

test('the page names each header by which our server tells browsers what to do', async () => {
	const names = Object.keys(securityHeaders('https://handrail.example'));
	expect(IN_ANSWERS.map(({ name }) => name).sort()).toEqual(names.sort());

	// what else an answer has says what its bytes are, and sets nothing
	const { ask } = await aHttpApp();
	const { headers } = await ask('GET /en/');
	const others = [...headers.keys()].filter((name) => !names.includes(name));
	const OF_BYTES = ['content-length', 'content-type', 'etag', 'last-modified', 'vary'];
	const OF_HTTP = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'accept-ranges'];
	expect(others).not.toEqual([]);
	expect(others.filter((name) => ![...OF_BYTES, ...OF_HTTP].includes(name))).toEqual([]);
});

type FieldsOf<Event> = Event extends unknown ? keyof Event : never;

test('the page names each field of the log', () => {
	// what the sender hands to the log as a whole, which the type of the log does not look into
	const ofSender: Readonly<Record<FieldsOf<SenderEvent>, true>> = {
		...{ event: true, alert: true, answers: true, host: true },
		...{ pauseMs: true, reason: true, released: true }
	};
	expect(sorted(IN_LOG)).toEqual(expect.arrayContaining(Object.keys(ofSender)));
	expect(sorted(IN_LOG)).toEqual(['at', 'event', ...LOG_FIELDS].sort());
});

test('what is promised at the first start has 80 words at most', () => {
	expect(english.about_promise.split(' ').length).toBeLessThanOrEqual(80);
});
