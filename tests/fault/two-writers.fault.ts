import { expect, test } from 'vitest';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import { dropDamaged } from '#lib/pwa/session/read-readiness.ts';

const titled = (title: string) => ({
	languages: { en: { articles: [aGuide({ title }), aDirective()] } }
});

/** A lock that everybody gets: what a stolen one, or a wrong clock, comes to. */
const brokenLocks = {
	request: (_name: string, _options: LockOptions, work: (lock: Lock) => unknown) =>
		work({ name: 'handrail-sync', mode: 'exclusive' }),
	query: () => Promise.resolve({})
} as unknown as LockManager;

test('two writers that meet all the same leave one whole edition', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	for (const title of ['One', 'Two', 'Three']) {
		await publisher.publish(titled(title));
		const both = [
			phone.sync(['en'], { locks: brokenLocks }),
			phone.sync(['en'], { locks: brokenLocks })
		];
		for (const outcome of await Promise.all(both)) expect(outcome.status).toBe('switched');
		expect(await phone.title()).toBe(title);
		const db = await phone.open();
		expect(await dropDamaged(db, 'en')).toMatchObject({ ready: true, whole: 2 });
	}
	expect((await phone.trust())?.previous).toBe(2);
});

test('a tab that was closed in the middle leaves the next one to finish', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publisher.publish(titled('One'));
	// its edition never comes, and nobody waits for it any more
	phone.host.answers((path) =>
		path.startsWith('edition/') ? new Response(new ReadableStream()) : undefined
	);
	void phone.sync(['en'], { locks: brokenLocks });
	await new Promise((resolve) => setTimeout(resolve, 50));

	phone.host.recover();
	expect(await phone.sync(['en'], { locks: brokenLocks })).toMatchObject({ status: 'switched' });
	expect(await phone.title()).toBe('One');
});
