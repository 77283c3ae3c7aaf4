import { isLanguageTag } from '../language-tags.ts';

/** Pages that something points at which knows no language: notices, shortcuts of the icon, texts from other apps. */
export const PLACES = ['changes', 'search', 'help', 'check'] as const;

export type Place = (typeof PLACES)[number];

export const isPlace = (path: string): path is Place => PLACES.some((place) => place === path);

/** Where short addresses are. */
const SHORT = 'g';

/** The path that paper and pictures carry: of a guide, in whichever language its reader chose. */
export const shortPath = (slug: string): string => `/${SHORT}/${slug}/`;

/** Whether a path begins as those of this app's pages do. Where it ends is another question. */
export function isOwnPage(path: string): boolean {
	const [, first = ''] = path.split('/');
	if (path === '/' || first === 'shell' || first === SHORT) return true;
	return isLanguageTag(first) || isPlace(first);
}
