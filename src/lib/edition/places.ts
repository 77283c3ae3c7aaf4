import { isLanguageTag } from './language-tags.ts';

/** Pages that something points at which knows no language: notices, shortcuts of the icon, texts from other apps. */
export const PLACES = ['changes', 'search', 'help', 'check'] as const;

export type Place = (typeof PLACES)[number];

export const isPlace = (path: string): path is Place => PLACES.some((place) => place === path);

/** Whether a path begins as those of this app's pages do. Where it ends is another question. */
export function isOwnPage(path: string): boolean {
	const [, first = ''] = path.split('/');
	return path === '/' || first === 'shell' || isLanguageTag(first) || isPlace(first);
}
