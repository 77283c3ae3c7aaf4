import { toPath } from '#lib/edition/base-path.ts';
import { isLanguageTag, type LanguageTag } from '#lib/edition/language-tags.ts';
import type { Found, Library } from '#lib/edition/library.ts';
import { languages } from '#lib/messages/languages.ts';
import { translator, type Catalogue } from '#lib/messages/translate.ts';
import { openKeptPages } from '#lib/pwa/worker/kept-pages.ts';
import type { PhonePage } from '../phone-pages/rendered-page.ts';
import { catalogues } from './catalogues.ts';
import { isAsBuilt } from './code-hashes.ts';
import { renderPage } from './generated/phone-pages.js';
import { pageStart, type PageStart } from './page-starts.ts';

/** Longer than any page takes to be made: past it the app makes the page itself. */
const LONGEST_MS = 1500;

const kept = openKeptPages();

/** Where a page gets the app's own files from. */
export interface PageCode {
	/** The shell, whose head every page has, and the style sheet that it links. */
	readonly shell: Promise<Response | undefined>;
	readonly sheet: Promise<Response | undefined>;
	readonly catalogue: (path: string) => Promise<Catalogue | undefined>;
}

interface Address {
	readonly name: PhonePage;
	readonly lang: LanguageTag;
	readonly slug: string;
}

type Data = Readonly<Record<string, Found<unknown>>>;

/** What a page shows, as its own `load` would give it. */
const DATA: Readonly<Record<PhonePage, (library: Library, of: Address) => Promise<Data>>> = {
	home: async (library, { lang }) => ({ cards: await library.cards(lang) }),
	help: async (library, { lang }) => ({ contacts: await library.contacts(lang) }),
	guide: (library, of) => articleData(library, 'guide', of),
	directive: (library, of) => articleData(library, 'directive', of)
};

async function articleData(
	library: Library,
	kind: 'guide' | 'directive',
	{ lang, slug }: Address
): Promise<Data> {
	const [open, terms] = await Promise.all([library.article(lang, kind, slug), library.terms(lang)]);
	return { open, terms };
}

/** The kind of page at a path of this app: `/en/guides/home-door/`. */
function addressOf(path: string): Address | undefined {
	const [, tag = '', rest = ''] = /^\/([\w-]+)\/(.*)$/.exec(path) ?? [];
	if (!isLanguageTag(tag)) return undefined;
	if (rest === '') return { name: 'home', lang: tag, slug: '' };
	if (rest === 'help/') return { name: 'help', lang: tag, slug: '' };
	const [, kind, slug] = /^(guide|directive)s\/([a-z0-9-]+)\/$/.exec(rest) ?? [];
	if (kind === undefined || slug === undefined) return undefined;
	return { name: kind as 'guide' | 'directive', lang: tag, slug };
}

/**
 * The document of a page whose texts are on this phone, with all of its words in it: it is readable
 * before any script runs, and the app takes it over as it does one of the server. `undefined` for every
 * other page, where anything is missing, and where making it fails or takes too long.
 */
export async function makePhonePage(url: URL, code: PageCode): Promise<Response | undefined> {
	const of = addressOf(toPath(url.pathname) ?? '');
	if (!of) return undefined;
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_MS));
	return Promise.race([make(url, of, code).catch(() => undefined), late]);
}

async function make(url: URL, of: Address, code: PageCode): Promise<Response | undefined> {
	const { lang, name, slug } = of;
	const { library } = kept;
	const [start, shell, sheet, catalogue, edition, data, settings, now] = await Promise.all([
		pageStart(name),
		code.shell,
		code.sheet,
		code.catalogue(catalogues.get(lang) ?? ''),
		library.edition(),
		DATA[name](library, of),
		kept.settings(),
		kept.now()
	]);
	if (!start || !shell || !sheet || !catalogue || !edition) return undefined;
	// the policy lets the build's styles stand in a page, and no others
	if (!isAsBuilt(sheet)) return undefined;
	if (Object.values(data).some((it) => 'absent' in it)) return undefined;
	const { body, head } = renderPage({
		...{ name, url, data, audience: settings.role, tabTitle: settings.tabTitle ?? 'page', now },
		params: { lang, slug },
		layout: { lang, t: translator(catalogue), edition, standIn: undefined }
	});
	const { look = 'system', textSize = 100 } = settings;
	const attributes =
		`lang="${lang}" dir="${languages[lang].dir}" data-on-phone` +
		` data-look="${look}" data-text-size="${String(textSize)}" data-now="${now.toISOString()}"`;
	const styles = (await sheet.text()).trim();
	const page = fill(await shell.clone().text(), { attributes, head, styles, body, start });
	return page === undefined ? undefined : new Response(page, { headers: headersOf(shell, start) });
}

/** Of the shell as its host served it; the policy names another script. */
function headersOf(shell: Response, start: PageStart): Headers {
	const headers = new Headers(shell.headers);
	const policy = headers.get('content-security-policy');
	if (policy) headers.set('content-security-policy', startedBy(policy, start));
	headers.set('content-type', 'text/html; charset=utf-8');
	// of the shell's bytes; and what is made here is stored nowhere, so nothing has to forbid it, which
	// would keep the page out of the browser's way back
	for (const name of ['content-length', 'content-encoding', 'etag', 'cache-control'])
		headers.delete(name);
	return headers;
}

/** The policy of a page that this script starts. */
const startedBy = (policy: string, { hash }: PageStart): string =>
	policy.replace(
		/(script-src 'self') 'sha256-[^']*'/,
		(_, own: string) => `${own} 'sha256-${hash}'`
	);

interface Parts {
	readonly attributes: string;
	readonly head: string;
	readonly styles: string;
	readonly body: string;
	readonly start: PageStart;
}

/** The shell's own head, with its policy and all styles, around the words of a page. */
function fill(shell: string, { attributes, head, styles, body, start }: Parts): string | undefined {
	const link = shell.search(/<link [^>]*rel="stylesheet">/);
	const app = shell.indexOf('<div class="app">');
	const status = shell.indexOf('<div id="status-line"');
	if (link < 0 || app < link || status < app) return undefined;
	const top = startedBy(shell.slice(0, link), start)
		.replace(/<html[^>]*>/, () => `<html ${attributes}>`)
		// the words come first, and then the code
		.replaceAll(/<link [^>]*rel="modulepreload">/g, '');
	return (
		`${top}${head}<style>${styles}</style></head>\n` +
		`\t<body data-sveltekit-preload-data="tap">\n\t\t<div class="app">${body}` +
		`<script>${start.script}</script></div>\n\t\t${shell.slice(status)}`
	);
}
