import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../folders/make-folder.ts';
import { writeManifests } from './manifests.ts';
import type { Site } from './site-file.ts';

export interface SiteFilesOptions {
	/** What the build has made for browsers. */
	readonly client: string;
	/** The site's folder. */
	readonly folder: string;
	readonly site: Site;
	readonly base: string;
	/** The app's name as HTML has it. */
	readonly nameHtml: string;
}

interface Picture {
	readonly src: string;
	readonly sizes: string;
	readonly purpose?: string;
}

/** Behind an icon that does not reach its edges, and in previews of links, where a site has no colours: `--rail`. */
const RAIL = '#0a6466';
/** Of the picture in previews of links. */
const PREVIEW = { width: 1200, height: 630, icon: 300 } as const;

/** The site's icon, in the folder of `site.json`. */
export const ICON = 'icon.svg';

/**
 * Puts what browsers and home screens are told of one site into the files that all sites have: name and
 * icon, the picture in previews of links, screenshots, the page for repairs. Before the worker is built,
 * which keeps two of them by hash.
 */
export async function writeSiteFiles(options: SiteFilesOptions): Promise<void> {
	const { client, folder, nameHtml } = options;
	const hasIcon = existsSync(`${folder}/${ICON}`);
	if (hasIcon) await writeIcons(options);
	await writePreview(options);
	choosePictures(options, hasIcon);
	writeManifests(client, options.site, options.base);
	for (const file of ['index.html', 'reset.js']) {
		const path = `${client}/reset/${file}`;
		// in the script it stands within '…'
		const name = file.endsWith('.js') ? options.site.name.replaceAll(/['\\]/g, '\\$&') : nameHtml;
		writeFileSync(
			path,
			readFileSync(path, 'utf8').replaceAll('Handrail', () => name)
		);
	}
}

/** From one drawing, so that a publisher draws one. Phones cut a maskable one to their own shape. */
async function writeIcons({ client, folder, site }: SiteFilesOptions): Promise<void> {
	const { drawPng } = await import('./draw-png.ts');
	const svg = readFileSync(`${folder}/${ICON}`, 'utf8');
	const behind = site.colours?.light.rail ?? RAIL;
	writeFileSync(`${client}/icons/icon.svg`, svg);
	for (const size of [192, 512]) {
		writeFileSync(`${client}/icons/icon-${String(size)}.png`, drawPng(svg, size));
		writeFileSync(`${client}/icons/maskable-${String(size)}.png`, drawPng(svg, size, behind));
	}
	writeFileSync(`${client}/icons/apple-touch.png`, drawPng(svg, 180, behind));
	for (const file of ['monochrome.svg', 'monochrome-512.png']) rmSync(`${client}/icons/${file}`);
}

/** The picture of the site's own, or its icon on its colour: the first site's has words on it. */
async function writePreview({ client, folder, site }: SiteFilesOptions): Promise<void> {
	const { width, height, icon } = PREVIEW;
	const [own, to] = [`${folder}/pictures/og.png`, `${client}/og.png`];
	if (existsSync(own)) return copyPicture(own, to, `${String(width)}x${String(height)}`);
	const { drawPng } = await import('./draw-png.ts');
	const [left, top] = [(width - icon) / 2, (height - icon) / 2];
	const drawing = readFileSync(`${client}/icons/icon.svg`, 'utf8');
	const place = `x="${String(left)}" y="${String(top)}" width="${String(icon)}" height="${String(icon)}"`;
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}">` +
		`<svg ${place}>${drawing}</svg></svg>`;
	writeFileSync(to, drawPng(svg, width, site.colours?.light.rail ?? RAIL));
}

/** In what all manifests share stay the pictures that this site has. */
function choosePictures({ client, folder }: SiteFilesOptions, hasIcon: boolean): void {
	const file = `${client}/manifest.webmanifest`;
	const shared = JSON.parse(readFileSync(file, 'utf8')) as {
		icons: readonly Picture[];
		screenshots: readonly Picture[];
	};
	const screenshots = shared.screenshots.filter(({ src, sizes }) => {
		const own = `${folder}/pictures/${src.split('/').at(-1) ?? ''}`;
		if (!existsSync(own)) return false;
		copyPicture(own, `${client}/${src}`, sizes);
		return true;
	});
	// a monochrome icon has the shape of another drawing
	const icons = shared.icons.filter(({ purpose }) => !hasIcon || purpose !== 'monochrome');
	writeFileSync(file, JSON.stringify({ ...shared, icons, screenshots }));
}

/** Browsers leave out a picture that has another size than they were told. */
function copyPicture(from: string, to: string, sizes: string): void {
	const size = pngSize(readFileSync(from));
	if (size !== sizes) {
		throw new Error(`${from} must be a PNG of ${sizes} pixels, and is ${size ?? 'no PNG'}`);
	}
	makeFolder(dirname(to));
	copyFileSync(from, to);
}

/** `1200x630`; `undefined` for what is no PNG. */
function pngSize(bytes: Buffer): string | undefined {
	if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
	return `${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`;
}
