import { afterEach, expect, test, vi } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone } from '#tests/support/phone/syncing-phone.ts';

afterEach(() => {
	vi.restoreAllMocks();
});

const titled = (title: string) => ({ languages: { en: { articles: [aGuide({ title })] } } });

/** The disk takes so many more rows, then none. */
function fillAfter(puts: number): void {
	// eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own store below
	const real = IDBObjectStore.prototype.put;
	let left = puts;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...row
	) {
		if ((left -= 1) < 0) throw new DOMException('full', 'QuotaExceededError');
		return real.apply(this, row);
	});
}

/** By the browser's lock, as most phones, and without it. Both note in a row who syncs. */
const writers: [string, LockManager | undefined][] = [
	['Web Locks', navigator.locks],
	['a lease', undefined]
];

test.each(writers)(
	'a disk that is full at a first visit says so, at any write (%s)',
	async (_, locks) => {
		const publisher = await aPublisher();
		await publisher.publish(titled('One'));
		for (let puts = 0; ; puts += 1) {
			const phone = aSyncingPhone(publisher);
			fillAfter(puts);
			const outcome = await phone.sync(['en'], { locks });
			vi.restoreAllMocks();
			if ((await phone.title()) === 'One') break;
			expect(outcome).toEqual({ status: 'storage', code: 'storage-full' });
			expect(await phone.sync(['en'], { locks })).toMatchObject({ status: 'switched' });
		}
	}
);

test.each(writers)(
	'a disk that is full at any write leaves the old edition whole, and says so (%s)',
	async (_, locks) => {
		const publisher = await aPublisher();
		const phone = aSyncingPhone(publisher);
		await publisher.publish(titled('One'));
		await phone.sync(['en'], { locks });
		await publisher.publish(titled('Two'));

		for (let puts = 0; ; puts += 1) {
			fillAfter(puts);
			const outcome = await phone.sync(['en'], { locks });
			vi.restoreAllMocks();
			const title = await phone.title();
			// from the switch on, only a note of when it happened is lost
			if (title === 'Two') break;
			expect(title).toBe('One');
			expect(outcome).toEqual({ status: 'storage', code: 'storage-full' });
		}
		expect(await phone.sync(['en'], { locks })).toMatchObject({ status: 'already-current' });
	}
);
