import type { Page } from '@playwright/test';

/** What begins the time, and what ends it. */
export interface Answer {
	/** A click on this button, or the next key that is pressed. */
	readonly button?: string;
	/** Its first words on screen are the answer, or these. */
	readonly shown: string;
	readonly words?: string;
	/** The frame that shows it; absent: the page itself. */
	readonly frame?: string;
}

/**
 * In ms, from a tap or a key to the frame that shows the answer. A key is pressed by the caller once this
 * has begun to wait.
 */
export const answerTime = (page: Page, answer: Answer): Promise<number> =>
	page.evaluate(
		({ button, shown, words = '', frame }: Answer) =>
			new Promise<number>((resolve) => {
				let beganAt = NaN;
				const inFrame = frame && document.querySelector<HTMLIFrameElement>(frame)?.contentDocument;
				const { body } = inFrame || document;
				const look = (): void => {
					const said = body.querySelector(shown)?.textContent.trim();
					if (!said?.includes(words) || said === '') return;
					observer.disconnect();
					// in the frame that follows it is laid out; a task after it, painted
					requestAnimationFrame(() => {
						setTimeout(() => {
							resolve(performance.now() - beganAt);
						});
					});
				};
				const observer = new MutationObserver(look);
				observer.observe(body, { subtree: true, childList: true, characterData: true });
				if (button === undefined) {
					addEventListener('keydown', (event) => (beganAt = event.timeStamp), { once: true });
					return;
				}
				beganAt = performance.now();
				document.querySelector<HTMLElement>(button)?.click();
			}),
		answer
	);
