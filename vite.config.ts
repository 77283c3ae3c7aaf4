import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { basePathFor } from './src/build/base-path-for.ts';
import { noSessionStorage } from './src/build/no-session-storage.ts';
import { oneBundle } from './src/build/one-bundle.ts';
import { sharedScript } from './src/build/shared-script.ts';
import { ownColours } from './src/build/site/own-colours.ts';
import { readSite } from './src/build/site/read-site.ts';
import { siteFolder } from './src/build/site/site-folder.ts';
import { preview } from './src/preview/preview.ts';

/** Tests that `npm run test:quick` leaves out. */
const leftOut = JSON.parse(process.env['TEST_LEFT_OUT'] ?? '[]') as string[];

const publisher = JSON.parse(readFileSync(`${siteFolder()}/publisher.json`, 'utf8')) as {
	address: string;
};

const base = basePathFor(process.env['BASE_PATH'], publisher.address);

// what is wrong with the file is said by svelte.config.js, which every build reads, too
const site = readSite();
const colours = site.ok ? site.site.colours : undefined;

const WORKBOX = 'workbox-window/build/workbox-window.prod.mjs';

export default defineConfig({
	define: { __BASE_PATH__: JSON.stringify(base) },
	plugins: [
		sharedScript(base),
		oneBundle(),
		noSessionStorage(),
		ownColours(colours),
		sveltekit(),
		preview()
	],
	// the same without what older browsers need: a phone that can run the app can run this
	resolve: { alias: [{ find: /^workbox-window$/, replacement: WORKBOX }] },
	// CommonJS to Node: its named exports are lost while prerendering otherwise
	ssr: { noExternal: ['workbox-window'] },
	test: {
		expect: { requireAssertions: true },
		// no measure: only a test that hangs must end, on the slowest machine too
		testTimeout: 60_000,
		// Vitest leaves one processor free; of two, that is half of them
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'tests/**/*.fault.ts'],
					exclude: ['**/*.svelte.test.ts', ...leftOut],
					setupFiles: ['fake-indexeddb/auto']
				}
			},
			{
				extends: true,
				resolve: { conditions: ['browser'] },
				test: {
					name: 'runes',
					environment: 'jsdom',
					include: ['src/**/*.svelte.test.ts'],
					setupFiles: ['@testing-library/svelte/vitest']
				}
			}
		]
	}
});
