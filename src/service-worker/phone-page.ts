import { toPath } from '#lib/edition/address/base-path.ts';
import { isLanguageTag, type LanguageTag } from '#lib/edition/language-tags.ts';
import type { Found, Library } from '#lib/edition/library.ts';
import { languages } from '#lib/messages/languages.ts';
import { translator, type Catalogue } from '#lib/messages/translate.ts';
import { within } from '#lib/pwa/deadline/within.ts';
import { openKeptPages } from '#lib/pwa/worker/kept-pages.ts';
import type { PhonePage } from '../phone-pages/rendered-page.ts';
import { catalogues } from './catalogues.ts';
import { isAsBuilt } from './code-hashes.ts';
import { prepareToRender, renderPage } from './generated/phone-pages.js';
import { pageStart, type PageStart } from './page-starts.ts';

/** Longer than any page takes to be made: past it the app makes the page itself. */
const LONGEST_MS = 1500;
/** Longer than any page takes to be sent: past it the browser has dropped it without a word. */
const SENT_MS = 5000;

const kept = openKeptPages();

/** Where a page gets the app's own files from. */
export interface PageCode {
	/** The shell, whose head every page has, and the style sheet that it links. */
	readonly shell: Promise<Response | undefined>;
	readonly sheet: Promise<Response | undefined>;
	readonly catalogue: (path: string) => Promise<Catalogue | undefined>;
}

/**
 * The first frame is the page with its words: an empty one before it costs a slow phone as much as a part of
 * them. Browsers that do not know this paint the empty one.
 */
const WITH_WORDS = '<link rel="expect" href="#main" blocking="render">';

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

/** Pages that are on their way. */
let sending: Promise<unknown> = Promise.resolve();

/** Resolves once every page that was begun has been sent: this worker has other work that can wait. */
export const pagesSent = (): Promise<unknown> => sending;

/**
 * The document of a page whose texts are on this phone, with all of its words in it: it is readable
 * before any script runs, and the app takes it over as it does one of the server. The answer begins at
 * once, so that the browser makes room for the page meanwhile; where anything is missing, or takes too
 * long, what follows is the shell. `undefined` for every other page, and where there is no shell.
 */
export async function makePhonePage(url: URL, code: PageCode): Promise<Response | undefined> {
	const of = addressOf(toPath(url.pathname) ?? '');
	if (!of) return undefined;
	const late = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_MS));
	const shellText = code.shell.then((it) => it?.clone().text());
	const making = Promise.race([make(url, of, code, shellText).catch(() => undefined), late]);
	const [shell, start] = await Promise.all([code.shell, pageStart(of.name)]);
	if (!shell || !start) return undefined;
	const body = streamOf(chunksOf(of.lang, shellText, making));
	return new Response(body, { headers: headersOf(shell, start) });
}

/** What is needed of a page is here: its head can be sent, and the rest be rendered. */
interface Prepared {
	/** Up to the end of its styles. */
	readonly top: string;
	/** Of the shell: what can follow `top`, too. */
	readonly shellRest: string;
	readonly rest: () => string;
}

async function* chunksOf(
	lang: LanguageTag,
	shell: Promise<string | undefined>,
	making: Promise<Prepared | undefined>
): AsyncGenerator<string, void> {
	prepareToRender(lang);
	const page = await making;
	if (!page) {
		yield (await shell) ?? '';
		return;
	}
	yield page.top;
	let rest = page.shellRest;
	try {
		rest = page.rest();
	} catch {
		// HTML that the compiler does not write: the app checks it anew, and shows the others
	}
	yield rest;
}

/** Each chunk is made when the one before it has been read. */
function streamOf(chunks: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let end = (): void => undefined;
	const sent = new Promise<void>((resolve) => (end = resolve));
	sending = Promise.all([sending, within(sent, SENT_MS)]);
	return new ReadableStream(
		{
			async pull(controller) {
				const { value, done } = await chunks.next().catch((error: unknown) => {
					end();
					throw error;
				});
				if (!done) return controller.enqueue(encoder.encode(value));
				controller.close();
				end();
			},
			cancel: () => end()
		},
		{ highWaterMark: 0 }
	);
}

async function make(
	url: URL,
	of: Address,
	code: PageCode,
	shellText: Promise<string | undefined>
): Promise<Prepared | undefined> {
	const { lang, name, slug } = of;
	const { library } = kept;
	const [start, shell, styles, catalogue, edition, data, settings, now] = await Promise.all([
		pageStart(name),
		shellText,
		code.sheet.then(stylesOf),
		code.catalogue(catalogues.get(lang) ?? ''),
		library.edition(),
		DATA[name](library, of),
		kept.settings(),
		kept.now()
	]);
	if (!start || !shell || styles === undefined || !catalogue || !edition) return undefined;
	if (Object.values(data).some((it) => 'absent' in it)) return undefined;
	const { look = 'system', textSize = 100 } = settings;
	const attributes =
		`lang="${lang}" dir="${languages[lang].dir}"` +
		` data-look="${look}" data-text-size="${String(textSize)}"`;
	const parts = partsOf(shell, attributes, start);
	if (!parts) return undefined;
	const { top, shellRest, status } = parts;
	return {
		top: `${top}${WITH_WORDS}<style>${styles}</style>`,
		shellRest,
		rest() {
			const { body, head } = renderPage({
				...{ name, url, data, audience: settings.role, tabTitle: settings.tabTitle ?? 'page', now },
				homeIcon: settings.homeIcon ?? 'own',
				params: { lang, slug },
				layout: { lang, t: translator(catalogue), edition, standIn: undefined }
			});
			const known = `data-on-phone data-now="${now.toISOString()}"`;
			return (
				`${head}</head>\n\t<body data-sveltekit-preload-data="tap" ${known}>\n` +
				`\t\t<div class="app">${body}<script>${start.script}</script></div>\n\t\t${status}`
			);
		}
	};
}

/** The policy lets the build's styles stand in a page, and no others. */
async function stylesOf(sheet: Response | undefined): Promise<string | undefined> {
	return sheet && isAsBuilt(sheet) ? (await sheet.text()).trim() : undefined;
}

/** Of the shell as its host served it; the policy names another script, too. */
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

/** The policy of a page that this script starts, or the shell's own. */
const startedBy = (policy: string, { hash }: PageStart): string =>
	policy.replace(/script-src 'self'/, (own) => `${own} 'sha256-${hash}'`);

const MANIFEST = /<link rel="manifest"[^>]*>/;

/** The shell's own head, with its policy, and what of it stands below a page. */
function partsOf(shell: string, attributes: string, start: PageStart) {
	const link = shell.search(/<link [^>]*rel="stylesheet">/);
	const app = shell.indexOf('<div class="app">');
	const status = shell.indexOf('<div id="status-line"');
	if (link < 0 || app < link || status < app) return undefined;
	const head = startedBy(shell.slice(0, link), start).replace(
		/<html[^>]*>/,
		() => `<html ${attributes}>`
	);
	const [manifest = ''] = MANIFEST.exec(head) ?? [];
	// the words come first, and then the code, which brings the manifest along
	const top = head.replace(MANIFEST, '').replaceAll(/<link [^>]*rel="modulepreload">/g, '');
	return { top, shellRest: manifest + shell.slice(link), status: shell.slice(status) };
}
