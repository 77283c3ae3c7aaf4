import { describe, expect, test, vi } from 'vitest';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import {
	EditionHost,
	captivePortal,
	endless,
	fileResponse,
	offline
} from '#tests/support/server/edition-host.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, today, type Publication } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import type { Guide } from '#lib/edition/article.ts';
import { storedHashes } from '#lib/storage/stores/blob-store.ts';
import { sha256Hex, toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { freshness } from '#lib/trust/freshness.ts';
import { onSwitch } from './edition-channel.ts';

/** An edition of two shards, with two guides of this title and articles that stay the same. */
function titled(title: string, lang: Guide['lang'] = 'en'): NonNullable<Publication['languages']> {
	const others = Array.from({ length: 40 }, (_, index) => aDirective({ slug: `law-${index}` }));
	const second = aGuide({ slug: 'home-door', title, lang });
	return { [lang]: { articles: [aGuide({ title, lang }), second, ...others] } };
}

describe('a first visit', () => {
	test('takes four requests, and makes everything readable', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		const outcome = await phone.sync();
		expect(outcome).toEqual({ status: 'switched', version: 1, languages: ['en'] });
		expect(phone.host.requests.map((path) => path.replace(/[0-9a-f]{64}/, '…'))).toEqual([
			'head.json',
			'edition/….json',
			'listing/….json',
			'pack/….txt'
		]);
		expect(await phone.title()).toBe('One');
		expect(freshness(await phone.trust(), today()).state).toBe('current');
	});

	test('asks for the texts while the listing is still on its way', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		let send = (): void => undefined;
		phone.host.answers((path) => {
			if (path.startsWith('pack/')) send();
			const listing = path.startsWith('listing/') && publisher.files.get(path);
			if (!listing) return undefined;
			// it comes once the pack was asked for, and not before
			const start = (controller: ReadableStreamDefaultController<Bytes>): void => {
				send = () => {
					controller.enqueue(listing);
					controller.close();
				};
			};
			return fileResponse(new ReadableStream({ start }));
		});
		expect(await phone.sync()).toMatchObject({ status: 'switched' });
		expect(await phone.title()).toBe('One');
	});

	test('reads nothing of the texts where the listing is not the one that was signed', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		phone.host.answers((path) => {
			const listing = path.startsWith('listing/') && publisher.files.get(path);
			return listing ? fileResponse(altered(listing, /en/, 'es')) : undefined;
		});
		expect(await phone.sync()).toEqual({ status: 'rejected', code: 'wrong-hash' });
		expect([...(await storedHashes(await phone.open()))]).toEqual([]);
	});

	test('tells how far it has come, up to all articles', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		const onProgress = vi.fn();
		await phone.sync(['en'], { onProgress });
		expect(onProgress.mock.calls[0]).toEqual([{ lang: 'en', done: 0, total: 42 }]);
		expect(onProgress.mock.lastCall).toEqual([{ lang: 'en', done: 42, total: 42 }]);
	});

	test("shows the reader's language before another one has come, and adds that after", async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: { ...titled('One'), ...titled('Uno', 'es') } });
		const seen = new Promise((resolve) => {
			const stop = onSwitch((version) => {
				stop();
				resolve(version);
			});
		});
		const outcome = await phone.sync(['es', 'en']);
		expect(outcome).toMatchObject({ status: 'switched', languages: ['es', 'en'] });
		expect(await seen).toBe(1);
		expect([await phone.title('es'), await phone.title('en')]).toEqual(['Uno', 'One']);
	});

	test('says so where the publisher has no such language', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		expect(await phone.sync(['es'])).toEqual({ status: 'rejected', code: 'no-such-language' });
	});
});

/** A phone that has edition 1, and the way to publish the next with another title. */
async function aPhoneWithEdition() {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	const [guide, ...rest] = titled('One').en?.articles ?? [];
	const publish = (title: string, more: Pick<Publication, 'hasUpdates'> = {}) =>
		publisher.publish({
			languages: { en: { articles: [{ ...(guide as Guide), title }, ...rest] } },
			...more
		});
	await publish('One');
	await phone.sync();
	return { publisher, phone, publish };
}

const altered = (file: Bytes, what: RegExp, by: string): Bytes =>
	toBytes(toText(file).replace(what, by));

describe('an update', () => {
	test('of one article asks for one shard of two, and one text', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		await phone.sync();
		const [guide, ...rest] = titled('One').en?.articles ?? [];
		const edited = { ...(guide as Guide), title: 'Two' };
		await publisher.publish({ languages: { en: { articles: [edited, ...rest] } } });
		phone.host.forgetRequests();
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 2 });
		const folders = phone.host.requests.map((path) => path.split('/')[0]);
		expect(folders.filter((it) => it === 'listing')).toHaveLength(2);
		expect(folders.filter((it) => it === 'blob')).toHaveLength(1);
		expect(folders).not.toContain('pack');
		expect(await phone.title()).toBe('Two');
	});

	test('that its publisher leads to takes two requests', async () => {
		const { phone, publish } = await aPhoneWithEdition();
		await publish('Two', { hasUpdates: true });
		phone.host.forgetRequests();
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 2 });
		const asked = phone.host.requests.map((path) => path.replace(/[0-9a-f]{64}/, '…'));
		expect(asked).toEqual(['head.json', 'update/….1.en.txt']);
		expect(await phone.title()).toBe('Two');
		expect(freshness(await phone.trust(), today()).state).toBe('current');
	});

	test('is led to from editions that are not the last', async () => {
		const { phone, publish } = await aPhoneWithEdition();
		for (const title of ['Two', 'Three', 'Four']) await publish(title, { hasUpdates: true });
		phone.host.forgetRequests();
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 4 });
		expect(phone.host.requests).toHaveLength(2);
		expect(await phone.title()).toBe('Four');
	});

	test.each([
		['is not there', () => new Response('', { status: 404 })],
		['is cut', (file: Bytes) => fileResponse(file.slice(0, file.length / 2))],
		[
			'is of another publisher',
			(file: Bytes) => fileResponse(altered(file, /"sig":"..../, '"sig":"AAAA'))
		],
		['makes another text', (file: Bytes) => fileResponse(altered(file, /Two/, 'Too'))],
		['never ends', () => endless()],
		['is a login page', () => captivePortal()],
		['is no patch', () => fileResponse('{}\n{}\n[1,2]')]
	])('comes file by file where what leads to it %s', async (_, answer) => {
		const { phone, publisher, publish } = await aPhoneWithEdition();
		await publish('Two', { hasUpdates: true });
		const [path = '', file = new Uint8Array()] =
			[...publisher.files].find(([it]) => it.startsWith('update/')) ?? [];
		phone.host.answers((it) => (it === path ? answer(file) : undefined));
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 2 });
		expect(await phone.title()).toBe('Two');
		const db = await phone.open();
		const hashes = await Promise.all(
			(await db.getAll('blobs')).map((it) => sha256Hex(toBytes(it)))
		);
		expect(new Set(hashes)).toEqual(await storedHashes(db));
	});

	test('comes file by file where what it starts from is damaged', async () => {
		const { phone, publish } = await aPhoneWithEdition();
		const db = await phone.open();
		for (const sha256 of await storedHashes(db)) {
			if ((await db.get('blobs', sha256))?.includes('"entries"'))
				await db.put('blobs', 'rotten', sha256);
		}
		await publish('Two', { hasUpdates: true });
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 2 });
		expect(await phone.title()).toBe('Two');
	});

	test('of nothing asks for the head only', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		await phone.sync();
		phone.host.forgetRequests();
		expect(await phone.sync()).toEqual({ status: 'already-current' });
		expect(phone.host.requests).toEqual(['head.json']);
	});

	test('keeps every language that arrives, and drops one that does not', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: { ...titled('One'), ...titled('Uno', 'es') } });
		await phone.sync(['en', 'es']);
		const next = await publisher.publish({
			languages: { ...titled('Two'), ...titled('Dos', 'es') }
		});
		const spanish = next.blobs.get('es guide/school-bus') ?? '';
		phone.host.answers((path) => (path.includes(spanish) ? offline() : undefined));
		expect(await phone.sync(['en', 'es'])).toMatchObject({ version: 2, languages: ['en'] });
		expect([await phone.title('en'), await phone.title('es')]).toEqual(['Two', undefined]);

		phone.host.recover();
		phone.host.forgetRequests();
		expect(await phone.sync(['en', 'es'])).toMatchObject({ version: 2, languages: ['es'] });
		expect(await phone.title('es')).toBe('Dos');
		expect(phone.host.requests.filter((path) => /^(blob|pack)/.test(path))).toHaveLength(1);
	});

	test('installs the same edition again when its key was replaced, and is current again', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		const edition = { version: 5, root: 1 };
		await publisher.publish({ languages: titled('One'), edition });
		await phone.sync();
		await publisher.rotate({ edition: await keys(1) });
		await publisher.publish({ languages: titled('One'), edition });
		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 5 });
		expect(freshness(await phone.trust(), today())).toMatchObject({
			state: 'current',
			isRevoked: false
		});
	});

	test('is told apart from a formats change: an old app keeps the old edition', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		await phone.sync();
		await publisher.publish({ languages: titled('Two'), edition: { schema: 2 } });
		expect(await phone.sync()).toEqual({ status: 'needs-app-update' });
		expect(await phone.title()).toBe('One');
		expect(freshness(await phone.trust(), today()).state).toBe('behind');
	});
});

describe('repair', () => {
	test('fetches what is missing of the edition on screen, in the order of hashes', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		const { blobs } = await publisher.publish({ languages: titled('One') });
		await phone.sync();
		const db = await phone.open();
		const lost = [...blobs.values()].slice(0, 3);
		for (const sha256 of lost) await db.delete('blobs', sha256);
		phone.host.forgetRequests();

		expect(await phone.sync()).toMatchObject({ status: 'switched', version: 1 });
		const asked = phone.host.requests.filter((path) => path.startsWith('blob/'));
		expect(asked).toEqual(lost.sort().map((sha256) => `blob/${sha256}.json`));
		expect(await storedHashes(db)).toContain(lost[0]);
	});
});

describe('mirrors', () => {
	const hosts = ['http://localhost/published/', 'http://mirror.test/published/'];

	test('are asked only when our host fails', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish({ languages: titled('One') });
		const urls: string[] = [];
		const { fetch: ask } = phone.host;
		const fetch: typeof globalThis.fetch = (input, init) => {
			urls.push(input as string);
			return ask(input, init);
		};
		await phone.sync(['en'], { hosts, fetch });
		expect(urls.filter((url) => url.includes('mirror'))).toEqual([]);
	});

	test('that are hostile are ignored, and one that drips costs no more than its deadline', async () => {
		const publisher = await aPublisher();
		await publisher.publish({ languages: titled('One') });
		const phone = aSyncingPhone(publisher);
		await phone.sync();
		const stranger = await aPublisher();
		await stranger.publish({ languages: titled('Bad'), head: { version: 99 } });
		await publisher.publish({ languages: titled('Two') });
		const drips = (): Response =>
			fileResponse(
				new ReadableStream({
					async pull(controller) {
						await new Promise((resolve) => setTimeout(resolve, 5));
						controller.enqueue(new Uint8Array([0x20]));
					}
				})
			);
		const bad = new EditionHost(stranger.files);
		const good = new EditionHost(publisher.files);
		const answers: Record<string, typeof globalThis.fetch> = {
			localhost: () => Promise.reject(new TypeError('down')),
			hostile: bad.fetch,
			endless: () => Promise.resolve(endless()),
			slow: () => Promise.resolve(drips()),
			good: good.fetch
		};
		const fetch: typeof globalThis.fetch = (input, init) => {
			const { hostname, pathname } = new URL(input as string);
			const isHead = pathname.endsWith('/head.json');
			const answer =
				answers[
					!isHead && hostname === 'slow' && !pathname.includes('/trust/') ? 'localhost' : hostname
				];
			return answer?.(input, init) ?? Promise.reject(new TypeError('unknown'));
		};
		const all = Object.keys(answers).map((it) => `http://${it}/published/`);
		const options = { hosts: all, fetch, idleMs: 300 };
		expect(await phone.sync(['en'], options)).toMatchObject({ status: 'switched', version: 2 });
		expect(await phone.title()).toBe('Two');
	});

	test('serve everything when our host is down, and the highest head wins', async () => {
		const publisher = await aPublisher();
		await publisher.publish({ languages: titled('One') });
		const stale = new EditionHost(new Map(publisher.files));
		await publisher.publish({ languages: titled('Two') });
		const fresh = new EditionHost(publisher.files);
		const phone = aSyncingPhone(publisher);
		const fetch: typeof globalThis.fetch = (input, init) => {
			const url = input as string;
			if (url.includes('localhost')) return Promise.reject(new TypeError('down'));
			const { fetch: ask } = url.includes('stale') ? stale : fresh;
			return ask(url, init);
		};
		const all = ['http://localhost/published/', 'http://stale.test/published/', ...hosts.slice(1)];
		expect(await phone.sync(['en'], { hosts: all, fetch })).toMatchObject({ version: 2 });
		expect(await phone.title()).toBe('Two');
	});
});

describe('outcomes that are nobody here can help', () => {
	test('no network is offline, and a login page in place of the edition says so', async () => {
		const phone = aSyncingPhone(await aPublisher());
		phone.host.answers(offline);
		expect(await phone.sync()).toEqual({ status: 'offline', code: 'network' });
		phone.host.answers(captivePortal);
		expect(await phone.sync()).toEqual({ status: 'offline', code: 'captive-portal' });
	});

	test('a second writer is busy', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		const outcomes = await Promise.all([phone.sync(), phone.sync()]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['busy', 'switched']);
		const { locks } = navigator;
		const locked = await Promise.all([
			phone.sync(['en'], { locks }),
			phone.sync(['en'], { locks })
		]);
		expect(locked.map(({ status }) => status).sort()).toEqual(['already-current', 'busy']);
	});

	test('a database that a newer release upgraded asks for an app update', async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		const db = await phone.open();
		const newer = indexedDB.open(db.name, db.version + 1);
		await new Promise((resolve) => (newer.onsuccess = resolve));
		newer.result.close();
		expect(await phone.sync()).toEqual({ status: 'needs-app-update' });
	});

	test("the host's clock is told, in ms ahead of the phone's", async () => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish();
		const onClockSkew = vi.fn();
		const now = (): Date => new Date('2026-11-24T11:00:00.000Z');
		await phone.sync(['en'], { onClockSkew, now });
		expect(onClockSkew).toHaveBeenCalledWith(3_600_000);
	});
});
