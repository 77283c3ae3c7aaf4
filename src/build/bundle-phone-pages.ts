import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Alias, type Plugin, type PluginOption } from 'vite';
import { cssHash } from './css-hash.ts';
import { spreadLanguage } from './spread-language.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = `${ROOT}src/service-worker/generated`;
const at = (path: string): string => `${ROOT}src/${path}`;

const TYPES = `import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { PageToRender, RenderedPage } from '../../phone-pages/rendered-page.ts';
export const prepareToRender: (lang: LanguageTag) => void;
export const renderPage: (page: PageToRender) => RenderedPage;
`;

/** What a page loads at a tap is no part of it, and never runs in the worker. */
const LEFT_OUT: Plugin = {
	name: 'handrail-left-out',
	resolveDynamicImport: (id) => (typeof id === 'string' ? { id, external: true } : null)
};

/** There is none, and what is left out for it is not bundled. */
export const IN_WORKER = { 'typeof document': '"undefined"' };

const RUNTIME: Alias[] = [
	{ find: /^svelte\/internal\/server$/, replacement: at('phone-pages/svelte-server.ts') },
	{ find: /^svelte$/, replacement: at('phone-pages/svelte.ts') }
];
const SVELTE: Alias[] = [{ find: /^\.\/svelte-server\.ts$/, replacement: 'svelte/server' }];
const ALIASES: Alias[] = [
	{
		find: /^\$app\/(state|navigation|env|environment)$/,
		replacement: at('phone-pages/kit-app.ts')
	},
	{ find: /^#lib\//, replacement: at('lib/') }
];

/** What a component asks for where it is rendered by the phone. */
export const PHONE_ALIASES: readonly Alias[] = [...RUNTIME, ...ALIASES];

/** With the classes of `svelte.config.js`: the page's own styles must fit. */
export const componentsAsText = (): PluginOption => [
	LEFT_OUT,
	svelte({
		configFile: false,
		preprocess: spreadLanguage,
		compilerOptions: { discloseVersion: false, runes: true, cssHash }
	})
];

/**
 * Compiles the pages that a phone makes by itself into one module for the worker: Kit builds the worker
 * without Svelte. `ownRuntime`: whether they call the small runtime of `phone-pages/`, or Svelte's own,
 * which a test compares with it.
 */
export async function bundlePhonePages({
	out = OUT,
	base = '',
	ownRuntime = true
}: { out?: string; base?: string; ownRuntime?: boolean } = {}): Promise<void> {
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'warn',
		plugins: [componentsAsText()],
		define: { ...IN_WORKER, __BASE_PATH__: JSON.stringify(base) },
		resolve: { alias: ownRuntime ? [...RUNTIME, ...ALIASES] : [...SVELTE, ...ALIASES] },
		ssr: { noExternal: true },
		build: {
			ssr: at('phone-pages/pages.ts'),
			outDir: out,
			emptyOutDir: true,
			copyPublicDir: false,
			// the worker is minified as a whole
			minify: false,
			rolldownOptions: {
				// the worker has it already
				external: ['valibot'],
				output: { entryFileNames: 'phone-pages.js', codeSplitting: false }
			}
		}
	});
	writeFileSync(`${out}/phone-pages.d.ts`, TYPES);
}

if (import.meta.main) await bundlePhonePages();
