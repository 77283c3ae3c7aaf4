import { expect, test } from 'vitest';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, type Publisher, type Published } from '#tests/support/publisher/publisher.ts';
import { acceptEdition } from './accept-edition.ts';
import type { Bytes } from './signed/bytes.ts';

const fileOf = ({ files }: Publisher, { path }: Published): Bytes =>
	files.get(path) ?? new Uint8Array();

test('accepts what the head names and the publishing key signed', async () => {
	const publisher = await aPublisher();
	const published = await publisher.publish();
	const accepted = await acceptEdition(
		publisher.root,
		published.head.edition,
		fileOf(publisher, published)
	);
	expect(accepted).toMatchObject({ ok: true, value: { edition: { version: 1 } } });
});

test('refuses another length and another hash, each by itself', async () => {
	const publisher = await aPublisher();
	const published = await publisher.publish();
	const named = published.head.edition;
	const file = fileOf(publisher, published);
	const longer = { ...named, length: named.length + 1 };
	const other = { ...named, sha256: 'a'.repeat(64) };
	expect(await acceptEdition(publisher.root, longer, file)).toMatchObject({ code: 'wrong-length' });
	expect(await acceptEdition(publisher.root, other, file)).toMatchObject({ code: 'wrong-hash' });
});

test('refuses what the online key or a stranger signed: a head alone publishes nothing', async () => {
	const publisher = await aPublisher();
	for (const edition of [publisher.held.head, await keys(1)]) {
		const published = await publisher.publish({ signers: { edition } });
		const file = fileOf(publisher, published);
		expect(await acceptEdition(publisher.root, published.head.edition, file)).toMatchObject({
			code: 'below-threshold'
		});
	}
});

test('refuses the old key after it was replaced', async () => {
	const publisher = await aPublisher();
	const old = publisher.held.edition;
	await publisher.rotate({ edition: await keys(1) });
	const published = await publisher.publish({ signers: { edition: old } });
	const file = fileOf(publisher, published);
	expect(await acceptEdition(publisher.root, published.head.edition, file)).toMatchObject({
		code: 'below-threshold'
	});
});

test('refuses a version that is not the one the head names', async () => {
	const publisher = await aPublisher();
	const published = await publisher.publish();
	const named = { ...published.head.edition, version: 2 };
	expect(await acceptEdition(publisher.root, named, fileOf(publisher, published))).toMatchObject({
		code: 'mismatch'
	});
});

test('asks for an app update when the format is newer, whatever else it holds', async () => {
	const publisher = await aPublisher();
	for (const edition of [{ schema: 2 }, { minApp: 2 }]) {
		const future = { ...edition, languages: 'elsewhere' as unknown as [] };
		const published = await publisher.publish({ edition: future });
		const file = fileOf(publisher, published);
		expect(await acceptEdition(publisher.root, published.head.edition, file)).toMatchObject({
			code: 'needs-app-update'
		});
	}
});

test('says nothing about an edition of a root that cannot be reached', async () => {
	const publisher = await aPublisher();
	const published = await publisher.publish({ edition: { root: 2 } });
	const file = fileOf(publisher, published);
	expect(await acceptEdition(publisher.root, published.head.edition, file)).toMatchObject({
		code: 'root-unreachable'
	});
});
