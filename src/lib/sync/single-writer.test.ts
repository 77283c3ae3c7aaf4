import { expect, test } from 'vitest';
import {
	leaseWriter,
	webLocksWriter,
	type Lease,
	type LeasePorts,
	type SingleWriter
} from './single-writer.ts';

const MINUTE = 60_000;

/** Tabs of one browser: they share a lease row, and each has a name. */
function aBrowser() {
	let row: Lease | undefined;
	let nowMs = Date.parse('2026-11-24T12:00:00.000Z');
	const tab = (holder: string): LeasePorts => ({
		holder,
		now: () => new Date(nowMs),
		readLease: () => Promise.resolve(row),
		takeLease(lease, isFree) {
			const isTaken = isFree(row);
			if (isTaken) row = lease;
			return Promise.resolve(isTaken);
		},
		dropLease(holder) {
			if (row?.holder === holder) row = undefined;
			return Promise.resolve();
		}
	});
	return { tab, pass: (ms: number) => (nowMs += ms), row: () => row };
}

/** Work that a test ends, or never. */
function aHang() {
	let end: (value: string) => void = () => undefined;
	const work = new Promise<string>((resolve) => (end = resolve));
	return { work: () => work, end: () => end('done') };
}

const writers: [string, (ports: LeasePorts) => SingleWriter][] = [
	['Web Locks', (ports) => webLocksWriter(navigator.locks, ports)],
	['a lease', leaseWriter]
];

test.each(writers)(
	'turns a second writer away, and lets it in afterwards (%s)',
	async (_, make) => {
		const browser = aBrowser();
		const hang = aHang();
		const first = make(browser.tab('a'))(hang.work);
		await Promise.resolve();
		expect(await make(browser.tab('b'))(() => Promise.resolve('b'))).toEqual({ status: 'busy' });

		hang.end();
		expect(await first).toBe('done');
		expect(browser.row()).toBeUndefined();
		expect(await make(browser.tab('b'))(() => Promise.resolve('b'))).toBe('b');
	}
);

test.each(writers)('is free again after work that threw (%s)', async (_, make) => {
	const browser = aBrowser();
	const broken = make(browser.tab('a'))(() => Promise.reject(new Error('a bug')));
	await expect(broken).rejects.toThrow('a bug');
	expect(await make(browser.tab('b'))(() => Promise.resolve('b'))).toBe('b');
});

test.each(writers)(
	'a lease that cannot be stored is told, and not called busy (%s)',
	async (_, make) => {
		const full = new DOMException('full', 'QuotaExceededError');
		const tab = { ...aBrowser().tab('a'), takeLease: () => Promise.reject(full) };
		await expect(make(tab)(() => Promise.resolve('a'))).rejects.toBe(full);
	}
);

test.each(writers)(
	'work that is done stays done where its lease cannot be given back (%s)',
	async (_, make) => {
		const full = new DOMException('full', 'QuotaExceededError');
		const tab = { ...aBrowser().tab('a'), dropLease: () => Promise.reject(full) };
		expect(await make(tab)(() => Promise.resolve('a'))).toBe('a');
	}
);

test('steals the lock after 15 minutes, and not before', async () => {
	const browser = aBrowser();
	const first = webLocksWriter(navigator.locks, browser.tab('a'))(aHang().work);
	const second = webLocksWriter(navigator.locks, browser.tab('b'));
	await new Promise((resolve) => setTimeout(resolve));

	browser.pass(15 * MINUTE);
	expect(await second(() => Promise.resolve('b'))).toEqual({ status: 'busy' });
	browser.pass(1);
	expect(await second(() => Promise.resolve('b'))).toBe('b');
	expect(await first).toEqual({ status: 'busy' });
});

test('takes over the lease of a tab that died, once it has run out', async () => {
	const browser = aBrowser();
	void leaseWriter(browser.tab('dead'))(aHang().work);
	await Promise.resolve();
	const second = leaseWriter(browser.tab('b'));
	expect(await second(() => Promise.resolve('b'))).toEqual({ status: 'busy' });
	browser.pass(2 * MINUTE);
	expect(await second(() => Promise.resolve('b'))).toBe('b');
});

test('takes a lease that ends further ahead than one lasts for the work of a wrong clock', async () => {
	const browser = aBrowser();
	browser.pass(24 * 60 * MINUTE);
	void leaseWriter(browser.tab('wrong-clock'))(aHang().work);
	await Promise.resolve();
	browser.pass(-24 * 60 * MINUTE);
	expect(await leaseWriter(browser.tab('b'))(() => Promise.resolve('b'))).toBe('b');
});
