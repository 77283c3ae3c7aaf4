import { notFound } from '../../not-found.ts';
import type { PageLoad } from './$types';

/** Addresses are made up by whoever asks: none of them can be made beforehand. */
export const prerender = false;
// one step to the right page, not two
export const trailingSlash = 'ignore';

/** Every address that no page has and that names no language of ours. */
export const load: PageLoad = ({ url }) => notFound(url);
