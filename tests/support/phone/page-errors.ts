import type { BrowserContext } from '@playwright/test';

/** What a browser says of a file that did not come: Chromium logs it, whoever asked. */
const NOT_LOADED = /^Failed to load resource: /;
/** The same where nobody answered at all. */
const NO_ANSWER = /^Failed to load resource: net::/;
/** Firefox's, of a request that went through the worker. */
const NO_ANSWER_TO_WORKER = /^Uncaught Failed to load ‘([^’]*)’\. A ServiceWorker /;
/** Chromium's words for a worker's script that nobody answers for: they name no address. */
const NO_WORKER = /^An unknown error occurred when fetching the script\.$/;

interface PageError {
	readonly text: string;
	/** The file that did not come, or the script that failed. */
	readonly url: string;
}

/** Exceptions, rejections that nobody handles, and errors on the console, of all pages of a test. */
export class PageErrors {
	readonly #seen: PageError[] = [];
	readonly #allowed: ((error: PageError) => boolean)[] = [];

	watch(context: BrowserContext): void {
		context.on('weberror', (it) => {
			const { message, stack } = it.error();
			this.#seen.push({ text: `Uncaught ${stack ?? message}`, url: it.page()?.url() ?? '' });
		});
		context.on('console', (message) => {
			if (message.type() !== 'error') return;
			this.#seen.push({ text: message.text(), url: message.location().url });
		});
	}

	/** From here on the test does without a server: whatever starts so gets no answer. */
	serverIsGone(address: string): void {
		this.#allowed.push(
			({ text, url }) =>
				(NO_ANSWER.test(text) && url.startsWith(address)) ||
				NO_ANSWER_TO_WORKER.exec(text)?.[1]?.startsWith(address) === true ||
				NO_WORKER.test(text)
		);
	}

	/** Files that the test takes away, replaces by an error, or asks for though they never were. */
	fileIsGone(address: RegExp): void {
		this.#allowed.push(({ text, url }) => NOT_LOADED.test(text) && address.test(url));
	}

	/** A host that has no newer root says 404: asked once a day, and after a bad head (ADR 0022). */
	rootsAreAsked(): void {
		this.fileIsGone(/\/published\/trust\/\d+\.root\.json$/);
	}

	/** An error that is what the test is about. */
	provokes(words: RegExp): void {
		this.#allowed.push(({ text }) => words.test(text));
	}

	/** What nobody provoked, for a message; the next test starts anew. */
	take(): string[] {
		const allowed = this.#allowed.splice(0);
		return this.#seen
			.splice(0)
			.filter((error) => !allowed.some((fits) => fits(error)))
			.map(({ text, url }) => `${text} (${url})`);
	}
}
