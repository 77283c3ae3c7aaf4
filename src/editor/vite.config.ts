import { rmSync } from 'node:fs';
import type { Adapter } from '@sveltejs/kit';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Where `npm run edit` looks for the screen. */
const OUT = '../../build-editor';

/** One document and its files: everything else is answered by `server`, which serves these, too. */
const adapter: Adapter = {
	name: 'handrail-editor',
	async adapt(builder) {
		rmSync(OUT, { recursive: true, force: true });
		builder.writeClient(OUT);
		await builder.generateFallback(`${OUT}/index.html`);
	}
};

const screens = 'screens';

/** The editors' screen: a build of its own, of which nothing is in the readers' app. ADR 0038. */
export default defineConfig({
	define: { __BASE_PATH__: '""' },
	plugins: [
		sveltekit({
			compilerOptions: { discloseVersion: false },
			adapter,
			outDir: '../../.svelte-kit/editor',
			files: {
				appTemplate: `${screens}/app.html`,
				assets: `${screens}/static`,
				errorTemplate: '../error.html',
				hooks: {
					client: `${screens}/hooks.client`,
					server: `${screens}/hooks.server`,
					universal: `${screens}/hooks`
				},
				params: `${screens}/params`,
				routes: `${screens}/routes`,
				serviceWorker: `${screens}/service-worker`
			},
			serviceWorker: { register: false },
			version: { name: 'editor' }
		})
	]
});
