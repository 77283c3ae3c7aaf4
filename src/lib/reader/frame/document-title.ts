import { HOME_NAMES } from '#lib/edition/generated/site.ts';
import type { HomeIcon } from '#lib/phone/choices.ts';

/**
 * The title of a document: its own, or the neutral name alone where the reader chose one. An installed app's
 * title stands in the list of open apps (ADR 0045).
 */
export const documentTitle = (icon: HomeIcon, own: string): string =>
	icon === 'own' ? own : HOME_NAMES[icon];
