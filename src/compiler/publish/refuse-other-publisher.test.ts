import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aBuiltClone, aClone, keyOptions } from '#tests/support/publisher/compiler-clone.ts';
import { readPublished } from './read-published.ts';
import { build } from '../commands/build.ts';
import { keys } from '../commands/keys.ts';
import { publish } from '../commands/publish.ts';

const ADDRESS = 'http://localhost:4173';

/** Another site, with keys of its own, which is about to be built where the first one was. */
async function twoSites() {
	const [first, second] = [await aBuiltClone(), aClone()];
	await second.demoKeys();
	second.edit('publisher.json', '"name": "', '"name": "Another, ');
	return { out: first.out, second, head: readFileSync(join(first.out, 'head.json')) };
}

async function aPublisher() {
	const clone = aClone();
	await keys({ ...keyOptions(clone.options), action: 'create' }, clone.io);
	cpSync(join(clone.folder, 'keys/anchor.json'), join(clone.content, 'anchor.json'));
	await clone.approveAll();
	await build({ ...clone.options, version: 1 }, clone.io);
	return clone;
}

const move = ({ edit }: Pick<ReturnType<typeof aClone>, 'edit'>) => {
	edit('publisher.json', ADDRESS, 'https://elsewhere.example');
};

test('a site is not built over the edition of another one, whose articles it would call withdrawn', async () => {
	const { out, second, head } = await twoSites();
	await expect(build({ ...second.options, out }, second.io)).rejects.toThrow(
		/ holds edition 1 of ".*" at http:.*, and this one would be of "Another, .*\n.*--out DIR\.\n.*delete /
	);
	expect(readFileSync(join(out, 'head.json'))).toEqual(head);
});

test('nor with one key folder, if name and texts are others', async () => {
	const { options, io, edit } = await aBuiltClone();
	edit('publisher.json', '"name": "', '"name": "Another, ');
	for (const family of ['guides', 'directives']) {
		rmSync(join(options.content, family), { recursive: true });
	}
	const built = build({ ...options, isUnchecked: true }, io);
	await expect(built).rejects.toThrow(/--out DIR/);
});

test('a demo site may be renamed, move, and lose its keys, one after the other', async () => {
	const clone = await aBuiltClone();
	const { options, io, out, folder } = clone;
	clone.edit('publisher.json', '"name": "', '"name": "Another, ');
	expect(await build(options, io)).toBe(0);
	move(clone);
	expect(await build(options, io)).toBe(0);
	rmSync(join(folder, 'keys'), { recursive: true });
	await clone.demoKeys();
	expect(await build(options, io)).toBe(0);
	expect(readPublished(out)?.edition.content.version).toBe(4);
});

test('other root keys are another publisher, though all else is the same', async () => {
	const [first, second] = [await aPublisher(), await aPublisher()];
	await expect(build({ ...second.options, out: first.out }, second.io)).rejects.toThrow(
		/Its root keys are others\.\n.*--out DIR\.\n.*move .* away, and build with --version 2\./
	);
});

test('another address is another site, unless the publisher says that it moved', async () => {
	const clone = await aPublisher();
	move(clone);
	const { options, io, out } = clone;
	await expect(build(options, io)).rejects.toThrow(/--out DIR\.\n.*--new-address/);
	expect(await build({ ...options, isMoved: true }, io)).toBe(0);
	// and once is enough
	expect(await build(options, io)).toBe(0);
	expect(readPublished(out)?.edition.content.publisher.address).toBe('https://elsewhere.example');
});

test('an edition of another address is published only over the one that it was built on', async () => {
	const clone = await aPublisher();
	const { options, io, folder, out, content } = clone;
	const { anchorModule } = options;
	const publication = { to: join(folder, 'host'), app: undefined, content, anchorModule };
	await publish({ ...publication, out }, io);
	move(clone);
	const other = join(folder, 'other');
	await build({ ...options, out: other, version: 2 }, io);
	await expect(publish({ ...publication, out: other }, io)).rejects.toThrow(
		/holds the edition of .*, and this one is of https:\/\/elsewhere\.example\. .*--new-address/
	);
	await build({ ...options, isMoved: true }, io);
	expect(await publish({ ...publication, out }, io)).toBe(0);
});
