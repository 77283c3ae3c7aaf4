import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';

/** Everything that a build reads: code, content, static files, settings, and versions of packages. */
const INPUTS = ['src/**/*', 'static/**/*', 'package-lock.json', '*.config.*'];

/** Made of the others by the build itself. */
const MADE = /^src\/service-worker\/generated\//;

/**
 * The SHA-256 over the paths and bytes of a build's inputs, without those that `excluded` matches. `more`:
 * patterns of inputs that are elsewhere.
 */
export function hashInputs(excluded: RegExp, more: readonly string[] = []): string {
	const hash = createHash('sha256');
	const paths = globSync([...INPUTS, ...more]).map((path) => path.replaceAll('\\', '/'));
	for (const path of paths.sort()) {
		if (MADE.test(path) || excluded.test(path) || !statSync(path).isFile()) continue;
		hash.update(`${path}\0`).update(readFileSync(path));
	}
	return hash.digest('hex');
}
