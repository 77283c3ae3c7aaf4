import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSite } from './read-site.ts';
import { writeSiteFiles } from './site-files.ts';

/** What a build has made for browsers, as far as it is of one site; and a folder of a site to change. */
async function filesOf(folder: string, change: (site: string) => void = () => undefined) {
	const root = mkdtempSync(join(tmpdir(), 'handrail-files-'));
	onTestFinished(() => rmSync(root, { recursive: true, force: true }));
	const [client, own] = [join(root, 'client'), join(root, 'site')];
	cpSync('static', client, { recursive: true, filter: (path) => !path.includes('published') });
	mkdirSync(own);
	for (const name of ['site.json', 'icon.svg', 'pictures']) {
		const from = join(folder, name);
		if (existsSync(from)) cpSync(from, join(own, name), { recursive: true });
	}
	change(own);
	const read = readSite(own);
	if (!read.ok) throw new Error(read.problems.join('\n'));
	const nameHtml = read.site.name;
	await writeSiteFiles({ client, folder: own, site: read.site, base: '/below', nameHtml });
	const manifest = JSON.parse(readFileSync(join(client, 'manifest.webmanifest'), 'utf8')) as {
		name: string;
		icons: { src: string; sizes: string; purpose: string }[];
		screenshots: { src: string }[];
	};
	return { manifest, at: (path: string) => join(client, path) };
}

const sizeOf = (file: string): string => {
	const bytes = readFileSync(file);
	return `${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`;
};

test('another city has its own icon in all sizes, its name, and no picture of the first', async () => {
	const { manifest, at } = await filesOf('examples/chicago');
	expect([manifest.name, manifest.screenshots]).toEqual(['Banister', []]);
	expect(manifest.icons).toHaveLength(4);
	for (const { src, sizes } of manifest.icons) expect(sizeOf(at(src))).toBe(sizes);
	expect(sizeOf(at('icons/apple-touch.png'))).toBe('180x180');
	expect(sizeOf(at('og.png'))).toBe('1200x630');
	expect(readFileSync(at('icons/icon.svg'))).toEqual(readFileSync('examples/chicago/icon.svg'));
	expect(existsSync(at('screenshots'))).toBe(false);
	for (const file of ['reset/index.html', 'reset/reset.js']) {
		const text = readFileSync(at(file), 'utf8');
		expect(text).toContain('Banister');
		expect(text).not.toContain('Handrail');
	}
});

test('a comment in the icon does not change where the preview of links has it', async () => {
	const og = async (comment: string): Promise<Buffer> => {
		const { at } = await filesOf('examples/chicago', (site) => {
			const file = join(site, 'icon.svg');
			writeFileSync(file, comment + readFileSync(file, 'utf8'));
		});
		return readFileSync(at('og.png'));
	};
	expect((await og('<!-- <svg> by hand -->')).equals(await og(''))).toBe(true);
});

test('the first site keeps the pictures in its folder, and the mark that was drawn by hand', async () => {
	const { manifest, at } = await filesOf('src/content');
	expect(manifest.screenshots.map(({ src }) => src)).toEqual([
		'screenshots/narrow.png',
		'screenshots/wide.png'
	]);
	const files = [...manifest.icons, ...manifest.screenshots].map(({ src }) => src);
	expect(files.filter((src) => !existsSync(at(src)))).toEqual([]);
	expect(readFileSync(at('og.png'))).toEqual(readFileSync('src/content/pictures/og.png'));
	expect(readFileSync(at('icons/icon-512.png'))).toEqual(readFileSync('static/icons/icon-512.png'));
});

test('a picture of another size is refused by its name', async () => {
	const small = (site: string): void => {
		cpSync('static/icons/icon-192.png', join(site, 'pictures/og.png'));
	};
	await expect(filesOf('src/content', small)).rejects.toThrow(
		/og\.png must be a PNG of 1200x630 pixels, and is 192x192/
	);
	const none = (site: string): void => {
		writeFileSync(join(site, 'pictures/og.png'), '<svg/>');
	};
	await expect(filesOf('src/content', none)).rejects.toThrow('is no PNG');
});
