import type { BrowserContext, Page } from '@playwright/test';

/** What Chromium logs when a file fails to load, by a page or by the worker. */
const NOT_LOADED = /^Failed to load resource: /;
/** What Chromium logs when a request got no answer at all. */
const NO_ANSWER = /^Failed to load resource: net::/;
/** What Firefox reports when a request through the worker fails. */
const NO_ANSWER_TO_WORKER = /^Uncaught Failed to load ‘([^’]*)’\. A ServiceWorker /;
/**
 * What Firefox reports of the icon of a tab whose page is left while the worker answers; nothing on the page
 * waits for it. Seen on busy machines only.
 */
const ICON_OF_A_LEFT_PAGE =
	/^Uncaught Failed to load ‘[^’]*\/icons\/icon\.svg’\. A ServiceWorker intercepted the request and encountered an unexpected error/;
/** What browsers report of files that have failed to load, or whose page is left while they load. */
const NOT_LOADED_OR_LEFT = [
	/^Uncaught (TypeError: )?Failed to fetch dynamically imported module: \S*\/_app\/immutable\//,
	/^Uncaught TypeError: error loading dynamically imported module: \S*\/_app\/immutable\//,
	/^Uncaught Failed to load ‘’\. A ServiceWorker intercepted the request and encountered an unexpected error/
];
/** What Chromium logs when the worker's own script cannot be fetched. It names no address. */
const NO_WORKER = /^An unknown error occurred when fetching the script\.$/;

interface PageError {
	readonly text: string;
	/** The file that failed to load, or the page whose script failed. */
	readonly url: string;
	readonly page?: Page | null;
}

const isOfLoading = ({ text }: PageError): boolean =>
	NOT_LOADED_OR_LEFT.some((words) => words.test(text));

/** Collects exceptions, unhandled rejections and console errors of all pages of a test. */
export class PageErrors {
	readonly #seen: PageError[] = [];
	readonly #allowed: ((error: PageError) => boolean)[] = [];
	/** Pages on the way to another. */
	readonly #leaving = new WeakSet<Page>();
	/** Errors of which their page was being left, or was left later. */
	readonly #ofLeftPages = new WeakSet<PageError>();
	/** The pages that the test leaves are closed now. */
	#isTestOver = false;

	watch(context: BrowserContext): void {
		context.on('page', (page) => {
			page.on('framenavigated', (frame) => {
				if (frame === page.mainFrame()) this.#leaving.delete(page);
			});
			page.on('request', (request) => {
				if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
				this.#leaving.add(page);
				for (const error of this.#seen) if (error.page === page) this.#ofLeftPages.add(error);
			});
		});
		context.on('weberror', (it) => {
			const { name, message, stack } = it.error();
			// Firefox gives an empty stack for what is no Error, and then the message says what it was
			const words = [stack, message, name].find(Boolean) ?? 'without a message';
			const page = it.page();
			const error = { text: `Uncaught ${words}`, url: page?.url() ?? '', page };
			this.#seen.push(error);
			if (this.#isTestOver || (page && this.#leaving.has(page))) this.#ofLeftPages.add(error);
		});
		context.on('console', (message) => {
			if (message.type() !== 'error') return;
			this.#seen.push({ text: message.text(), url: message.location().url });
		});
	}

	/** From now on no server answers: allows failed requests to addresses that start like this. */
	serverIsGone(address: string): void {
		this.#allowed.push(
			({ text, url }) =>
				(NO_ANSWER.test(text) && url.startsWith(address)) ||
				NO_ANSWER_TO_WORKER.exec(text)?.[1]?.startsWith(address) === true ||
				NO_WORKER.test(text)
		);
	}

	/** Allows failed loads of files that the test removes, breaks or invents. */
	fileIsGone(address: RegExp): void {
		this.#allowed.push(({ text, url }) => NOT_LOADED.test(text) && address.test(url));
	}

	/** Allows the 404 for the next root, which phones ask for daily and after a bad head (ADR 0022). */
	rootsAreAsked(): void {
		this.fileIsGone(/\/published\/trust\/\d+\.root\.json$/);
	}

	/** Allows errors that the test is about. */
	provokes(words: RegExp): void {
		this.#allowed.push(({ text }) => words.test(text));
	}

	/** From now until `take`, pages are closed in the midst of whatever they load. */
	testIsOver(): void {
		this.#isTestOver = true;
	}

	/** Returns the errors that were not allowed, and starts anew for the next test. */
	take(): string[] {
		this.#isTestOver = false;
		const allowed = this.#allowed.splice(0);
		return (
			this.#seen
				.splice(0)
				.filter((error) => !allowed.some((fits) => fits(error)))
				.filter(({ text }) => !ICON_OF_A_LEFT_PAGE.test(text))
				// a page that stays without its files does not start, which its test sees
				.filter((error) => !(this.#ofLeftPages.has(error) && isOfLoading(error)))
				.map(({ text, url }) => `${text} (${url})`)
		);
	}
}
