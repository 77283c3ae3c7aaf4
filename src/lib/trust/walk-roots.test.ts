import { describe, expect, test } from 'vitest';
import { ok } from '#lib/edition/result.ts';
import { keys, otherForms } from '#tests/support/publisher/publisher-keys.ts';
import { aPublisher, type Publisher } from '#tests/support/publisher/publisher.ts';
import { readAnchor } from './anchor.ts';
import type { Bytes } from './signed/bytes.ts';
import type { Root } from './signed/root.ts';
import { acceptRoot, walkRoots } from './walk-roots.ts';

const file = (publisher: Publisher, version: number): Bytes =>
	publisher.files.get(`trust/${version}.root.json`) ?? new Uint8Array();

/** Root 1, as a phone starts with it. */
async function first(publisher: Publisher): Promise<Root> {
	return (await readAnchor(publisher.anchor())).root;
}

describe('the next root', () => {
	test('is accepted when the old and the new keys signed it', async () => {
		const publisher = await aPublisher();
		const root = await first(publisher);
		await publisher.rotate({ root: await keys(3) });
		const accepted = await acceptRoot(root, file(publisher, 2));
		expect(accepted).toMatchObject({ ok: true, value: { root: { version: 2 } } });
	});

	test('is refused with one signature of two', async () => {
		const publisher = await aPublisher();
		const root = await first(publisher);
		await publisher.rotate({}, { signers: publisher.held.root.slice(0, 1) });
		expect(await acceptRoot(root, file(publisher, 2))).toMatchObject({ code: 'below-threshold' });
	});

	test('is refused when only its own new keys signed it', async () => {
		const publisher = await aPublisher();
		const root = await first(publisher);
		const stranger = await keys(3);
		await publisher.rotate({ root: stranger }, { signers: stranger });
		expect(await acceptRoot(root, file(publisher, 2))).toMatchObject({ code: 'below-threshold' });
	});

	test('is refused when its own new keys did not sign it', async () => {
		const publisher = await aPublisher();
		const root = await first(publisher);
		const { root: old } = publisher.held;
		await publisher.rotate({ root: await keys(3) }, { signers: old });
		expect(await acceptRoot(root, file(publisher, 2))).toMatchObject({ code: 'below-threshold' });
	});

	test('is refused when one private key signed it under two encodings', async () => {
		for (const form of ['compressed', 'hybrid', 'with a byte after it'] as const) {
			const publisher = await aPublisher();
			const [one, ...others] = publisher.held.root;
			const again = one && (await otherForms(one))[form];
			if (!one || !again) throw new Error('no key');
			// two of three real ones sign a root that names the first of them twice
			const named = await publisher.rotate({ root: [one, again, ...others] });
			const own = await keys(3);
			await publisher.rotate({ root: own }, { signers: [one, again, ...own] });
			const forged = await acceptRoot(named, file(publisher, 3));
			expect(forged, form).toMatchObject({ code: 'below-threshold' });
		}
	});

	test('is refused when its own threshold is met by one private key', async () => {
		const publisher = await aPublisher();
		const root = await first(publisher);
		const [one] = await keys(1);
		const forms = one && Object.values(await otherForms(one));
		if (!forms) throw new Error('no key');
		const own = [one, ...forms];
		const signers = [...publisher.held.root.slice(0, 2), ...own];
		await publisher.rotate({ root: own }, { signers });
		expect(await acceptRoot(root, file(publisher, 2))).toMatchObject({ code: 'below-threshold' });
	});

	test('must follow directly: root 3 is not accepted after root 1', async () => {
		const publisher = await aPublisher();
		const root = await first(publisher);
		await publisher.rotate();
		await publisher.rotate();
		expect(await acceptRoot(root, file(publisher, 3))).toMatchObject({ code: 'rollback' });
	});
});

describe('the walk', () => {
	test('goes through three rotations, and keeps each root before it asks for the next', async () => {
		const publisher = await aPublisher();
		const root = await first(publisher);
		for (let time = 0; time < 3; time += 1) await publisher.rotate({ root: await keys(3) });

		const kept: number[] = [];
		const asked: string[] = [];
		const newest = await walkRoots(root, {
			fetchRoot: (version) => {
				asked.push(`${version} after ${kept.join()}`);
				return Promise.resolve(ok(publisher.files.get(`trust/${version}.root.json`)));
			},
			keepRoot: ({ root: next }) => Promise.resolve(void kept.push(next.version))
		});
		expect(newest).toMatchObject({ ok: true, value: { version: 4 } });
		expect(asked).toEqual(['2 after ', '3 after 2', '4 after 2,3', '5 after 2,3,4']);
	});
});
