import { toHref } from '#lib/edition/address/base-path.ts';

const TARGET = toHref('/check/');

/** In memory only: what was shared must not be in an address, in the history or in storage. */
let shared: string | undefined;

/** Takes what another app shares, and answers with the page that asks for it. */
export function respondToShare(request: Request): Promise<Response> | undefined {
	if (request.method !== 'POST' || new URL(request.url).pathname !== TARGET) return;
	return receive(request);
}

async function receive(request: Request): Promise<Response> {
	const form = await request.formData().catch(() => new FormData());
	// a file has no words for us
	const [title, ...parts] = ['title', 'text', 'url'].map((name) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	});
	// a title is the other app's own word for what is shared, unless nothing else came
	shared = parts.filter((it) => it !== '').join('\n') || title;
	return Response.redirect(TARGET, 303);
}

/** What was shared, once. */
export function takeShared(): string | undefined {
	const text = shared;
	shared = undefined;
	return text;
}
