import { toHref } from '#lib/edition/address/base-path.ts';
import { HOME_NAMES, NEUTRAL_ICONS } from '#lib/edition/generated/site.ts';
import type { HomeIcon } from '#lib/phone/choices.ts';

/** What the head of each document links, by its relation, and what it links for a neutral icon. */
const LINKS: Readonly<Record<string, (icon: HomeIcon) => string>> = {
	manifest: (icon) => `/manifest-${icon}.webmanifest`,
	icon: (icon) => `/icons/${icon}-192.png`,
	// for iOS, which takes the first of these and asks no manifest
	'apple-touch-icon': (icon) => `/icons/${icon}-512.png`
};
const IOS_NAME = 'apple-mobile-web-app-title';

/** The start address of a neutral manifest says which one it is: iOS gives the installed app a memory of its own. */
const IN_ADDRESS = 'icon=';

/** The icon that an installed app was started by, if it is a neutral one. */
export const startedBy = (search: string): HomeIcon | undefined =>
	NEUTRAL_ICONS.find((icon) => search.includes(IN_ADDRESS + icon));

/** Gives the document the manifest, the icons and the name by which browsers install it. */
export function showHomeIcon(icon: HomeIcon): void {
	for (const [rel, path] of Object.entries(LINKS)) {
		const link = document.querySelector<HTMLLinkElement>(`link[rel=${rel}]`);
		if (!link) continue;
		link.dataset['own'] ??= link.getAttribute('href') ?? '';
		link.setAttribute('href', icon === 'own' ? link.dataset['own'] : toHref(path(icon)));
	}
	document.querySelector(`meta[name=${IOS_NAME}]`)?.remove();
	if (icon === 'own') return;
	const meta = document.createElement('meta');
	meta.name = IOS_NAME;
	meta.content = HOME_NAMES[icon];
	document.head.append(meta);
}
