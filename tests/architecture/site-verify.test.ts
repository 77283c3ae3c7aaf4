import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type AppServer } from '#tests/support/server/app-server.ts';
import { readBuild } from '../../src/supply/read-build.ts';
import { siteReader } from '../../src/supply/site-reader.ts';
import { verifySite, type ReadSite } from '../../src/supply/verify-site.ts';

const PORT = 4397;
let app: AppServer;

beforeAll(async () => {
	app = await startApp(PORT);
});
afterAll(() => app.kill());

/** The running site, with one file replaced on its way. */
const altered =
	(path: string, change: (text: string) => string): ReadSite =>
	async (at, maxBytes) => {
		const bytes = await siteReader(app.origin, fetch)(at, maxBytes);
		if (at !== path || !bytes) return bytes;
		return new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
	};

describe('a stranger compares a running site with this source', () => {
	const local = readBuild('build', '');

	test('the server of this repository serves what the build made', async () => {
		expect(Object.keys(local.code.files)).toEqual(
			expect.arrayContaining(['service-worker.js', 'manifest.webmanifest', 'icons/icon.svg'])
		);
		expect(Object.keys(local.pages)).toContain('en/');
		expect(await verifySite(local, siteReader(app.origin, fetch))).toEqual([]);
	});

	test('one byte of the worker, and one script in a page, are found', async () => {
		const worker = altered('service-worker.js', (text) =>
			text.replace('"use strict"', '"use Strict"')
		);
		const page = altered('en/', (text) => text.replace('</body>', '<script>0</script></body>'));

		expect(await verifySite(local, worker)).toEqual([
			'service-worker.js is another file than the source makes.'
		]);
		expect(await verifySite(local, page)).toHaveLength(1);
	});

	test('the statement of provenance names the same files', () => {
		const statement = JSON.parse(readFileSync('build/client/provenance.json', 'utf8')) as {
			subject: { name: string; digest: { sha256: string } }[];
		};

		expect(
			Object.fromEntries(statement.subject.map(({ name, digest }) => [name, digest.sha256]))
		).toEqual(local.code.files);
	});
});
