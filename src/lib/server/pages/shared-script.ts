import { globSync } from 'node:fs';
import { toHref } from '#lib/edition/address/base-path.ts';

/** Where the scripts are during prerendering. */
const FOLDER = '.svelte-kit/output/client/_app/immutable';

/** The address of the script that page and worker share: `undefined` where none was built. */
export function sharedScript(folder = FOLDER): string | undefined {
	const [name] = globSync('shared.*.js', { cwd: folder });
	return name && toHref(`/_app/immutable/${name}`);
}
