/** Collects verified texts, so that a thousand texts do not take a thousand transactions. */
export interface Stager {
	/**
	 * Resolves when there is room for another text. Rejects if an earlier one could not be stored.
	 */
	readonly add: (sha256: string, text: string) => Promise<void>;
	/** Resolves when every text that was added is stored. */
	readonly flush: () => Promise<void>;
}

const MOST_TEXTS = 32;
/** A batch is stored after this time at the latest: an interruption costs no more than that. */
const MOST_MS = 100;

/** `onStored` gets the hashes that each transaction has stored. */
export function createStager(
	store: (texts: ReadonlyMap<string, string>) => Promise<void>,
	onStored: (hashes: Iterable<string>) => void
): Stager {
	let texts = new Map<string, string>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let writing = Promise.resolve();

	const write = async (before: Promise<void>, batch: Map<string, string>): Promise<void> => {
		await before;
		if (batch.size === 0) return;
		await store(batch);
		onStored(batch.keys());
	};
	const flush = (): Promise<void> => {
		clearTimeout(timer);
		timer = undefined;
		writing = write(writing, texts);
		texts = new Map();
		// the next call of `add` or `flush` rejects; until then nobody may be listening
		writing.catch(() => undefined);
		return writing;
	};
	return {
		async add(sha256, text) {
			texts.set(sha256, text);
			timer ??= setTimeout(() => void flush(), MOST_MS);
			if (texts.size < MOST_TEXTS) return;
			// at most one batch is being written while the next one is collected
			const before = writing;
			void flush();
			await before;
		},
		flush
	};
}
