import { expect, test } from 'vitest';
import { cutAfter, offline } from '#tests/support/edition-host.ts';
import { aDirective, aGuide } from '#tests/support/fixture-articles.ts';
import { aPublisher, type Published, type Publisher } from '#tests/support/publisher.ts';
import { aSyncingPhone, type SyncingPhone } from '#tests/support/syncing-phone.ts';
import { storedHashes } from '#lib/storage/stored-blobs.ts';

async function publish(publisher: Publisher, title: string): Promise<Published> {
	const articles = Array.from({ length: 20 }, (_, index) => aDirective({ slug: `law-${index}` }));
	return publisher.publish({ languages: { en: { articles: [aGuide({ title }), ...articles] } } });
}

/** From now on the pack ends after this part of it, and nothing else is served. */
function cutPack({ host }: SyncingPhone, publisher: Publisher, part: number): void {
	let isCut = false;
	host.answers((path) => {
		if (isCut) return offline();
		if (!path.startsWith('pack/')) return undefined;
		isCut = true;
		const pack = publisher.files.get(path) ?? new Uint8Array();
		return cutAfter(pack, Math.floor(pack.length * part));
	});
}

test('a pack that is cut half way keeps what was whole; the next try asks only for the rest', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	const { blobs } = await publish(publisher, 'One');
	cutPack(phone, publisher, 0.5);
	expect(await phone.sync()).toMatchObject({ status: 'offline' });
	expect(await phone.title()).toBeUndefined();

	const here = await storedHashes(await phone.open());
	const rest = [...blobs.values()].filter((sha256) => !here.has(sha256));
	expect(rest.length).toBeGreaterThan(5);
	expect(rest.length).toBeLessThan(blobs.size - 5);

	phone.host.recover();
	phone.host.forgetRequests();
	expect(await phone.sync()).toMatchObject({ status: 'switched' });
	expect(phone.host.requests.filter((path) => path.startsWith('pack/'))).toEqual([]);
	const asked = phone.host.requests.filter((path) => path.startsWith('blob/'));
	expect(asked).toEqual(rest.sort().map((sha256) => `blob/${sha256}.json`));
	expect(await phone.title()).toBe('One');
});

test('a pack that is cut while the network stays is made up for in the same sync', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publish(publisher, 'One');
	phone.host.answers((path) => {
		const pack = path.startsWith('pack/') && publisher.files.get(path);
		return pack ? cutAfter(pack, pack.length / 2) : undefined;
	});
	expect(await phone.sync()).toMatchObject({ status: 'switched' });
});

test('an edition is never half on screen, wherever its update is cut', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publish(publisher, 'One');
	await phone.sync();
	await publish(publisher, 'Two');

	for (let served = 0; ; served += 1) {
		let left = served;
		phone.host.answers(() => ((left -= 1) < 0 ? offline() : undefined));
		const outcome = await phone.sync();
		expect(await phone.title()).toBe(outcome.status === 'switched' ? 'Two' : 'One');
		if (outcome.status === 'switched') break;
		expect(outcome.status).toBe('offline');
	}
});

test('head and edition that are cut at any byte change nothing', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publish(publisher, 'One');
	await phone.sync();
	const { path } = await publish(publisher, 'Two');
	for (const cut of ['head.json', path]) {
		const file = publisher.files.get(cut) ?? new Uint8Array();
		for (let bytes = 0; bytes < file.length; bytes += 97) {
			// ended properly, as a proxy does that lost its own connection
			const part = file.slice(0, bytes);
			phone.host.answers((it) => (it === cut ? new Response(part) : undefined));
			expect(await phone.sync()).toMatchObject({ status: 'rejected' });
		}
	}
	expect(await phone.title()).toBe('One');
	phone.host.recover();
	expect(await phone.sync()).toMatchObject({ status: 'switched', version: 2 });
});
