import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { cssHash } from './css-hash.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = `${ROOT}src/service-worker/generated`;
const at = (path: string): string => `${ROOT}src/${path}`;

const TYPES = `import type { PageToRender, RenderedPage } from '../../phone-pages/rendered-page.ts';
export const renderPage: (page: PageToRender) => RenderedPage;
`;

/** What a page loads at a tap is no part of it, and never runs in the worker. */
const LEFT_OUT: Plugin = {
	name: 'handrail-left-out',
	resolveDynamicImport: (id) => (typeof id === 'string' ? { id, external: true } : null)
};

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
	const runtime = [
		{ find: /^svelte\/internal\/server$/, replacement: at('phone-pages/svelte-server.ts') },
		{ find: /^svelte$/, replacement: at('phone-pages/svelte.ts') }
	];
	const ofSvelte = [{ find: /^\.\/svelte-server\.ts$/, replacement: 'svelte/server' }];
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'warn',
		plugins: [
			LEFT_OUT,
			svelte({
				configFile: false,
				// as in svelte.config.js: the page's own styles must fit
				compilerOptions: { discloseVersion: false, cssHash }
			})
		],
		define: { __BASE_PATH__: JSON.stringify(base), 'typeof document': '"undefined"' },
		resolve: {
			alias: [
				...(ownRuntime ? runtime : ofSvelte),
				{
					find: /^\$app\/(state|navigation|env|environment)$/,
					replacement: at('phone-pages/kit-app.ts')
				},
				{ find: /^#lib\//, replacement: at('lib/') }
			]
		},
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

/** Before the app is built, whose last part is the worker. */
export function phonePages(base: string): Plugin {
	return {
		name: 'handrail-phone-pages',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart: () => bundlePhonePages({ base })
	};
}

if (import.meta.main) await bundlePhonePages();
