import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';

/** What a phone takes of both folders, as `lib/pwa` and `lib/storage` do. */
const ENTRY = `
	export { syncEdition } from '#lib/sync/sync-edition.ts';
	export { leaseWriter, webLocksWriter } from '#lib/sync/single-writer.ts';
	export { readAnchor } from '#lib/trust/anchor.ts';
	export { freshness } from '#lib/trust/freshness.ts';
	export { checkEditionVersion } from '#lib/trust/is-rollback.ts';
	export { parseTrustState } from '#lib/trust/trust-state.ts';
`;
/** Of it, 0.6 kB reads the one file that leads to the next edition: ADR 0037; 0.1 kB asks for the pack early. */
const MOST_BYTES = 9500;

async function bundled(external: string[]): Promise<number> {
	const id = resolve('trust-and-sync.js');
	const output = (await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [
			{
				name: 'entry',
				resolveId: (it) => (it === id ? id : null),
				load: (it) => (it === id ? ENTRY : null)
			}
		],
		build: {
			write: false,
			lib: { entry: id, formats: ['es'] },
			rollupOptions: { external },
			minify: true
		}
	})) as Rollup.RollupOutput[];
	const code = output.flatMap((it) => it.output).map((it) => ('code' in it ? it.code : ''));
	return brotliCompressSync(code.join('')).length;
}

test('the code of trust and sync, with the formats they read, is small', async () => {
	const own = await bundled(['valibot']);
	const all = await bundled([]);
	console.log(`trust and sync: ${own} bytes, brotli; with the schema library ${all}`);
	expect(own).toBeLessThanOrEqual(MOST_BYTES);
});
