import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { KB, measured } from '../figure.ts';
import { SCRIPTS } from '../figures.ts';
import type { Suite } from '../suite.ts';

/** Each file compressed for itself, as it is served. */
export const measureScripts: Suite = ({ workshop: { buildDir } }) => {
	const sizesOf = (pattern: string): [string, number][] =>
		globSync(join(buildDir, 'client', pattern)).map((path) => {
			return [basename(path), brotliCompressSync(readFileSync(path)).length / KB];
		});
	const sum = (sizes: [string, number][]): number => sizes.reduce((all, [, size]) => all + size, 0);
	const app = sizesOf('_app/immutable/{bundle,shared}.*.js');
	const later = sizesOf('_app/immutable/**/!(bundle|shared).*.js');
	const worker = sizesOf('service-worker.js');
	return Promise.resolve([
		measured(SCRIPTS.all, [sum([...app, ...later, ...worker])]),
		measured(SCRIPTS.app, [sum(app)]),
		measured(SCRIPTS.later, [sum(later)], later),
		measured(SCRIPTS.worker, [sum(worker)])
	]);
};
