import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { hashInputs } from '../../src/build/hash-inputs.ts';

/** The build of another city's site, and where on a host it is served. */
export const SECOND = {
	site: 'examples/chicago',
	dir: 'build-second',
	basePath: '/banister',
	/** In the build's folder: what it was made of. */
	stamp: 'inputs.txt'
} as const;

/** What is no part of that build: the first site's content and editions, what other builds write, and tests. */
const OTHERS = /^(src\/(content|editor)|static\/published)(\/|$)|\/generated\/|\.test\.ts$/;

/** What such a build is made of, as a hash: a test of an older one would prove nothing. */
export const inputsOfSecond = (): string =>
	createHash('sha256')
		.update(hashInputs(OTHERS))
		.update(
			globSync(`${SECOND.site}/**/*.*`)
				.sort()
				.map((file) => readFileSync(file, 'utf8'))
				.join('\0')
		)
		.digest('hex');
