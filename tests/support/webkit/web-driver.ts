/** How an element is named: by CSS, or by an XPath. */
export type Locator = { readonly css: string } | { readonly xpath: string };

/** How long a command may take, and within it the wait for an element that is not there yet, in ms. */
const COMMAND_MS = 20_000;
const ELEMENT_MS = 10_000;

/** The key under which the standard hands out an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * One session of W3C WebDriver (https://www.w3.org/TR/webdriver2/): the few of its commands that tests
 * here need. Every command that the browser refuses is an exception with the browser's own words.
 */
export class WebDriver {
	readonly #session: string;

	private constructor(session: string) {
		this.#session = session;
	}

	/** `address` is the driver's, such as `http://127.0.0.1:4444`. */
	static async open(address: string, capabilities: object): Promise<WebDriver> {
		const timeouts = { implicit: ELEMENT_MS };
		const body = { capabilities: { alwaysMatch: { timeouts, ...capabilities } } };
		const { sessionId } = await ask<{ sessionId: string }>('POST', `${address}/session`, body);
		return new WebDriver(`${address}/session/${sessionId}`);
	}

	/** Loads a page and waits for its `load`. */
	async goto(url: string): Promise<void> {
		await this.#post('url', { url });
	}

	/**
	 * Runs a function in the page and gives what it returns, or what its promise settles with. It may refer
	 * to nothing outside itself.
	 */
	async evaluate<Args extends readonly unknown[], Result>(
		script: (...args: Args) => Result | Promise<Result>,
		...args: Args
	): Promise<Result> {
		const settled = await this.#post<{ value: Result } | { error: string }>('execute/async', {
			script: `const [done, ...args] = [...arguments].reverse();
				Promise.resolve(args.reverse()).then((given) => (${String(script)})(...given))
					.then((value) => done({ value }), (error) => done({ error: String(error) }));`,
			args
		});
		if ('error' in settled) throw new Error(settled.error);
		return settled.value;
	}

	async click(where: Locator): Promise<void> {
		await this.#post(`${await this.#find(where)}/click`, {});
	}

	/** Types into a field, as a keyboard does. */
	async type(where: Locator, text: string): Promise<void> {
		await this.#post(`${await this.#find(where)}/value`, { text });
	}

	async close(): Promise<void> {
		await ask('DELETE', this.#session);
	}

	async #find(where: Locator): Promise<string> {
		const [using, value] = 'css' in where ? ['css selector', where.css] : ['xpath', where.xpath];
		const found = await this.#post<Record<string, string>>('element', { using, value });
		return `element/${found[ELEMENT] ?? ''}`;
	}

	#post<Value>(command: string, body: object): Promise<Value> {
		return ask<Value>('POST', `${this.#session}/${command}`, body);
	}
}

async function ask<Value>(method: string, url: string, body?: object): Promise<Value> {
	const command = `${method} ${new URL(url).pathname} ${JSON.stringify(body) ?? ''}`;
	const answer = await fetch(url, {
		method,
		signal: AbortSignal.timeout(COMMAND_MS),
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	}).catch((error: unknown) => {
		throw new Error(`No answer to ${command}`, { cause: error });
	});
	const { value } = (await answer.json()) as { value: unknown };
	if (answer.ok) return value as Value;
	const { error, message } = value as { error: string; message: string };
	throw new Error(`${error}: ${message} (${command})`);
}
