import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_FOR, parseBuiltFor } from '#lib/edition/address/built-for.ts';
import { StartError } from './start-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the base path that the build was made for, which stands in its pages and cannot
 * be changed by a setting. Throws if the environment names another one.
 */
export function withBasePath(environment: Environment, build: string): Environment {
	const wanted = environment['BASE_PATH']?.replace(/\/+$/, '');
	const built = readBasePath(build);
	// an empty value in an env file means the same as no line
	if (wanted && wanted !== built) {
		throw new StartError(
			`BASE_PATH is ${wanted}, but the app in ${build} is built to be served at ${built}/. ` +
				`Build it again: BASE_PATH=${wanted} npm run build`
		);
	}
	return { ...environment, BASE_PATH: built };
}

function readBasePath(build: string): string {
	const file = join(build, BUILT_FOR);
	if (!existsSync(file)) return '';
	const basePath = parseBuiltFor(readFileSync(file, 'utf8'));
	if (basePath !== undefined) return basePath;
	throw new StartError(
		`${file} does not say where the app in ${build} is to be served. Build it again: npm run build`
	);
}
