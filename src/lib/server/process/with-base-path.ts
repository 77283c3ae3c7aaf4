import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings with the base path that a build was made for: no setting can change what stands in its
 * pages. Throws where they ask for another one.
 */
export function withBasePath(environment: Environment, build: string): Environment {
	const wanted = environment['BASE_PATH']?.replace(/\/+$/, '');
	const built = readBasePath(join(build, 'built-for.json'));
	// empty in a file of settings means the same as no line at all
	if (wanted && wanted !== built) {
		throw new StartError(
			`BASE_PATH is ${wanted}, but the app in ${build} is built to be served at ${built}/. ` +
				`Build it again: BASE_PATH=${wanted} npm run build`
		);
	}
	return { ...environment, BASE_PATH: built };
}

function readBasePath(file: string): string {
	if (!existsSync(file)) return '';
	const { basePath } = JSON.parse(readFileSync(file, 'utf8')) as { basePath: string };
	return basePath;
}
