import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { seededRandom } from '#tests/bench/corpus/random.ts';
import { cutAfter, offline } from '#tests/support/server/edition-host.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher, type Published, type Publisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone, type SyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import { isLong } from '#tests/support/long-form.ts';
import { dropDamaged } from '#lib/pwa/session/read-readiness.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { readSources } from '../../src/compiler/read/read-sources.ts';
import { storedHashes } from '#lib/storage/stores/blob-store.ts';

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

/** What a phone holds, as far as nobody may ask for it again: texts, editions and listings. */
async function wholeOn({ open }: SyncingPhone): Promise<Set<string>> {
	const db = await open();
	const proofs = (await db.getAllKeys('proof')).filter((path) => /^(edition|listing)/.test(path));
	const hashes = proofs.map((path) => /[0-9a-f]{64}/.exec(path)?.[0] ?? '');
	return new Set([...(await storedHashes(db)), ...hashes]);
}

/** Files that were asked for by name though they were here. */
const askedAgain = ({ host }: SyncingPhone, here: ReadonlySet<string>): string[] =>
	host.requests.filter((path) => here.has(/[0-9a-f]{64}/.exec(path)?.[0] ?? ''));

test('head and edition that are cut at any byte change nothing', async () => {
	const publisher = await aPublisher();
	const phone = aSyncingPhone(publisher);
	await publish(publisher, 'One');
	await phone.sync();
	const { path } = await publish(publisher, 'Two');
	const step = isLong ? 1 : 97;
	let cuts = 0;
	for (const cut of ['head.json', path]) {
		const file = publisher.files.get(cut) ?? new Uint8Array();
		for (let bytes = 0; bytes < file.length; bytes += step) {
			// ended properly, as a proxy does that lost its own connection
			const part = file.slice(0, bytes);
			phone.host.answers((it) => (it === cut ? new Response(part) : undefined));
			expect(await phone.sync()).toMatchObject({ status: 'rejected' });
			// and as a connection that ends in the middle
			phone.host.answers((it) => (it === cut ? cutAfter(file, bytes) : undefined));
			expect(await phone.sync()).toEqual({ status: 'offline', code: 'network' });
			expect(await phone.title()).toBe('One');
			cuts += 2;
		}
	}
	phone.host.recover();
	expect(await phone.sync()).toMatchObject({ status: 'switched', version: 2 });
	console.log(`faults: ${cuts} cuts of head and edition`);
});

test('a pack that is cut anywhere: the next sync finishes, and asks for nothing that came whole', async () => {
	const publisher = await aPublisher();
	await publish(publisher, 'One');
	const points = isLong ? 240 : 12;
	for (let point = 0; point < points; point += 1) {
		const phone = aSyncingPhone(publisher);
		cutPack(phone, publisher, point / points);
		expect(await phone.sync()).toMatchObject({ status: 'offline' });
		expect(await phone.title()).toBeUndefined();
		const here = await wholeOn(phone);
		phone.host.recover();
		phone.host.forgetRequests();
		expect(await phone.sync()).toMatchObject({ status: 'switched' });
		expect(askedAgain(phone, here)).toEqual([]);
		expect(await dropDamaged(await phone.open(), 'en')).toMatchObject({
			ready: true
		});
	}
	console.log(`faults: ${points} cuts of a pack`);
});

/** What a whole file takes on the line, compressed as it is served. */
const onTheLine = new Map<Bytes, number>();
function compressedLength(file: Bytes): number {
	const known = onTheLine.get(file) ?? brotliCompressSync(file).length;
	onTheLine.set(file, known);
	return known;
}

/** Counts what goes over the line; `endOf` says where a file of that length is cut. */
function meter({ host }: SyncingPhone, { files }: Publisher, endOf: (length: number) => number) {
	const counted = { bytes: 0, cuts: 0 };
	host.answers((path) => {
		const file = files.get(path);
		if (!file) return undefined;
		const end = Math.min(endOf(file.length), file.length);
		counted.bytes += (compressedLength(file) * end) / file.length;
		if (end === file.length) return undefined;
		counted.cuts += 1;
		return cutAfter(file, end);
	});
	return counted;
}

/** As long, and as hard to compress, as what is really published. */
function realArticles() {
	const sources = readSources({ content: 'src/content' }).value;
	return sources
		.filter(({ path }) => path.endsWith('/en.md'))
		.map(({ text }, index) => {
			return aDirective({ slug: `law-${index}`, short: { heading: 'In short', html: text } });
		});
}

test('a first sync that is cut twenty times comes to its end, and what it costs is known', async () => {
	const publisher = await aPublisher();
	await publisher.publish({ languages: { en: { articles: [aGuide(), ...realArticles()] } } });
	const sizes = [...publisher.files.values()].map(({ length }) => length);
	const pack = Math.max(...sizes);
	const straight = aSyncingPhone(publisher);
	const whole = meter(straight, publisher, (length) => length);
	await straight.sync();

	const costs: number[] = [];
	for (let seed = 1; seed <= (isLong ? 40 : 4); seed += 1) {
		const random = seededRandom(String(seed));
		const phone = aSyncingPhone(publisher);
		// a cut after every twentieth of the texts, more or less
		const gap = (): number => random() * pack * 0.1;
		let left = gap();
		const counted = meter(phone, publisher, (length) => {
			left -= length;
			if (left > 0 || counted.cuts === 20) return length;
			const end = Math.max(0, Math.floor(length + left));
			left = gap();
			return end;
		});
		let isSwitched = false;
		for (let tries = 1; !isSwitched; tries += 1) {
			const here = await wholeOn(phone);
			phone.host.forgetRequests();
			isSwitched = (await phone.sync()).status === 'switched';
			expect(askedAgain(phone, here)).toEqual([]);
			expect(tries).toBeLessThanOrEqual(21);
		}
		costs.push((counted.bytes / whole.bytes - 1) * 100);
	}
	const mean = costs.reduce((sum, it) => sum + it, 0) / costs.length;
	console.log(`faults: a first sync with 20 cuts costs ${mean.toFixed(0)} % more bytes`);
});
