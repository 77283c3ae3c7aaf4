/** Collects verified texts, so that a thousand of them are not a thousand transactions. */
export interface Stager {
	/** Resolves once there is room for another. Rejects if storing an earlier one failed. */
	readonly add: (sha256: string, text: string) => Promise<void>;
	/** Resolves once everything that was added is stored. */
	readonly flush: () => Promise<void>;
}

const MOST_TEXTS = 32;
/** What a cut may cost, in time of arrival. */
const MOST_MS = 100;

/** `onStored` hears what each transaction has put in place. */
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
		// whoever adds or flushes next is told; until then nobody may be listening
		writing.catch(() => undefined);
		return writing;
	};
	return {
		async add(sha256, text) {
			texts.set(sha256, text);
			timer ??= setTimeout(() => void flush(), MOST_MS);
			if (texts.size < MOST_TEXTS) return;
			// one batch may be on its way to the disk while the next one comes in, and no more
			const before = writing;
			void flush();
			await before;
		},
		flush
	};
}
