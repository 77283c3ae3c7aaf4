import type { Plugin } from 'vite';

/** Kit's only way to session storage, from which its client reads and writes scroll positions and snapshots. */
const SESSION_STORAGE = /\/@sveltejs\/kit\/src\/runtime\/client\/session-storage\.js$/;

const IN_MEMORY = `export const get = () => undefined;
export const set = () => undefined;
`;

/**
 * Keeps Kit's router from writing to session storage how far each page was scrolled and which folds were
 * open. Browsers write session storage to the disk, where it would tell how much was read. Within the app
 * the router has both in memory; after reloading, the browser finds the place by itself.
 */
export function noSessionStorage(): Plugin {
	return {
		name: 'handrail-no-session-storage',
		applyToEnvironment: ({ name }) => name === 'client',
		transform(_code, id) {
			if (SESSION_STORAGE.test(id.replaceAll('\\', '/'))) return { code: IN_MEMORY, map: null };
		}
	};
}
