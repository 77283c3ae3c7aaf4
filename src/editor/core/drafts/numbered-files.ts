import {
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '#lib/edition/text/parse-json.ts';

/** How many older ones stay: enough to show what a refused writer saw. */
const KEPT = 20;

/** A value, and the number that the next one has to follow. */
export interface Numbered {
	readonly number: number;
	readonly value: unknown;
}

/**
 * A value that is never written over: each time it gets the next number, in a file of its own, which
 * only one writer can make. So a writer who has not seen the newest is refused, in this process or in
 * another, and one who is killed leaves what was there. What was answered is on the disk.
 */
export class NumberedFiles {
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	/**
	 * The last value that is whole, under the last number that is taken: a file that the disk has damaged
	 * can be followed, and is in nobody's way.
	 */
	newest(): Numbered | undefined {
		const numbers = this.#numbers().reverse();
		for (const own of numbers) {
			const value = this.read(own);
			if (value !== undefined) return { number: numbers[0] ?? own, value };
		}
		return undefined;
	}

	/** The last number that is taken; 0 before the first. */
	last = (): number => this.#numbers().at(-1) ?? 0;

	/** `undefined` if it is not there any more, or not whole. */
	read(number: number): unknown {
		const file = this.#file(number);
		return existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : undefined;
	}

	/** Writes the value with this number; `false` if somebody else was first. */
	write(number: number, value: unknown): boolean {
		mkdirSync(this.#folder, { recursive: true });
		const temporary = join(this.#folder, `.${String(process.pid)}-${String(number)}.new`);
		writeFileSync(temporary, JSON.stringify(value), { flush: true });
		const isFirst = this.#claim(temporary, number);
		rmSync(temporary, { force: true });
		if (!isFirst) return false;
		for (const old of this.#numbers().slice(0, -KEPT)) rmSync(this.#file(old), { force: true });
		return true;
	}

	/** A second name for a file cannot be given to two: the system decides who is first. */
	#claim(temporary: string, number: number): boolean {
		try {
			linkSync(temporary, this.#file(number));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
			throw error;
		}
		// one that was so old that it is gone cannot be made again
		return this.#numbers().at(-1) === number;
	}

	#numbers(): number[] {
		if (!existsSync(this.#folder)) return [];
		return readdirSync(this.#folder)
			.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
			.map(Number)
			.sort((a, b) => a - b);
	}

	#file = (number: number): string => join(this.#folder, `${String(number)}.json`);
}
