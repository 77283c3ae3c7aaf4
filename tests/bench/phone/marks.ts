/** What the page notes about itself, in ms since its navigation began. */
export interface Marks {
	/** When the status line first said something, and when it first said "Ready for offline". */
	firstWordAt?: number;
	readyAt?: number;
	/** When an edition became the installed one, in whatever tab or worker. */
	switchedAt: number[];
	/** Blocks of the main thread above 50 ms: the browser names no shorter ones. */
	longTasks: { startedAt: number; ms: number }[];
	largestPaintAt?: number;
	/** When the text was on screen that the page was opened for: see `TEXT`. */
	textAt?: number;
}

declare global {
	interface Window {
		bench: Marks;
	}
}

/** The last thing of an article to matter: its first step is there. Static pages have it, too. */
export const TEXT = 'main li';

/** What the page says in its console when the text is there. */
export const TEXT_SHOWN = 'bench: the text is there';

/**
 * Runs in every page before its own scripts. All of it is cheap and passive: one observer each, and
 * a look at every frame until the text is there.
 */
export function observePage({
	ready,
	text,
	shown
}: Record<'ready' | 'text' | 'shown', string>): void {
	const marks: Marks = { switchedAt: [], longTasks: [] };
	window.bench = marks;

	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			marks.longTasks.push({ startedAt: startTime, ms: duration });
		}
	}).observe({ type: 'longtask', buffered: true });
	new PerformanceObserver((list) => {
		const last = list.getEntries().at(-1);
		if (last) marks.largestPaintAt = last.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });

	new BroadcastChannel('handrail').addEventListener('message', ({ data }: MessageEvent) => {
		if ((data as { type?: unknown }).type === 'switched') marks.switchedAt.push(performance.now());
	});

	const show = (): void => {
		marks.textAt = performance.now();
		console.debug(shown);
	};
	const lookForText = (): void => {
		const isThere = document.querySelector(text)?.textContent.trim();
		// the frame that has just been prepared is on screen when the next one begins
		if (isThere) requestAnimationFrame(show);
		else requestAnimationFrame(lookForText);
	};
	requestAnimationFrame(lookForText);

	document.addEventListener('DOMContentLoaded', () => {
		const line = document.querySelector('#status-line');
		if (!line) return;
		const look = (): void => {
			const said = line.textContent.trim();
			if (said) marks.firstWordAt ??= performance.now();
			if (said.includes(ready)) marks.readyAt ??= performance.now();
		};
		new MutationObserver(look).observe(line, {
			subtree: true,
			childList: true,
			characterData: true
		});
		look();
	});
}
