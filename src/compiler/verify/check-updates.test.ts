import { expect, test } from 'vitest';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { verifyFiles } from './verify-files.ts';

const others = Array.from({ length: 8 }, (_, at) => aDirective({ slug: `law-${String(at)}` }));

/** A folder with two editions, and what leads from the first to the second. */
async function twoEditions() {
	const publisher = await aPublisher();
	const publish = (title: string) =>
		publisher.publish({
			languages: { en: { articles: [aGuide({ title }), ...others] } },
			hasUpdates: true
		});
	const [first, second] = [await publish('One'), await publish('Two')];
	const { files } = publisher;
	const folder = {
		read: (path: string) => files.get(path),
		paths: () => [...files.keys()].sort()
	};
	const problems = async (): Promise<readonly string[]> =>
		(await verifyFiles(folder, { anchor: publisher.anchor(), now: new Date(second.head.issued) }))
			.problems;
	return { files, first, update: `update/${second.ref.sha256}.1.en.txt`, problems };
}

test('what leads there from an edition that the folder never held is not called wrong', async () => {
	const { files, first, update, problems } = await twoEditions();
	const before = await problems();
	files.delete(first.path);
	const found = (await problems()).filter((it) => !before.includes(it));
	expect(found).toEqual([
		expect.stringContaining(`${update} begins at edition 1, which is not in this folder`)
	]);
});

test('what makes another edition is to be made anew', async () => {
	const { files, update, problems } = await twoEditions();
	files.set(update, toBytes('{}\n'));
	expect(await problems()).toContainEqual(
		expect.stringContaining(`${update} does not make this edition. Delete it`)
	);
});
