import type { HOME_NAMES } from '#lib/edition/generated/site.ts';
import type { Audience, Status } from '#lib/edition/vocabulary.ts';

/** What a page can offer who wants the app on the home screen. */
export type InstallState = 'installed' | 'can-prompt' | 'ios' | 'in-app-browser' | 'unsupported';

/** How pages look. `system`: as the phone's own settings say. */
export type Look = 'system' | 'light' | 'dark' | 'contrast';

/** Which pages have a button that covers them: those of sensitive guides, or all. */
export type HideOn = 'sensitive' | 'all';

/** What the title of the browser's tab names: the page, or Handrail alone. */
export type TabTitle = 'page' | 'app';

/**
 * The drawing on the app's icon on the home screen: its own, or a neutral one. A name belongs to each
 * (`HOME_NAMES`), which titles of tabs and notices have, too.
 */
export type HomeIcon = keyof typeof HOME_NAMES;

/** Per cent of the browser's own size. */
export type TextSize = 100 | 115 | 130 | 150;

/** What a reader wants to see first in lists. Kept on the phone alone; nothing is ever hidden. */
export interface ShowFirst {
	readonly audience?: Audience | undefined;
	readonly status?: Status | undefined;
}

/** Notices are silent from ten in the evening until six: `{ from: 22, until: 6 }`, full hours of the phone's clock. */
export interface QuietHours {
	readonly from: number;
	readonly until: number;
}
