import type { PageText } from './read-html.ts';
import type { Unreadable } from './reading.ts';

/** A page with more words than that is a page, whatever stands on it besides. */
const FEW_WORDS = 250;
/** With fewer, it is the frame of a page that scripts fill. */
const HARDLY_ANY_WORDS = 25;

const CAPTCHA =
	/captcha|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are|not a robot|just a moment|checking your browser|unusual traffic|attention required|cf-chl|challenge-platform|datadome|px-captcha/i;
const COOKIES =
	/(?:accept|agree|consent|allow|manage)[^.]{0,80}cookies|cookies?[^.]{0,120}(?:accept|agree|consent|allow|continue)/i;
const SCRIPT = /(?:enable|turn on|requires?|needs?|without|activate)[^.]{0,40}javascript/i;

/** What stands in front of the words, if a page has hardly any of its own. */
export function findWall(page: PageText, html: string): Unreadable | undefined {
	const words = page.text.split(/\s+/).filter((it) => it !== '').length;
	if (words > FEW_WORDS) return undefined;
	if (CAPTCHA.test(page.title) || CAPTCHA.test(page.text)) return 'captcha';
	if (words <= HARDLY_ANY_WORDS && CAPTCHA.test(html)) return 'captcha';
	if (COOKIES.test(page.text)) return 'cookie-wall';
	if (SCRIPT.test(page.text)) return 'script-only';
	return words <= HARDLY_ANY_WORDS && page.hasScripts ? 'script-only' : undefined;
}
