import { notFound } from '../../../not-found.ts';
import type { PageLoad } from './$types';

export const prerender = false;
export const trailingSlash = 'ignore';

/** Every address below a language that no page has. */
export const load: PageLoad = ({ url }) => notFound(url);
