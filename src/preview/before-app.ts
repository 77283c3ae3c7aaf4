// Runs before the app in every page of `npm run dev`, and in no build: see preview.ts.
import { toPath } from '#lib/edition/address/base-path.ts';
import { isLanguageTag } from '#lib/edition/language-tags.ts';
import { syncLanguage } from '#lib/pwa/sync/sync-without-page.ts';

/**
 * An edition that this browser has already would be on the screen again as soon as scripts run, with
 * the new one only offered, as is right for readers. Who has just saved a text wants to see that one.
 */
const tag = toPath(location.pathname)?.split('/')[1] ?? '';
if (isLanguageTag(tag)) await syncLanguage(tag);
