import { toOwnName } from '#lib/edition/base-path.ts';

/** How the names of the caches of this app's code begin; its version follows. */
export const CACHE_PREFIX: string = toOwnName('app-');

/** Whether a cache is one of ours, of any release: a host may have other apps, with their own. */
export const isOwnCache = (name: string, prefix = CACHE_PREFIX): boolean =>
	name.startsWith(prefix) && !name.slice(prefix.length).includes('/');
