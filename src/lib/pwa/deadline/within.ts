/**
 * What a promise of the browser's gives, or `undefined` once the deadline has passed or it fails:
 * `subscribe()` and `requestPermission()` can hang for ever, and why they fail helps nobody.
 */
export async function within<T>(waiting: Promise<T>, ms: number): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const deadline = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), ms);
	});
	try {
		return await Promise.race([waiting.catch(() => undefined), deadline]);
	} finally {
		clearTimeout(timer);
	}
}
