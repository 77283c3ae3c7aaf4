import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	globSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import adapter from '@sveltejs/adapter-node';
import { escapeMarkup } from './src/lib/edition/text/escape-markup.ts';
import { buildWorker } from './src/build/build-worker.ts';
import { cssHash } from './src/build/css-hash.ts';
import { fillWorker } from './src/build/fill-worker.ts';
import { basePathFor } from './src/build/base-path-for.ts';
import { hashInputs } from './src/build/hash-inputs.ts';
import { readSite } from './src/build/site/read-site.ts';
import { ICON, writeSiteFiles } from './src/build/site/site-files.ts';
import { siteFolder } from './src/build/site/site-folder.ts';
import { spreadLanguage } from './src/build/spread-language.ts';
import { listCode } from './src/supply/code-list.ts';
import { readBuildSource, toProvenance } from './src/supply/provenance.ts';

const folder = siteFolder();
const { address, languages } = JSON.parse(readFileSync(`${folder}/publisher.json`, 'utf8'));
const read = readSite();
if (!read.ok) throw new Error(read.problems.join('\n'));
const { site } = read;

const base = basePathFor(process.env.BASE_PATH, address);
/** A second build beside the first one: for tests of an app below a path. */
const out = process.env.BUILD_DIR ?? 'build';
/** Two thirds of a build go into compressing a thousand pages: no test asks this one for them. */
const isTrial = out !== 'build';

/** Kit puts neither a base path nor our name into the page that stands in for a page that fails. */
function errorPage() {
	const file = '.svelte-kit/error.html';
	mkdirSync('.svelte-kit', { recursive: true });
	const { name, phone } = site;
	const call = phone && ` · <a href="tel:${phone.number}">${escapeMarkup(phone.display)}</a>`;
	const words = { base, app: escapeMarkup(name), call: call ?? '' };
	let page = readFileSync('src/error.html', 'utf8');
	for (const [key, word] of Object.entries(words)) page = page.replace(`%${key}%`, () => word);
	writeFileSync(file, page);
	return file;
}

/** Vite says so before it reads this file. */
const isDev = process.env.NODE_ENV === 'development';

/** The publisher's mirrors are fixed in the build, with the root and the floor: ADR 0002. */
const { mirrors = [] } = existsSync(`${folder}/anchor.json`)
	? JSON.parse(readFileSync(`${folder}/anchor.json`, 'utf8'))
	: {};

/** Pages that only some content leads to: an edition may have no article of a kind. */
const PAGES_OF = {
	guides: ['/[lang=lang]/guides/[slug]', '/[lang=lang]/(later)/guides', '/(later)/g/[slug]'],
	directives: [
		'/[lang=lang]/directives/[slug]',
		'/[lang=lang]/(later)/directives',
		'/[lang=lang]/(later)/[level=level]',
		'/[lang=lang]/(later)/timeline'
	]
};
/** Short addresses stand on paper: no page links to them. */
const shortAddresses = globSync(`${folder}/guides/*/en.md`).map(
	(/** @type {string} */ file) => `/g/${file.split(/[\\/]/).at(-2)}/`
);
const emptyRoutes = Object.entries(PAGES_OF)
	.filter(([kind]) => globSync(`${siteFolder()}/${kind}/*/en.md`).length === 0)
	.flatMap(([, routes]) => routes);

/** What no phone runs: content, the compiler and what it writes, the editors' tools, and tests. */
const NOT_CODE =
	/^(src\/(content|compiler|preview|supply|archive|watch|editor)|static\/published)(\/|$)|\.test\.ts$/;

const icon = existsSync(`${folder}/${ICON}`) ? readFileSync(`${folder}/${ICON}`, 'utf8') : '';
/** Of the code, and of what of the site is in no module: the manifest's, the style sheet's, and its icon. */
const version = createHash('sha256')
	.update(hashInputs(NOT_CODE) + JSON.stringify([site.shortName, site.colours, icon]))
	.digest('hex')
	.slice(0, 12);

/**
 * Writes JSON after the adapter has been there.
 *
 * @param {string} file
 * @param {unknown} value
 */
function writeText(file, value) {
	writeFileSync(file, JSON.stringify(value));
	compress(file);
}

/**
 * For what the adapter does not compress.
 *
 * @param {string} file
 */
function compress(file) {
	const text = readFileSync(file);
	writeFileSync(`${file}.br`, brotliCompressSync(text));
	writeFileSync(`${file}.gz`, gzipSync(text));
}

/**
 * Of the files without a hash in their name, those that the app needs offline. A browser asks for a neutral
 * manifest when it installs the app, and it cannot do that offline.
 */
const WORKER_FILES = [
	'manifest.webmanifest',
	'icons/icon.svg',
	...Object.keys(site.neutralNames).map((icon) => `icons/${icon}-192.png`)
];

/**
 * Puts our own build of the worker in the place of Kit's, which has all of the page's code a second time
 * and names every prerendered page: then each new article would be a new worker. And the edition is
 * served from its own folder, so a copy inside the build would only go stale. See ADR 0005 and 0006.
 *
 * @param {import('@sveltejs/kit').Adapter} inner
 * @returns {import('@sveltejs/kit').Adapter}
 */
function withStableWorker(inner) {
	return {
		...inner,
		async adapt(builder) {
			const output = `${builder.config.kit.outDir}/output`;
			const client = `${output}/client`;
			const worker = `${client}/service-worker.js`;
			// before it is hashed: phones would take the file that is served for an altered one
			await writeSiteFiles({ client, folder, site, base, nameHtml: escapeMarkup(site.name) });
			await buildWorker({ client, base, version, files: WORKER_FILES });
			// a classic script made of modules: without their strictness a function in a block would take the
			// place of a variable around it
			const strict = `"use strict";${readFileSync(worker, 'utf8')}`;
			writeFileSync(worker, fillWorker(strict, builder.config.kit.outDir));
			rmSync(`${client}/published`, { recursive: true, force: true });
			// most static hosts answer with it what they do not have; the shell finds what was meant
			const pages = `${output}/prerendered/pages`;
			copyFileSync(`${pages}/shell/index.html`, `${pages}/404.html`);
			await inner.adapt(builder);
			// whom this build trusts, for `edition:publish`: it must not go out with another edition
			const { anchor } = await import('./src/lib/trust/generated/anchor.ts');
			writeFileSync(`${out}/anchor.json`, JSON.stringify(anchor));
			writeFileSync(`${out}/built-for.json`, JSON.stringify({ basePath: base }));
			const built = `${out}/client${base}`;
			for (const file of globSync('*.webmanifest', { cwd: built })) compress(`${built}/${file}`);
			const code = listCode(built, builder.config.kit.version.name);
			writeText(`${built}/code.json`, code);
			writeText(`${built}/provenance.json`, toProvenance(code, readBuildSource(base)));
		}
	};
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: spreadLanguage,
	compilerOptions: {
		// a page need not say what it was made with
		discloseVersion: false,
		// one page without a rune in it would turn on Svelte's ways of older versions, for all of them
		runes: true,
		// while a style is being written, its class stays the same
		...(!isDev && { cssHash })
	},
	kit: {
		adapter: withStableWorker(adapter({ out, precompress: !isTrial })),
		paths: { base, relative: false },
		files: { errorTemplate: errorPage() },
		output: { bundleStrategy: 'single' },
		prerender: {
			entries: [
				'/',
				'/shell/',
				'/changes/',
				'/search/',
				'/help/',
				// no page links to them
				'/data/edition.json',
				'/sitemap.xml',
				'/robots.txt',
				'/llms.txt',
				'/check/',
				...shortAddresses,
				...languages.map((/** @type {string} */ tag) => `/${tag}/`),
				// guides alone link to these, and an edition may have none
				...languages.flatMap((/** @type {string} */ tag) => [`/${tag}/blank/`, `/${tag}/paper/`])
			],
			handleUnseenRoutes: ({ routes, message }) => {
				if (routes.some((route) => !emptyRoutes.includes(route))) throw new Error(message);
			},
			// what stands behind the # of these is not a place in them, but what they are about
			handleMissingId: ({ path, message }) => {
				if (!/\/(share|compare|paper)\/$/.test(path)) throw new Error(message);
			}
		},
		// no cookie, session or form of ours exists, so another site's request can do no more than its
		// own machine could; Kit's check would answer the API's callers without a problem document
		csrf: { trustedOrigins: ['*'] },
		version: { name: version },
		serviceWorker: { register: false, files: (file) => WORKER_FILES.includes(file) },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// the one style attribute: of the element in which Kit announces a new page
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				// a recording is compared with what was signed, and then played from memory
				'media-src': ['blob:'],
				'connect-src': ['self', ...mirrors.map((/** @type {string} */ url) => new URL(url).origin)],
				'manifest-src': ['self'],
				// Vite's script in the page waits in a worker for a dev server that is started again
				'worker-src': isDev ? ['self', 'blob:'] : ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
