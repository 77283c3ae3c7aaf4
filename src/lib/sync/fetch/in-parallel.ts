import { ok, type Result } from '#lib/edition/result.ts';

/**
 * Works through `items` in order, `width` at a time. The first failure ends the work, and is the
 * result.
 */
export async function inParallel<T, Code extends string>(
	items: readonly T[],
	width: number,
	work: (item: T) => Promise<Result<void, Code>>
): Promise<Result<void, Code>> {
	const queue = items.values();
	let failure: Result<never, Code> | undefined;
	const runner = async (): Promise<void> => {
		// all runners share one iterator, so each takes the next item that is left
		for (const item of queue) {
			const result = await work(item);
			if (!result.ok) failure ??= result;
			if (failure) return;
		}
	};
	await Promise.all(Array.from({ length: width }, runner));
	return failure ?? ok(undefined);
}
