import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aBuiltClone } from '#tests/support/publisher/compiler-clone.ts';
import { readPublished } from '../publish/read-published.ts';
import { build } from './build.ts';
import { publish } from './publish.ts';

const GUIDE = 'guides/bus-stop/en.md';

test('a bad edition is taken back by the next one, which has the texts of before', async () => {
	const { out, folder, options, io, edit } = await aBuiltClone();
	const blobs = () => readdirSync(join(out, 'blob')).sort();
	const texts = () =>
		readPublished(out)?.edition.content.languages.map(({ lang, pack }) => [lang, pack.sha256]);
	const [good, first] = [texts(), blobs()];
	const kept = join(folder, 'backup');
	cpSync(out, kept, { recursive: true });

	edit(GUIDE, 'Get on.', 'Get off.');
	await build(options, io);
	const bad = blobs();
	expect(texts()).not.toEqual(good);
	edit(GUIDE, 'Get off.', 'Get on.');
	await build(options, io);
	const { edition, head } = readPublished(out) ?? {};
	expect([edition?.content.version, head?.content.version]).toEqual([3, 3]);
	expect(texts()).toEqual(good);
	// nothing new to fetch for a phone that has not dropped the first ones
	expect(blobs()).toEqual(bad);
	expect(bad).toEqual(expect.arrayContaining(first));

	const to = join(folder, 'host');
	const anchorModule = options.anchorModule;
	const published = { to, app: undefined, content: options.content, anchorModule };
	expect(await publish({ ...published, out }, io)).toBe(0);
	// a backup from before is no way back
	await expect(publish({ ...published, out: kept }, io)).rejects.toThrow('later edition or head');
});
