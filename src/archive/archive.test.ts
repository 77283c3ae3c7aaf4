import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { unzipSync } from 'fflate';
import { anEdition } from '#tests/support/publisher/an-edition.ts';
import { archiveFiles, SUMS } from './archive-files.ts';
import { writeZip } from './write-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (file: Uint8Array | undefined): string => new TextDecoder().decode(file);
const issued = '2026-11-24T23:30:00.000Z';

const reading = (['en', 'ar'] as const).map((lang) => ({
	lang,
	name: `handrail-${lang}-3.html`,
	html: `<p>${lang}</p>`
}));
const anArchive = (edition = anEdition({ issued })): Map<string, Uint8Array> =>
	archiveFiles({
		...{ edition, reading, formats: bytes('# Formats') },
		data: new Map([['data/edition.json', bytes('{}')]])
	});

afterEach(() => {
	vi.unstubAllEnvs();
});

describe('an archive', () => {
	test('holds a reading file for each language, the data, and a page that leads to all', () => {
		const files = anArchive();

		expect([...files.keys()]).toEqual([
			'FORMATS.md',
			'README.txt',
			'data/edition.json',
			'index.html',
			'read/handrail-ar-3.html',
			'read/handrail-en-3.html',
			SUMS
		]);
		const links = [...textOf(files.get('index.html')).matchAll(/href="([^"]*)"/g)];
		expect(links.length).toBeGreaterThan(3);
		for (const [, path = ''] of links) expect(files.has(path), path).toBe(true);
	});

	test('its page asks for nothing, and could not', () => {
		const page = textOf(anArchive().get('index.html'));

		expect(page).toContain(`content="default-src 'none'`);
		expect(page).not.toMatch(/<(script|img|link|iframe)|https?:|\bsrc=/);
	});

	test('its sums are those of every other file, as `sha256sum -c` reads them', () => {
		const files = anArchive();
		const lines = textOf(files.get(SUMS)).trimEnd().split('\n');

		expect(lines).toHaveLength(files.size - 1);
		for (const line of lines) {
			const [hash, path = ''] = line.split('  ');
			const file = files.get(path) ?? bytes('none');
			expect(hash).toBe(createHash('sha256').update(file).digest('hex'));
		}
	});

	test('its README says whose it is, and that the publisher stops', () => {
		const goTo = [{ name: 'The city', url: 'https://city.example/' }];
		const stopping = anEdition({ shutdownNotice: { on: '2027-03-01', goTo } });

		expect(textOf(anArchive(stopping).get('README.txt'))).toMatch(
			/From 2027-03-01, A publisher no longer checks[^]*The city: https:\/\/city\.example\//
		);
		expect(textOf(anArchive().get('README.txt'))).not.toContain('no longer checks');
	});
});

describe('as a ZIP file', () => {
	test('it opens as what was put in', () => {
		const files = anArchive();

		expect(unzipSync(writeZip(files, issued))).toEqual(Object.fromEntries(files));
	});

	test('it is the same bytes in every time zone', () => {
		const zips = ['UTC', 'Pacific/Kiritimati', 'America/New_York'].map((zone) => {
			vi.stubEnv('TZ', zone);
			return Buffer.from(writeZip(anArchive(), issued)).toString('hex');
		});

		expect(new Set(zips).size).toBe(1);
	});
});
