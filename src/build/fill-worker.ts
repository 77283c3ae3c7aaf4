import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** Puts in the hash of each file that the worker keeps: src/service-worker/code-hashes.ts. */
function withHashes(worker: string, output: string): string {
	const listed = globSync('**/*', { cwd: `${output}/client` })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => /\.\w+$/.test(path) && worker.includes(`/${path}`))
		.map((path): [string, string] => [`/${path}`, `${output}/client/${path}`]);
	const files: [string, string][] = [
		['/shell/', `${output}/prerendered/pages/shell/index.html`],
		...listed.sort()
	];
	const hashes = files.map(([path, file]) => {
		const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
		return `${JSON.stringify(path)}:"${hash}"`;
	});
	const filled = worker.replace(/\bCODE_HASHES:(``|""|'')/, () => hashes.join(','));
	if (filled === worker) throw new Error('The worker has no place for the hashes of its files');
	return filled;
}

/** The pages that a phone makes by itself: src/phone-pages/rendered-page.ts. */
const PHONE_PAGES = {
	home: '/[lang=lang]',
	guide: '/[lang=lang]/guides/[slug]',
	directive: '/[lang=lang]/directives/[slug]',
	help: '/[lang=lang]/help'
};

/**
 * The scripts of a page that the phone makes are on the phone, too: they would run before its words are on
 * screen. A page that is opened behind another one has no frames.
 */
const AFTER_A_FRAME =
	'new Promise((go) => { requestAnimationFrame(() => setTimeout(go)); setTimeout(go, 500); })';

/**
 * A browser asks for the manifest as soon as the page links it, on the page's own thread, before the first
 * frame. So the page that the phone makes has no such link until its words are on screen.
 */
const linkManifest = (href: string): string =>
	"loaded.then(() => document.head.append(Object.assign(document.createElement('link'), " +
	`{ rel: 'manifest', href: ${JSON.stringify(href)} })));`;

/**
 * Puts in the script that starts each kind of page. It is that of the home page, which every
 * edition has, with the number of the page's own node in Kit's table of routes: so the worker is the same
 * whatever articles there are.
 */
function withStarts(worker: string, output: string, outDir: string): string {
	const home = readFileSync(`${output}/prerendered/pages/en/index.html`, 'utf8');
	// without the sentence about its one address, and the rest of the styles, which the phone's pages have
	const script = /<script>(\{const loaded[^]*?)<\/script>/
		.exec(home)?.[1]
		?.replace(/(const loaded = )(new Promise\(.*?\));/, `$1$2.then(() => ${AFTER_A_FRAME});`)
		?.replace(/;\{const at = [^]*\}$/, '}')
		.replace(/const styled = [^;]*;/, '')
		.replace(', styled]', ']');
	if (script?.includes('styled')) throw new Error('The start of a page waits for styles');
	if (!script?.includes(AFTER_A_FRAME)) throw new Error('The start of a page waits for no frame');
	const manifest = /<link rel="manifest" href="([^"]*)"/.exec(home)?.[1];
	if (manifest === undefined) throw new Error('The home page links no manifest');
	// behind all else, since the app's own files come first
	const whole = script.replace(/\}$/, () => `;${linkManifest(manifest)}}`);
	const table = readFileSync(`${outDir}/generated/client-optimized/app.js`, 'utf8');
	const starts = Object.entries(PHONE_PAGES).map(([name, route]) => {
		const entry = table.slice(table.indexOf(`"${route}": [`));
		const node = /^"[^"]*": \[(\d+),\[2\]/.exec(entry)?.[1];
		const own = whole.replace(/(node_ids: \[0, 2, )\d+\]/, `$1${node}]`);
		if (node === undefined || !own.includes(`[0, 2, ${node}]`)) {
			throw new Error(`Kit starts ${route} otherwise than this build expects`);
		}
		return `${name}:${JSON.stringify(own)}`;
	});
	const filled = worker.replace(/\bPAGE_STARTS:(``|""|'')/, () => starts.join(','));
	if (filled === worker) throw new Error('The worker has no place for the starts of its pages');
	return filled;
}

/**
 * The worker with what build-worker.ts leaves open until the rest of the build is there.
 *
 * @param outDir Kit's folder, whose `output` holds what was built
 * @throws when Kit's output looks otherwise than this build expects
 */
export function fillWorker(worker: string, outDir: string): string {
	const output = `${outDir}/output`;
	return withStarts(withHashes(worker, output), output, outDir);
}
