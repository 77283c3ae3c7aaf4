import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aPublisher, type Publisher } from '#tests/support/publisher/publisher.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { warnIfRefused } from './warn-if-refused.ts';

async function aFolderOf(publisher: Publisher): Promise<string> {
	await publisher.publish();
	const folder = aTemporaryFolder();
	for (const [path, bytes] of publisher.files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
	return folder;
}

/** The log's lines from now on. */
function listening(): () => string {
	const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	onTestFinished(() => written.mockRestore());
	return () => written.mock.calls.map(([line]) => String(line)).join('');
}

test('says nothing of an edition that phones with this app take', async () => {
	const publisher = await aPublisher();
	const publishedDir = await aFolderOf(publisher);
	const said = listening();
	await warnIfRefused({ anchor: publisher.anchor(), publishedDir });
	expect(said()).toBe('');
});

test('says that the app was built with another anchor than that of the edition it serves', async () => {
	const publishedDir = await aFolderOf(await aPublisher());
	const said = listening();
	await warnIfRefused({ anchor: (await aPublisher()).anchor(), publishedDir });
	expect(JSON.parse(said())).toMatchObject({
		event: 'edition-refused',
		alert: true,
		code: 'below-threshold',
		what: expect.stringContaining(`would refuse the edition in ${publishedDir}`) as string
	});
});

test('says it of an edition below the floor, and of a folder that is not whole', async () => {
	const publisher = await aPublisher();
	const publishedDir = await aFolderOf(publisher);
	const said = listening();
	await warnIfRefused({ anchor: publisher.anchor({ floor: 2 }), publishedDir });
	expect(said()).toContain('"code":"rollback"');
	rmSync(join(publishedDir, 'edition'), { recursive: true });
	await warnIfRefused({ anchor: publisher.anchor(), publishedDir });
	expect(said()).toContain('"code":"ENOENT"');
});
